package org.xingfuli.programme.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;

/** Takes a kind of crew out of a programme, unless an activity of the template still asks for it. */
@Component
public class RemoveCrew {

  private final Transactions transactions;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;

  RemoveCrew(Transactions transactions, Audit audit, ProgrammeStore programmes, TemplateStore templates) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.templates = templates;
  }

  public void remove(UUID programmeId, String code, @Nullable Integer version) {
    transactions.here(() -> {
      Unknown.unless(programmes.hold(programmeId));
      var crew = EditProgramme.only(templates.crews(programmeId), row -> row.code().equals(code));
      if (EditProgramme.seenAnother(version, crew.version())) {
        throw EditProgramme.stale(code);
      }
      var asking = templates.activities(programmeId).stream()
          .filter(activity -> activity.crews().stream().anyMatch(need -> need.crew().equals(code)))
          .map(TemplateActivity::code).toList();
      if (!asking.isEmpty()) {
        throw new Refused(Refusal.of("programme.crew-in-use",
            Map.of("crew", crew.name().zh(), "activities", String.join("、", asking))));
      }
      templates.deleteCrew(programmeId, code);
      audit.record("programme.crew-remove", new Subject("programme", programmeId),
          Map.of("crew", code, "name", crew.name().zh(), "capacity", crew.capacity()));
    });
  }
}
