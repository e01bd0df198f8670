package org.xingfuli.utilities.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.WorkDays;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.model.WindowCheck;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;

/** What the acts on a request have in common: whose service somebody signs for, and what stands against a window. */
@Component
public class Desk {

  /** Who moves and withdraws what others have asked for. */
  private static final Set<Role> LEAD = Set.of(Role.PLANNER, Role.DELIVERY_AGENT);

  private final RuleStore rules;
  private final RequestStore requests;
  private final StairwellSheets sheets;
  private final WorkDays workDays;
  private final People people;
  private final Organisations organisations;
  private final BusinessClock clock;

  Desk(RuleStore rules, RequestStore requests, StairwellSheets sheets, WorkDays workDays, People people,
      Organisations organisations, BusinessClock clock) {
    this.rules = rules;
    this.requests = requests;
    this.sheets = sheets;
    this.workDays = workDays;
    this.people = people;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The services the current person's firm signs for; the system, which plays the demo's people, signs for all. */
  public Set<UtilityService> mine() {
    var scope = CurrentScope.get();
    if (scope.kind() == Scope.Kind.SYSTEM) {
      return EnumSet.allOf(UtilityService.class);
    }
    var firm = people.organisationOf(scope.principal()).flatMap(organisations::find).orElse(null);
    var service = firm == null ? null : firm.service();
    return service == null ? Set.of() : Set.of(service);
  }

  /** The services of which the current person reads requests: an officer's own, and all for everybody else. */
  public @Nullable Set<UtilityService> readable() {
    var scope = CurrentScope.get();
    boolean officer = scope.kind() == Scope.Kind.PERSON && people.offices(scope.principal()).stream()
        .filter(role -> role.permissions().contains(Permission.UTILITY_READ)).allMatch(Role.UTILITY_OFFICER::equals);
    return officer ? mine() : null;
  }

  /** Whether the current person reads what concerns these services; who does not is answered as if there were nothing. */
  public boolean reads(Collection<UtilityService> services) {
    var readable = readable();
    return readable == null || services.stream().anyMatch(readable::contains);
  }

  /** Refuses whoever neither asked, nor works where the asker does, nor leads the project or the plan. */
  void askerOrRefuse(UtilityRequest request) {
    var scope = CurrentScope.get();
    if (scope.kind() == Scope.Kind.SYSTEM || request.requestedBy().equals(scope.principal())) {
      return;
    }
    var home = people.organisationOf(scope.principal());
    boolean colleague = home.isPresent() && home.equals(people.organisationOf(request.requestedBy()));
    if (!colleague && !people.reaches(scope.principal(), LEAD, request.area(), request.estateId())) {
      throw new Refused(Refusal.of("utilities.not-asker"));
    }
  }

  /** The last day to answer for the slowest of these services, asked today; never later than an answer is of use. */
  LocalDate answerBy(RequestKind kind, Window window, List<UtilityService> services) {
    var days = rules.services().stream().filter(row -> services.contains(row.service()))
        .mapToInt(RuleStore.ServiceRow::answerDays).max().orElseThrow();
    var usual = workDays.after(clock.today(), days);
    var last = last(kind, window).atZone(BusinessClock.ZONE).toLocalDate();
    return usual.isBefore(last) ? usual : last;
  }

  /** The last moment at which a window can still be agreed: households must be told of an outage, a permit is of use to its end. */
  Instant last(RequestKind kind, Window window) {
    return kind == RequestKind.OUTAGE ? sheets.due(window)
        : window.lastDay().atTime(window.to()).atZone(BusinessClock.ZONE).toInstant();
  }

  /** Everything that stands against the window: the rules, and other outages of the same buildings. */
  List<Refusal> against(RequestKind kind, Window window, UUID request, List<UUID> buildings, String at) {
    var rule = rules.rules();
    var refusals = new ArrayList<>(WindowCheck.faults(kind, window, rule, clock.today(), workDays::holiday, at));
    if (refusals.isEmpty() && kind == RequestKind.OUTAGE && !rule.twoServicesOneDay()) {
      requests.holdBuildings(buildings);
      refusals.addAll(clashes(request, buildings, window, at));
    }
    return refusals;
  }

  /** What stands against a window that was asked for under other rules; days ahead were kept when it was asked for. */
  public List<Refusal> against(UtilityRequest request) {
    var rule = rules.rules();
    var refusals = new ArrayList<>(WindowCheck.standing(request.kind(), request.window(), rule, workDays::holiday, ""));
    if (request.kind() == RequestKind.OUTAGE && !rule.twoServicesOneDay()) {
      refusals.addAll(clashes(request.id(), request.buildings().stream().map(UtilityRequest.AffectedBuilding::id).toList(),
          request.window(), ""));
    }
    return refusals;
  }

  private List<Refusal> clashes(UUID request, List<UUID> buildings, Window window, String at) {
    return requests.clashes(request, buildings, window).stream().map(clash -> Refusal.of("utilities.clash",
        Map.of("pointer", at + "/firstDay", "building", clash.building(), "number", clash.number(),
            "from", clash.from().toString(), "to", clash.to().toString()))).toList();
  }

  static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
  }
}
