package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.ActivityCheck;
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.TemplateCheck;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.RequestLedger;

/** Puts an activity into a programme's template and into every project of it; plans already made keep their basis. */
@Component
public class AddActivity {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final TemplateStore templates;

  AddActivity(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes,
      ProjectStore projects, TemplateStore templates) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.projects = projects;
    this.templates = templates;
  }

  /**
   * What is wanted.
   *
   * @param after code of the row it stands behind; the first one when empty, the last when absent or unknown
   * @param successors who waits for it: the relation's predecessor is the successor's code here
   * @param unreadable faults found while reading it, refused together with the others
   */
  public record Wanted(
      TemplateActivity activity, @Nullable String after, List<Relation> successors, List<Refusal> unreadable) {}

  public void add(@Nullable String key, UUID programmeId, Wanted wanted) {
    transactions.here(() -> ledger.once(key, "programme.template-add", String.class, () -> {
      Unknown.unless(programmes.hold(programmeId));
      var template = templates.activities(programmeId);
      var waiting = waiting(template, wanted);
      var faults = new ArrayList<>(wanted.unreadable());
      faults.addAll(ActivityCheck.faults(wanted.activity()));
      faults.addAll(unknownSuccessors(template, wanted));
      var with = new ArrayList<>(template.stream().map(row -> changed(waiting, row)).toList());
      with.add(place(template, wanted.after()), wanted.activity());
      faults.addAll(TemplateCheck.faults(with, templates.crews(programmeId)));
      Refused.ifAny(faults);
      templates.insertBehind(programmeId, place(template, wanted.after()), wanted.activity());
      waiting.forEach(row -> templates.update(programmeId, row));
      projects.insertActivity(programmeId, wanted.activity().code());
      audit.record("programme.template-add", new Subject("programme", programmeId), Map.of(
          "activity", wanted.activity().code(), "duration", wanted.activity().duration(),
          "predecessors", Relation.notation(wanted.activity().predecessors()),
          "successors", Relation.notation(wanted.successors())));
      return wanted.activity().code();
    }));
  }

  /** The rows that are to wait for it, as they are then. */
  private static List<TemplateActivity> waiting(List<TemplateActivity> template, Wanted wanted) {
    var waiting = new ArrayList<TemplateActivity>();
    for (var row : template) {
      var relations = new ArrayList<>(row.predecessors());
      wanted.successors().stream().filter(relation -> relation.predecessor().equals(row.code()))
          .forEach(relation ->
              relations.add(new Relation(wanted.activity().code(), relation.kind(), relation.lagDays())));
      if (relations.size() > row.predecessors().size()) {
        waiting.add(row.waitingFor(relations));
      }
    }
    return waiting;
  }

  private static TemplateActivity changed(List<TemplateActivity> waiting, TemplateActivity row) {
    return waiting.stream().filter(other -> other.code().equals(row.code())).findFirst().orElse(row);
  }

  private static List<Refusal> unknownSuccessors(List<TemplateActivity> template, Wanted wanted) {
    return wanted.successors().stream().map(Relation::predecessor)
        .filter(code -> template.stream().noneMatch(row -> row.code().equals(code)))
        .map(code -> Refusal.of("programme.successor-unknown",
            Map.of("activity", wanted.activity().code(), "successor", code, "pointer", "/successors")))
        .toList();
  }

  private static int place(List<TemplateActivity> template, @Nullable String after) {
    for (int at = 0; at < template.size(); at++) {
      if (template.get(at).code().equals(after)) {
        return at + 1;
      }
    }
    return after != null && after.isEmpty() ? 0 : template.size();
  }
}
