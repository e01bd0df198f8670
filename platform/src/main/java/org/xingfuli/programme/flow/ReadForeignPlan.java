package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.PlanMatching;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;

/**
 * Reads somebody's plan of a project and says what of ours its activities and crews may be. Nothing is kept: what is taken
 * over of it is reported as progress, by a person, as a week's report.
 */
@Component
public class ReadForeignPlan {

  private static final int MOST_ACTIVITIES = 5_000;
  /** A file read takes some twenty times its size of memory for a moment. */
  private static final int MOST_BYTES = 20 << 20;

  private final Transactions transactions;
  private final ProjectStore projects;
  private final TemplateStore templates;

  ReadForeignPlan(Transactions transactions, ProjectStore projects, TemplateStore templates) {
    this.transactions = transactions;
    this.projects = projects;
    this.templates = templates;
  }

  private record Ours(List<TemplateActivity> template, List<Crew> crews, Map<String, UUID> activities) {}

  /**
   * A file as read.
   *
   * @param matches our activities, by the place of theirs
   * @param crews our crews by the codes of theirs
   */
  public record Read(PlanFile file, Programme programme, List<@Nullable UUID> matches, Map<String, String> crews) {}

  /** Throws {@link Refused} with every fault of the file. */
  public Read read(UUID projectId, byte[] bytes) {
    var ours = transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var activities = new HashMap<String, UUID>();
      projects.activitiesOf(projectId).forEach(row -> activities.put(row.code(), row.id()));
      return new Ours(templates.activities(project.programmeId()), templates.crews(project.programmeId()), activities);
    });
    if (bytes.length > MOST_BYTES) {
      throw new Refused(Refusal.of("plan-file.too-large", Map.of("megabytes", bytes.length >> 20, "most", MOST_BYTES >> 20)));
    }
    var file = PlanFiles.read(bytes);
    var programme = file.programme();
    if (programme == null) {
      throw new Refused(Refusal.of("planfile.without-dates", Map.of("format", file.format().name())));
    }
    if (programme.activities().size() > MOST_ACTIVITIES) {
      throw new Refused(Refusal.of("planfile.too-many-activities",
          Map.of("activities", programme.activities().size(), "most", MOST_ACTIVITIES)));
    }
    var matches = PlanMatching.codes(programme.activities(), ours.template()).stream()
        .<@Nullable UUID>map(code -> code == null ? null : ours.activities().get(code)).toList();
    return new Read(file, programme, matches, PlanMatching.crews(programme.crews(), ours.crews()));
  }
}
