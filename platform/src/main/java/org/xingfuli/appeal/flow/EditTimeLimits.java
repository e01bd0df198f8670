package org.xingfuli.appeal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.TimeLimitCheck;
import org.xingfuli.appeal.model.TimeLimitDraft;
import org.xingfuli.appeal.model.TimeLimitRule;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.ClockStore.Binding;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Gives a time limit its next version from a day on, ends a version, confirms one, and takes one back that nobody was held to. What a
 * version says is never rewritten, and no edit takes away a version from appeals whose clocks run under it: those keep the limit they
 * were started with. Says for what reasons a clock may stand; clocks that stand go on standing.
 */
@Component
public class EditTimeLimits {

  private static final Subject LIMITS =
      new Subject("appeal-time-limits", UUID.nameUUIDFromBytes("appeal.time-limits".getBytes(UTF_8)));

  /** What the request ledger remembers. */
  public record Added(String code, int version) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final TimeLimitStore store;
  private final ClockStore clocks;
  private final BusinessClock clock;

  EditTimeLimits(Transactions transactions, RequestLedger ledger, Audit audit, TimeLimitStore store, ClockStore clocks,
      BusinessClock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.store = store;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The next version of a limit, or the first of a new one; the version before it ends on the day before. */
  public Added add(@Nullable String key, TimeLimitDraft given) {
    var draft = plain(given);
    var bound = bindings(draft.code());
    return transactions.here(() -> ledger.once(key, "appeal.time-limit-add", Added.class, () -> {
      store.hold();
      Refused.ifAny(TimeLimitCheck.alone(draft));
      var rows = store.rows();
      var before = rows.stream().filter(row -> row.rule().code().equals(draft.code()))
          .reduce((older, newer) -> newer).orElse(null);
      var wanted = draft.version(before == null ? 1 : before.rule().version() + 1);
      var ended = before == null ? null : endedBefore(before.rule(), wanted.effectiveFrom());
      var faults = new ArrayList<Refusal>();
      if (before != null && ended != null) {
        faults.addAll(sameMatter(before.rule(), wanted));
        faults.addAll(taken(bound, before.rule(), ended.effectiveTo(), "/effectiveFrom"));
      }
      faults.addAll(TimeLimitCheck.together(with(rows, ended, wanted)));
      Refused.ifAny(faults);
      if (before != null && ended != null && !ended.equals(before.rule()) && !store.update(ended, before.revision())) {
        throw stale(before.rule());
      }
      store.insert(wanted);
      audit.record("appeal.time-limit-add", LIMITS, Map.of("code", wanted.code(), "version", wanted.version(),
          "before", before == null ? "" : said(before.rule()), "after", said(wanted), "from", wanted.effectiveFrom().toString(),
          "confirmed", !wanted.unconfirmed(), "source", wanted.source()));
      return new Added(wanted.code(), wanted.version());
    }));
  }

  /**
   * Ends a version, opens it again, confirms it, or says what it rests on.
   *
   * @param effectiveTo last day of receipt it holds for; null while none is known
   * @param revision the one that was seen
   */
  public void change(String code, int version, @Nullable LocalDate effectiveTo, String source, boolean unconfirmed,
      int revision) {
    var bound = bindings(code);
    transactions.here(() -> {
      store.hold();
      var rows = store.rows();
      var before = rows.stream().map(TimeLimitStore.Row::rule)
          .filter(rule -> rule.code().equals(code) && rule.version() == version).findFirst().orElseThrow(Problems::absent);
      var wanted = before.resting(plain(source), unconfirmed).endingOn(effectiveTo);
      var faults = new ArrayList<>(TimeLimitCheck.source(wanted.source()));
      faults.addAll(taken(bound, before, effectiveTo, "/effectiveTo"));
      faults.addAll(TimeLimitCheck.together(with(rows, wanted, null)));
      Refused.ifAny(faults);
      if (!store.update(wanted, revision)) {
        throw stale(before);
      }
      audit.record("appeal.time-limit-change", LIMITS, Map.of("code", code, "version", version, "limit", said(wanted),
          "before", ends(before), "after", ends(wanted), "confirmed", !unconfirmed, "source", wanted.source()));
    });
  }

  /**
   * Takes back the last version of a limit before the first day it is for; the version before it ends where it is told to.
   *
   * @param previousTo last day of receipt the version before it holds for; null while none is known
   * @param revision the one that was seen
   */
  public void takeBack(String code, int version, @Nullable LocalDate previousTo, int revision) {
    boolean used = transactions.as(SystemScope.of("appeal.time-limits"), () -> clocks.startedUnder(code, version));
    var bound = bindings(code);
    transactions.here(() -> {
      store.hold();
      var rows = store.rows();
      var versions = rows.stream().filter(row -> row.rule().code().equals(code)).toList();
      var gone = versions.stream().map(TimeLimitStore.Row::rule).filter(rule -> rule.version() == version).findFirst()
          .orElseThrow(Problems::absent);
      Refused.ifAny(stays(gone, versions.getLast().rule(), used));
      var before = versions.size() < 2 ? null : versions.get(versions.size() - 2);
      var again = before == null ? null : before.rule().endingOn(previousTo);
      var faults = new ArrayList<Refusal>();
      if (before != null) {
        faults.addAll(taken(bound, before.rule(), previousTo, "/previousTo"));
      }
      faults.addAll(TimeLimitCheck.together(with(rows, again, null).stream().filter(rule -> !same(rule, gone)).toList()));
      Refused.ifAny(faults);
      if (!store.remove(gone, revision)
          || before != null && again != null && !again.equals(before.rule()) && !store.update(again, before.revision())) {
        throw stale(gone);
      }
      audit.record("appeal.time-limit-take-back", LIMITS, Map.of("code", code, "version", version, "limit", said(gone),
          "from", gone.effectiveFrom().toString(), "before", again == null ? "" : said(again), "to", again == null ? "" : ends(again)));
    });
  }

  /**
   * Says whether a clock may stand for a reason, and what that rests on. Holds for who pauses from now on.
   *
   * @param revision the one that was seen
   */
  public void pauseReason(PauseReason reason, boolean allowed, String source, boolean unconfirmed, int revision) {
    var wanted = plain(source);
    transactions.here(() -> {
      Refused.ifAny(TimeLimitCheck.source(wanted));
      var before = store.pauseReasons().stream().filter(row -> row.reason() == reason).findFirst().orElseThrow(Problems::absent);
      if (!store.update(new TimeLimitStore.ReasonRow(reason, allowed, wanted, unconfirmed, revision))) {
        throw new Refused(Refusal.of("appeal.rules-stale", Map.of("what", reason.words().zh())));
      }
      audit.record("appeal.pause-reason-change", LIMITS, Map.of("reason", reason.name(), "before", before.allowed(),
          "after", allowed, "confirmed", !unconfirmed, "source", wanted));
    });
  }

  /** Why a version cannot be taken back: somebody may have been told it, or reckoned by it, or another follows. */
  private List<Refusal> stays(TimeLimitRule rule, TimeLimitRule last, boolean used) {
    var faults = new ArrayList<Refusal>();
    var today = clock.today();
    if (!rule.effectiveFrom().isAfter(today)) {
      faults.add(Refusal.of("appeal.time-limit-in-force", Map.of("code", rule.code(), "version", rule.version(),
          "from", rule.effectiveFrom().toString(), "today", today.toString())));
    }
    if (used) {
      faults.add(Refusal.of("appeal.time-limit-used", Map.of("code", rule.code(), "version", rule.version())));
    }
    if (!same(rule, last)) {
      faults.add(Refusal.of("appeal.time-limit-followed", Map.of("code", rule.code(), "version", rule.version(),
          "last", last.version())));
    }
    return faults;
  }

  /** All running clocks count, also those the editor does not reach. */
  private List<Binding> bindings(String code) {
    return transactions.as(SystemScope.of("appeal.time-limits"), () -> clocks.bindings(code));
  }

  private static TimeLimitRule endedBefore(TimeLimitRule before, LocalDate next) {
    var last = before.effectiveTo();
    boolean reaches = last == null || !last.isBefore(next);
    return reaches && before.effectiveFrom().isBefore(next) ? before.endingOn(next.minusDays(1)) : before;
  }

  private static List<Refusal> sameMatter(TimeLimitRule before, TimeLimitRule wanted) {
    return before.regime() == wanted.regime() && before.step() == wanted.step() ? List.of()
        : List.of(Refusal.of("appeal.time-limit-other-matter", Map.of("value", wanted.code(), "pointer", "/code")));
  }

  /** Refuses a last day that lies before the receipt of an appeal whose clock runs under the version. */
  private static List<Refusal> taken(List<Binding> bound, TimeLimitRule rule, @Nullable LocalDate last, String at) {
    return last == null || last.equals(rule.effectiveTo()) ? List.of() : bound.stream()
        .filter(binding -> binding.version() == rule.version() && binding.last().isAfter(last))
        .map(binding -> Refusal.of("appeal.time-limit-bound", Map.of("clocks", binding.clocks(), "day",
            binding.last().toString(), "value", last.toString(), "pointer", at))).toList();
  }

  private static List<TimeLimitRule> with(List<TimeLimitStore.Row> rows, @Nullable TimeLimitRule changed,
      @Nullable TimeLimitRule added) {
    var all = new ArrayList<TimeLimitRule>();
    for (var row : rows) {
      all.add(changed != null && same(row.rule(), changed) ? changed : row.rule());
    }
    if (added != null) {
      all.add(added);
    }
    return all;
  }

  private static boolean same(TimeLimitRule one, TimeLimitRule other) {
    return one.code().equals(other.code()) && one.version() == other.version();
  }

  private static String said(TimeLimitRule rule) {
    var most = rule.mostExtension();
    return rule.limit().amount() + " " + rule.limit().unit() + (most == null ? "" : " + " + most.amount());
  }

  private static String ends(TimeLimitRule rule) {
    var last = rule.effectiveTo();
    return last == null ? "" : last.toString();
  }

  private static TimeLimitDraft plain(TimeLimitDraft given) {
    return new TimeLimitDraft(plain(given.code()), given.regime(), given.step(), given.kinds(), given.urgencies(),
        given.channels(), given.amount(), given.unit(), given.roll(), given.mostExtension(), given.warnBefore(),
        given.warnUnit(), given.warnShare(), given.effectiveFrom(), given.effectiveTo(), plain(given.source()),
        given.unconfirmed());
  }

  private static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static Refused stale(TimeLimitRule rule) {
    return new Refused(Refusal.of("appeal.time-limit-stale", Map.of("code", rule.code(), "version", rule.version())));
  }
}
