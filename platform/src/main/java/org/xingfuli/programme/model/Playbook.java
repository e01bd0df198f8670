package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the template that new years start from.
 *
 * @param version 1 ships with the product
 * @param sources the finished projects it was made from
 * @param decisions what was proposed, and what was decided and why
 */
public record Playbook(
    int version, int basedOn, List<Source> sources, List<Decision> decisions, List<TemplateActivity> template, String note,
    @Nullable LocalDate createdOn, @Nullable Instant createdAt, String createdBy) {

  /** The one that ships with the product: assumptions, and nobody's experience yet. */
  public static Playbook shipped() {
    return new Playbook(1, 0, List.of(), List.of(), Catalogue.activities(), "", null, null, "");
  }

  /** A finished project. */
  public record Source(UUID projectId, String code, String name, int year) {}

  /** A lesson and what was decided of it. */
  public record Decision(Lesson lesson, boolean accepted, String reason) {}

  /** A row that is another in two versions; absent on one side when it was added or removed. */
  public record Change(String code, @Nullable TemplateActivity before, @Nullable TemplateActivity after) {}

  /** What is different from an earlier version, in the order of the later one's rows. */
  public List<Change> against(Playbook earlier) {
    var changes = new ArrayList<Change>();
    for (var row : template) {
      var before = earlier.template().stream().filter(each -> each.code().equals(row.code())).findFirst().orElse(null);
      if (!row.equals(before)) {
        changes.add(new Change(row.code(), before, row));
      }
    }
    for (var row : earlier.template()) {
      if (template.stream().noneMatch(each -> each.code().equals(row.code()))) {
        changes.add(new Change(row.code(), row, null));
      }
    }
    return changes;
  }
}
