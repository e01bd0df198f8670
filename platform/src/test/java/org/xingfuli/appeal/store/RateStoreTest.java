package org.xingfuli.appeal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.model.AppealRate;
import org.xingfuli.appeal.model.Given;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.RateStanding.Side;
import org.xingfuli.appeal.model.RateStanding;
import org.xingfuli.appeal.store.RateStore.By;
import org.xingfuli.appeal.store.RateStore.Period;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.kernel.UuidV7;

/** What the database counts is what a plain recount of the same cases counts, and every figure leads to as many cases. */
class RateStoreTest {

  private static final TestDatabase DB = TestDatabase.fresh();
  private static final Instant FROM = Given.at("2022-04-01 00:00");
  private static final Instant TO = Given.at("2022-05-01 00:00");
  private static final Instant NOW = Given.at("2022-04-20 09:00");
  private static final List<String> AREAS = List.of("320613005", "320613005001", "320613007002");

  private final RateStore store = new RateStore(DB.jdbc());

  private static <T> T system(Supplier<T> work) {
    return DB.transactions().as(SystemScope.of("test"), work);
  }

  private static Period april() {
    return new Period(FROM, TO, NOW, null, Map.of());
  }

  /** Street, rate and standing of what was put there. */
  private record Told(String street, AppealRate rate, RateStanding standing) {}

  @Test
  void theDatabaseCountsAsAPlainRecountDoes() {
    long seed = 20220420;
    var random = new Random(seed);
    var told = new ArrayList<Told>();
    for (int n = 0; n < 300; n++) {
      tell(random, FROM, told);
    }
    var expected = new TreeMap<String, Long>();
    told.forEach(one -> expected.merge(one.rate() + " " + one.street() + " " + one.standing(), 1L, Long::sum));
    var counted = new TreeMap<String, Long>();
    system(() -> store.count(april(), By.STREET))
        .forEach(one -> counted.put(one.rate() + " " + one.key() + " " + one.standing(), one.cases()));
    assertThat(counted).as("seed %d", seed).isEqualTo(expected);
    for (var rate : AppealRate.values()) {
      for (var side : Side.values()) {
        var street = new Period(FROM, TO, NOW, null, Map.of(By.STREET, "320613005"));
        var cases = system(() -> store.cases(street, rate, side, null, 0, 1_000));
        assertThat((long) cases.size()).as("%s %s", rate, side).isEqualTo(system(() -> store.count(street, rate)).on(side))
            .isEqualTo(told.stream().filter(one -> one.rate() == rate && one.street().equals("320613005") && one.standing().on(side))
                .count());
        var paged = new ArrayList<RateStore.Case>();
        for (List<RateStore.Case> page = List.of(); paged.isEmpty() || !page.isEmpty(); paged.addAll(page)) {
          var last = paged.isEmpty() ? null : paged.getLast();
          page = system(() -> store.cases(street, rate, side, last == null ? null : last.appeal().id(),
              last == null ? 0 : last.round(), 7));
          if (page.isEmpty()) {
            break;
          }
        }
        assertThat(paged).as("page by page").isEqualTo(cases);
      }
    }
  }

  /** The lists are read row by row beneath the policy, the table counts places first: whoever asks, and by whatever, both say the same. */
  @Test
  void theTableCountsWhatTheListsBehindItHoldWhoeverAsks() {
    long seed = 20220423;
    var random = new Random(seed);
    var begin = Given.at("2024-04-01 00:00");
    var ids = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    for (int n = 0; n < 200; n++) {
      var id = tell(random, begin, new ArrayList<>());
      DB.superuser().sql("update appeal.appeal set estate_id = ?, lead_id = ?, class_code = ? where id = ?")
          .params(Fields.values(one(ids, random), one(ids, random), random.nextInt(4) == 0 ? null : "CLASS" + random.nextInt(3), id)).update();
      DB.superuser().sql("update appeal.clock c set estate_id = a.estate_id from appeal.appeal a where a.id = c.appeal_id and a.id = ?")
          .param(id).update();
      if (random.nextInt(4) == 0) {
        DB.superuser().sql("insert into appeal.support (appeal_id, organisation_id, area, estate_id, asked, asked_at) select id, ?, area, estate_id, '', now() "
            + "from appeal.appeal where id = ?").params(ids.get(random.nextInt(3)), id).update();
      }
    }
    for (int n = 0; n < 40; n++) {
      var scope = new Scope(Scope.Kind.PERSON, new UUID(3, 1), "test", Set.of(List.of("320613", "320613005", "320613007002", "320614").get(random.nextInt(4))),
          random.nextBoolean() ? Set.of() : Set.of(ids.get(random.nextInt(3))), Set.of());
      var units = random.nextBoolean() ? null : List.of(ids.get(random.nextInt(3)));
      var by = By.values()[random.nextInt(By.values().length)];
      var all = new Period(begin, begin.plus(Duration.ofDays(30)), begin.plus(Duration.ofDays(random.nextInt(40))), units, Map.of());
      var counted = DB.transactions().as(scope, () -> store.count(all, by));
      for (var rate : AppealRate.values()) {
        var of = counted.stream().filter(one -> one.rate() == rate).toList();
        for (var side : Side.values()) {
          var says = "seed %d, %s by %s of %s for %s".formatted(seed, rate, by, scope, units);
          assertThat(of.stream().filter(one -> one.standing().on(side)).mapToLong(RateStore.Counted::cases).sum()).as(says)
              .isEqualTo(DB.transactions().as(scope, () -> store.count(all, rate)).on(side));
          if (!of.isEmpty()) {
            var key = of.get(random.nextInt(of.size())).key();
            var its = new Period(all.from(), all.to(), all.now(), units, Map.of(by, key));
            assertThat(of.stream().filter(one -> one.key().equals(key) && one.standing().on(side)).mapToLong(RateStore.Counted::cases).sum())
                .as("%s, of %s", says, key).isEqualTo(DB.transactions().as(scope, () -> store.count(its, rate)).on(side));
          }
        }
      }
    }
  }

  private static @Nullable UUID one(List<UUID> ids, Random random) {
    return random.nextInt(4) == 0 ? null : ids.get(random.nextInt(ids.size()));
  }

  private static final String DIFFERENT = """
      select 'kept ' || kept::text from (select * from appeal.rated except select * from appeal.rating) kept
      union all select 'read ' || read::text from (select * from appeal.rating except select * from appeal.rated) read""";

  @Test
  void whatIsKeptIsWhatTheFilesSayAfterEveryActInWhateverOrder() {
    long seed = 20220421;
    var random = new Random(seed);
    var ids = new ArrayList<UUID>();
    for (int n = 0; n < 40; n++) {
      ids.add(tell(random, TO.plus(Duration.ofDays(365)), new ArrayList<>()));
    }
    for (int n = 0; n < 400; n++) {
      var id = ids.get(random.nextInt(ids.size()));
      var act = CHANGES.get(random.nextInt(CHANGES.size()));
      DB.superuser().sql(act).param("id", id).param("new", UuidV7.create()).param("number", random.nextInt(3)).update();
      if (n % 20 == 19) {
        assertThat(DB.superuser().sql(DIFFERENT).query(String.class).list()).as("seed %d, after %d acts", seed, n + 1).isEmpty();
      }
    }
  }

  @Test
  void nobodyButItsOwnerWritesAFigure() {
    assertThatThrownBy(() -> system(() -> DB.jdbc().sql("update appeal.rated set on_time = 'COUNTED'").update()))
        .rootCause().hasMessageContaining("permission denied");
  }

  /** What the acts of an appeal change of what a rate is read from; {@code :new} is a new id, {@code :number} 0, 1 or 2. */
  private static final List<String> CHANGES = List.of(
      "update appeal.appeal set lead_id = case when :number = 0 then null else cast(:new as uuid) end where id = :id",
      "update appeal.appeal set class_code = 'CLASS' || :number where id = :id and cast(:new as uuid) is not null",
      "update appeal.appeal set area = '32061300' || (5 + :number) || '001', estate_id = :new where id = :id",
      "update appeal.complainant set kind = 'ANONYMOUS', phone_key = case when :number = 0 then 'x'::bytea end where appeal_id = :id "
          + "and cast(:new as uuid) is not null",
      "update appeal.appeal set closed_at = now(), state = 'CLOSED', outcome = (array['RESOLVED', 'REFERRED', 'EXPLAINED'])[1 + :number], "
          + "satisfied = (array[true, false, null])[1 + :number] where id = :id and cast(:new as uuid) is not null "
          + "and exists (select from appeal.proof p join appeal.reply r on r.id = p.reply_id where r.appeal_id = :id and r.round = appeal.round)",
      "update appeal.appeal set round = round + 1, closed_at = null, state = 'REOPENED', outcome = null, satisfied = false "
          + "where id = :id and cast(:new as uuid) is not null and :number = 0",
      "insert into appeal.reply (id, appeal_id, area, round, words, outcome, signed_by, signer, signed_at) select :new, id, area, round, '已办', "
          + "(array['RESOLVED', 'REFERRED', 'EXPLAINED'])[1 + :number], id, '', now() from appeal.appeal where id = :id on conflict do nothing",
      "insert into appeal.call_back (id, appeal_id, area, round, at, result, resolved, by_id, by_title, by_complainant) select :new, id, area, "
          + "round, clock_timestamp(), (array['SATISFIED', 'UNSATISFIED', 'UNREACHED'])[1 + :number], (array[true, false, null])[1 + :number], "
          + "id, '', false from appeal.appeal where id = :id",
      "update appeal.clock set stopped_at = now(), met = true where appeal_id = :id and stopped_at is null and cast(:new as uuid) is not null "
          + "and :number > 0",
      "insert into appeal.entry (id, appeal_id, area, at, act, round, to_state, by_id, by_title, visible) select :new, id, area, now(), 'RETURN', "
          + "1, 'ACCEPTED', id, '', false from appeal.appeal where id = :id and closed_at is null and :number = 0");

  /** One case with a single round, as it would be stored from that month on, and how it is to be counted. */
  private static UUID tell(Random random, Instant begin, List<Told> told) {
    var id = UuidV7.create();
    var area = AREAS.get(random.nextInt(AREAS.size()));
    var street = area.substring(0, 9);
    int round = 1 + random.nextInt(2);
    var due = begin.plus(Duration.ofHours(random.nextInt(30 * 24 + 240) - 120));
    var signed = random.nextInt(3) == 0 ? null : due.minus(Duration.ofHours(random.nextInt(60) - 20));
    var paused = signed == null && random.nextBoolean() ? due.minus(Duration.ofDays(1)) : null;
    var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
    var said = signed == null || random.nextInt(3) == 0 ? null : random.nextBoolean();
    boolean anonymous = random.nextInt(4) == 0;
    boolean called = signed != null && random.nextBoolean();
    boolean returned = random.nextInt(4) == 0;
    boolean closed = signed != null && (said == null ? called : said);
    DB.superuser().sql(Given.AN_APPEAL).param("id", id).param("area", area).update();
    DB.superuser().sql("update appeal.appeal set round = ? where id = ?").params(round, id).update();
    if (random.nextInt(3) == 0) {
      clock(id, area, round, due.minus(Duration.ofDays(2)), null, due.minus(Duration.ofDays(3))); // replaced by a correction
    }
    clock(id, area, round, due, paused, signed);
    complainant(id, area, anonymous);
    if (returned) {
      DB.superuser().sql("insert into appeal.entry (id, appeal_id, area, at, act, round, to_state, by_id, by_title, visible) "
          + "values (?, ?, ?, now(), 'RETURN', 1, 'ACCEPTED', ?, '', false)").params(UuidV7.create(), id, area, id).update();
    }
    if (signed != null) {
      answer(id, area, round, signed, outcome, said, called);
    }
    if (closed) {
      DB.superuser().sql("update appeal.appeal set outcome = ?, resolved = ?, satisfied = ? where id = ?")
          .params(Fields.values(outcome.name(), said, said, id)).update();
      DB.superuser().sql("update appeal.appeal set state = 'CLOSED', closed_at = ? where id = ?").params(Fields.utc(signed), id).update();
    }
    if (within(due)) {
      told.add(new Told(street, AppealRate.ON_TIME, RateStanding.ofReply(due, signed, paused, NOW)));
    }
    if (signed != null && within(signed)) {
      told.add(new Told(street, AppealRate.RESOLVED, RateStanding.ofWord(outcome, said, anonymous, called)));
      told.add(new Told(street, AppealRate.SATISFIED, RateStanding.ofWord(outcome, said, anonymous, called)));
      if (closed) {
        told.add(new Told(street, AppealRate.FIRST_CONTACT, RateStanding.ofFirstContact(outcome, said, round, returned)));
        told.add(new Told(street, AppealRate.REOPENED, RateStanding.ofReopened(round)));
      }
    }
    return id;
  }

  private static boolean within(Instant at) {
    return !at.isBefore(FROM) && at.isBefore(TO);
  }

  private static void clock(UUID appeal, String area, int round, Instant due, @Nullable Instant paused, @Nullable Instant stopped) {
    DB.superuser().sql("""
        insert into appeal.clock (id, appeal_id, area, round, step, rule_code, rule_version, amount, unit, roll, received_on,
          started_at, counted_from, due_on, due_at, provisional, arithmetic, paused_at, stopped_at, met)
        values (?, ?, ?, ?, 'REPLY', 'TEST', 1, 1, 'HOURS', 'NONE', '2022-04-01', now(), '2022-04-01', '2022-04-01', ?, false, '{}',
          ?::timestamptz, ?::timestamptz, ?::boolean)""")
        .params(Fields.values(UuidV7.create(), appeal, area, round, Fields.utc(due), Fields.utcIfAny(paused),
            Fields.utcIfAny(stopped), stopped == null ? null : !stopped.isAfter(due))).update();
  }

  private static void complainant(UUID appeal, String area, boolean anonymous) {
    DB.superuser().sql("insert into appeal.complainant (appeal_id, area, kind, reply_by) values (?, ?, ?, 'NONE')")
        .params(appeal, area, anonymous ? "ANONYMOUS" : "RESIDENT").update();
  }

  private static void answer(UUID appeal, String area, int round, Instant signed, Outcome outcome, @Nullable Boolean said,
      boolean called) {
    var reply = UuidV7.create();
    DB.superuser().sql("insert into appeal.reply (id, appeal_id, area, round, words, outcome, signed_by, signer, signed_at) "
        + "values (?, ?, ?, ?, '已办', ?, ?, '', ?)").params(reply, appeal, area, round, outcome.name(), appeal, Fields.utc(signed))
        .update();
    DB.superuser().sql("insert into appeal.proof (id, reply_id, appeal_id, area, kind, words) values (?, ?, ?, ?, 'PAPER', '单')")
        .params(UuidV7.create(), reply, appeal, area).update();
    if (called) {
      word(appeal, area, round, signed.plusSeconds(60), "UNREACHED", null);
    }
    if (said != null) {
      word(appeal, area, round, signed.plusSeconds(90), said ? "UNSATISFIED" : "SATISFIED", !said); // the last word holds
      word(appeal, area, round, signed.plusSeconds(120), said ? "SATISFIED" : "UNSATISFIED", said);
    }
  }

  private static void word(UUID appeal, String area, int round, Instant at, String result, @Nullable Boolean resolved) {
    DB.superuser().sql("insert into appeal.call_back (id, appeal_id, area, round, at, result, resolved, by_id, by_title, by_complainant) "
        + "values (?, ?, ?, ?, ?, ?, ?::boolean, ?, '', false)")
        .params(Fields.values(UuidV7.create(), appeal, area, round, Fields.utc(at), result, resolved, appeal)).update();
  }
}
