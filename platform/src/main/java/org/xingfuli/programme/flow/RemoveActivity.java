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
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.TemplateStore;

/**
 * Takes an activity out of a programme's template; who waited for it waits no longer. One that ends a node, or that was
 * reported on, stays. Plans already made keep their basis, and the projects keep theirs, so that it can be put back.
 */
@Component
public class RemoveActivity {

  private final Transactions transactions;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final ProgressStore reports;

  RemoveActivity(Transactions transactions, Audit audit, ProgrammeStore programmes, TemplateStore templates,
      ProgressStore reports) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.templates = templates;
    this.reports = reports;
  }

  public void remove(UUID programmeId, String code, @Nullable Integer version) {
    transactions.here(() -> {
      Unknown.unless(programmes.hold(programmeId));
      var template = templates.activities(programmeId);
      var row = EditProgramme.only(template, activity -> activity.code().equals(code));
      if (EditProgramme.seenAnother(version, row.version())) {
        throw EditProgramme.stale(code);
      }
      Refused.ifAny(reasonsToStay(programmeId, row));
      var waiting = template.stream().filter(other -> waitsFor(other, code)).toList();
      for (var successor : waiting) {
        templates.update(programmeId, successor.waitingFor(successor.predecessors().stream()
            .filter(relation -> !relation.predecessor().equals(code)).toList()));
      }
      templates.deleteActivity(programmeId, code);
      audit.record("programme.template-remove", new Subject("programme", programmeId), Map.of(
          "activity", code, "name", row.name().zh(), "predecessors", Relation.notation(row.predecessors()),
          "successors", waiting.stream().map(TemplateActivity::code).toList()));
    });
  }

  private List<Refusal> reasonsToStay(UUID programmeId, TemplateActivity row) {
    var reasons = new ArrayList<Refusal>();
    for (var node : programmes.nodes(programmeId)) {
      if (node.activityCode().equals(row.code())) {
        reasons.add(Refusal.of("programme.activity-ends-node",
            Map.of("activity", row.code(), "node", node.code())));
      }
    }
    var reporting = reports.projectsReporting(programmeId, row.code());
    if (reporting > 0) {
      reasons.add(Refusal.of("programme.activity-reported",
          Map.of("activity", row.code(), "projects", reporting)));
    }
    return reasons;
  }

  private static boolean waitsFor(TemplateActivity activity, String code) {
    return activity.predecessors().stream().anyMatch(relation -> relation.predecessor().equals(code));
  }
}
