package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;

/** What all acts on an appeal have in common: who may, in which state, and what is written down with it. */
@Component
public class CaseDesk {

  private static final int MOST_WORDS = 2_000;

  /** Whose appeals are only those that their own firm leads or helps with. */
  private static final Set<Role> FIRMS = EnumSet.of(Role.DELIVERY_AGENT, Role.CONTRACTOR, Role.SUPERVISOR, Role.UTILITY_OFFICER,
      Role.PROPERTY_MANAGER);

  private final AppealStore store;
  private final EntryStore entries;
  private final SideStore side;
  private final AppealClocks clocks;
  private final People people;
  private final Organisations organisations;
  private final BusinessClock clock;
  private final Audit audit;

  CaseDesk(AppealStore store, EntryStore entries, SideStore side, AppealClocks clocks, People people,
      Organisations organisations, BusinessClock clock, Audit audit) {
    this.store = store;
    this.entries = entries;
    this.side = side;
    this.clocks = clocks;
    this.people = people;
    this.organisations = organisations;
    this.clock = clock;
    this.audit = audit;
  }

  /** The units of which the current person reads appeals; null where the scope alone decides. */
  public @Nullable Collection<UUID> units() {
    var scope = CurrentScope.get();
    if (scope.kind() != Scope.Kind.PERSON) {
      return null;
    }
    boolean firm = people.offices(scope.principal()).stream()
        .filter(role -> role.permissions().contains(Permission.APPEAL_READ)).allMatch(FIRMS::contains);
    return firm ? people.organisationOf(scope.principal()).map(List::of).orElse(List.of()) : null;
  }

  /** Which appeals within its scope the current person reads; asked once and held against many. */
  public Predicate<Appeal> reader() {
    var units = units();
    return appeal -> {
      var lead = appeal.lead();
      return units == null || lead != null && units.contains(lead) || side.supports(appeal.id(), units);
    };
  }

  /** The appeal, in the running transaction; one out of reach and one that is none are answered alike. */
  public Appeal read(UUID id) {
    return store.find(id).filter(reader()).orElseThrow(Problems::absent);
  }

  /** Whether the current person works for the lead unit or for one above it. */
  public boolean leads(Appeal appeal) {
    var scope = CurrentScope.get();
    if (scope.kind() == Scope.Kind.SYSTEM) {
      return true;
    }
    var mine = people.organisationOf(scope.principal()).orElse(null);
    if (units() != null) {
      return mine != null && mine.equals(appeal.lead()); // a firm answers for itself, whatever stands below it in the tree
    }
    for (var unit = appeal.lead(); unit != null && mine != null;) {
      if (unit.equals(mine)) {
        return true;
      }
      unit = organisations.find(unit).map(organisation -> organisation.parentId()).orElse(null);
    }
    return false;
  }

  /** The appeal, held; one out of reach and one that is none are answered alike. */
  Appeal hold(UUID id) {
    return store.lock(id).filter(reader()).orElseThrow(Problems::absent);
  }

  /** The appeal, held, of the lead unit's own people. */
  Appeal holdAsLead(UUID id) {
    var appeal = hold(id);
    if (!leads(appeal)) {
      throw new Refused(Refusal.of("appeal.not-lead", Map.of("number", appeal.number())));
    }
    return appeal;
  }

  static AppealState move(Appeal appeal, Act act) {
    return AppealState.GRAPH.move(appeal.state(), act).orRefuse();
  }

  Instant now() {
    return clock.now();
  }

  /** Words somebody typed, as they are kept. */
  static String plain(@Nullable String words) {
    return words == null ? "" : words.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
  }

  /** Words that must be there. */
  static String needed(@Nullable String words, String pointer) {
    var plain = plain(words);
    if (plain.isEmpty()) {
      throw new Refused(Refusal.of("appeal.words-missing", Map.of("pointer", pointer)));
    }
    return checked(plain, pointer);
  }

  static String checked(String plain, String pointer) {
    if (plain.length() > MOST_WORDS) {
      throw new Refused(Refusal.of("appeal.too-long", Map.of("pointer", pointer, "most", MOST_WORDS, "length", plain.length())));
    }
    return plain;
  }

  /**
   * What is written down of an act.
   *
   * @param unit organisation concerned
   * @param visible whether the complainant reads it
   * @param facts for the timeline and the audit; no personal data
   */
  record Note(By by, @Nullable UUID unit, String words, boolean visible, Map<String, Object> facts) {

    static Note of(By by, String words) {
      return new Note(by, null, words, true, Map.of());
    }

    static Note inside(By by, String words) {
      return new Note(by, null, words, false, Map.of());
    }

    Note about(@Nullable UUID organisation) {
      return new Note(by, organisation, words, visible, facts);
    }

    Note with(Map<String, Object> more) {
      return new Note(by, unit, words, visible, more);
    }
  }

  /** Writes the act into the timeline and the audit, and brings what is due up to date. */
  void note(Appeal before, Act act, AppealState to, Note note, Instant at) {
    note(before, act.name(), to, note, at);
  }

  void note(Appeal before, String act, AppealState to, Note note, Instant at) {
    entries.insert(List.of(new EntryStore.Placed(new Entry(UuidV7.create(), before.id(), at, act, before.round(), before.state(), to,
        note.by(), note.unit(), note.words(), note.visible(), note.facts()), before.area(), before.estate())));
    var facts = new TreeMap<String, Object>(note.facts());
    facts.put("number", before.number());
    facts.put("from", before.state().name());
    facts.put("to", to.name());
    audit.record("appeal." + act.toLowerCase(Locale.ROOT).replace('_', '-'), new Subject("appeal", before.id()), facts);
    due(before);
  }

  /** Copies the end of the clock that ends first to the appeal, by which lists are sorted; another end is escalated anew. */
  private void due(Appeal before) {
    var first = clocks.first(before.id()).orElse(null);
    var dueAt = first == null ? null : first.deadline().dueAt();
    var change = store.change(before.id()).set("due_at", dueAt).set("due_step", first == null ? null : first.step())
        .set("warn_at", first == null ? null : first.warnAt());
    if (!Objects.equals(dueAt, before.dueAt())) {
      change.set("escalation", 0);
    }
    change.write();
  }
}
