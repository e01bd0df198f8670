package org.xingfuli.appeal.flow;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.RecheckDraw;
import org.xingfuli.appeal.model.RecheckRule;
import org.xingfuli.appeal.store.AppealRuleStore;
import org.xingfuli.appeal.store.RecheckStore;
import org.xingfuli.appeal.store.RecheckStore.Closed;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.WorkCalendars;

/**
 * Draws closed appeals by lot on every working day and gives each to a clerk of appeals who neither handled it nor signed its reply, so
 * that nobody counts on a closing that nobody looks at (domain.md 4: false closing of a case). The seed is written down with the draw.
 * Only clerks of appeals are given any, since they alone may see who made a confidential one; where none is there, nothing is drawn.
 */
@Component
public class DrawRechecks {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SEED = 8;

  private final Transactions transactions;
  private final RecheckStore store;
  private final AppealRuleStore rules;
  private final Organisations organisations;
  private final People people;
  private final WorkCalendars calendars;
  private final Audit audit;
  private final BusinessClock clock;

  DrawRechecks(Transactions transactions, RecheckStore store, AppealRuleStore rules, Organisations organisations, People people,
      WorkCalendars calendars, Audit audit, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.rules = rules;
    this.organisations = organisations;
    this.people = people;
    this.calendars = calendars;
    this.audit = audit;
    this.clock = clock;
  }

  /** Draws what the day asks for; on a day off, and a second time on a day, nothing. Returns how many were drawn. */
  public int draw() {
    var today = clock.today();
    if (!calendars.current().isWorkday(today)) {
      return 0;
    }
    return transactions.as(SystemScope.of("appeal.recheck-draw"), () -> {
      store.hold();
      var rule = rules.recheck();
      var to = today.atStartOfDay(BusinessClock.ZONE).toInstant();
      var from = to.minus(Duration.ofDays(rule.days()));
      int drawn = 0;
      for (var unit : store.closed(today, from, to)) {
        drawn += draw(unit, rule, from, to);
      }
      return drawn;
    });
  }

  private int draw(Closed unit, RecheckRule rule, Instant from, Instant to) {
    int wanted = RecheckDraw.wanted(unit.closed(), rule.share(), rule.least(), unit.before());
    if (wanted == 0) {
      return 0;
    }
    var could = store.pool(unit.unit(), from, to);
    var signers = store.signers(could.stream().map(Appeal::id).toList());
    var clerks = new HashMap<String, List<UUID>>();
    var checkers = new HashMap<UUID, UUID>();
    for (var appeal : could) {
      var checker = checker(appeal, clerks.computeIfAbsent(appeal.area(), this::clerks), signers.getOrDefault(appeal.id(), Set.of()));
      if (checker != null) {
        checkers.put(appeal.id(), checker);
      }
    }
    var pool = could.stream().filter(appeal -> checkers.containsKey(appeal.id())).collect(Collectors.toMap(Appeal::id, appeal -> appeal));
    if (pool.isEmpty()) {
      return 0;
    }
    var bytes = new byte[SEED];
    RANDOM.nextBytes(bytes);
    var seed = HexFormat.of().formatHex(bytes);
    var ids = pool.keySet().stream().sorted().toList();
    var drawn = RecheckDraw.draw(ids, seed, wanted);
    var now = clock.now();
    var draw = new RecheckStore.Draw(UuidV7.create(), clock.today(), unit.unit(), area(unit.unit()), seed, rule.share(), rule.least(),
        rule.days(), unit.closed(), unit.before(), ids, drawn, now);
    store.insert(draw);
    drawn.forEach(id -> store.give(Objects.requireNonNull(pool.get(id)), draw.id(), Objects.requireNonNull(checkers.get(id)), now));
    audit.record("appeal.draw-rechecks", new Subject("recheck-draw", draw.id()), Map.of("unit", unit.unit(), "seed", seed,
        "pool", ids.size(), "drawn", drawn.size()));
    return drawn.size();
  }

  private List<UUID> clerks(String area) {
    return people.holders(Role.APPEAL_CLERK, area, null).stream().distinct().sorted().toList();
  }

  /** Whoever of the clerks it falls to by its id; never who handled it or signed for it. */
  private static @Nullable UUID checker(Appeal appeal, List<UUID> clerks, Set<UUID> signers) {
    var able = clerks.stream().filter(one -> !one.equals(appeal.handler()) && !signers.contains(one)).toList();
    return able.isEmpty() ? null : able.get(Math.floorMod(appeal.id().hashCode(), able.size()));
  }

  /** A unit that lies in no area is the district's. */
  private String area(UUID unit) {
    var area = organisations.find(unit).map(Organisation::area).orElse(null);
    return area == null ? organisations.districtArea() : area;
  }
}
