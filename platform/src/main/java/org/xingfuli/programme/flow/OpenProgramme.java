package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Catalogue;
import org.xingfuli.programme.model.PlanningRules;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.store.PlaybookStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.RequestLedger;

/** Opens a year with the nodes of the brief and its own copy of the newest template and of the crews. */
@Component
public class OpenProgramme {

  /** The year whose node dates the brief states; in any other they are ours until somebody sets them. */
  private static final int YEAR_OF_THE_BRIEF = 2022;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final PlaybookStore playbooks;
  private final Calendars calendars;

  OpenProgramme(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes,
      TemplateStore templates, PlaybookStore playbooks, Calendars calendars) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.templates = templates;
    this.playbooks = playbooks;
    this.calendars = calendars;
  }

  /**
   * @param starts first day anything of the programme may happen; by default 1 September of the year before, as the
   *     template's survey does
   */
  public UUID open(@Nullable String key, int year, String name, @Nullable LocalDate starts) {
    return transactions.here(() -> ledger.once(key, "programme.open", UUID.class, () -> {
      var known = calendars.current();
      if (year <= known.firstYear() || year >= known.lastYear()) {
        throw new Refused(Refusal.of("programme.year-out-of-range",
            Map.of("year", year, "first", known.firstYear() + 1, "last", known.lastYear() - 1)));
      }
      if (programmes.ofYear(year).isPresent()) {
        throw new Refused(Refusal.of("programme.year-taken", Map.of("year", year)));
      }
      var first = starts == null ? LocalDate.of(year - 1, 9, 1) : starts;
      var programme = new Programme(UuidV7.create(), year, name.strip(), first, PlanningRules.DEFAULT, 1);
      Refused.ifAny(programme.faults());
      programmes.insert(programme);
      for (int position = 0; position < ProgrammeNode.SEEDS.size(); position++) {
        programmes.insertNode(programme.id(), position, node(ProgrammeNode.SEEDS.get(position), year));
      }
      var playbook = playbooks.newest();
      playbooks.use(programme.id(), playbook.version());
      var activities = playbook.template();
      for (int position = 0; position < activities.size(); position++) {
        templates.insert(programme.id(), position, activities.get(position));
      }
      var crews = Catalogue.crews();
      for (int position = 0; position < crews.size(); position++) {
        templates.insert(programme.id(), position, crews.get(position));
      }
      audit.record("programme.open", new Subject("programme", programme.id()), Map.of("year", year));
      return programme.id();
    }));
  }

  private static ProgrammeNode node(ProgrammeNode.Seed seed, int year) {
    return new ProgrammeNode(UuidV7.create(), seed.code(), seed.name(), seed.rule(),
        LocalDate.of(year, seed.month(), seed.day()), seed.weight(), seed.activityCode(), seed.appliesTo(),
        year != YEAR_OF_THE_BRIEF, 1);
  }
}
