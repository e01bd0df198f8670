package org.xingfuli.demo.flow;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.BusinessDay;
import org.xingfuli.database.BusinessDay.Play;
import org.xingfuli.database.DayKeeper;
import org.xingfuli.database.Installation;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Moves the demo's business clock: forward to any day of two years, back only to its first day, and playing. A real
 * installation refuses (docs/decisions/0025).
 */
@Component
public class MoveClock {

  /** Holidays of later years are unknown, and no story goes on so long. */
  private static final int YEARS = 2;
  private static final int MOST_DAYS_A_MINUTE = 60;
  private static final UUID CLOCK = UUID.nameUUIDFromBytes("demo clock".getBytes(StandardCharsets.UTF_8));

  private final Installation installation;
  private final Transactions transactions;
  private final Audit audit;
  private final DayKeeper days;

  MoveClock(Installation installation, Transactions transactions, Audit audit, DayKeeper days) {
    this.installation = installation;
    this.transactions = transactions;
    this.audit = audit;
    this.days = days;
  }

  public BusinessDay now() {
    demoOnly();
    return days.ofDemo().orElseThrow(MoveClock::notYet);
  }

  /** Moves the day forward; moving to today changes nothing. */
  public BusinessDay forward(LocalDate to) {
    return acted(before -> {
      var refusals = new ArrayList<Refusal>();
      if (to.isBefore(before.today())) {
        refusals.add(Refusal.of("demo.clock-goes-forward", Map.of("today", before.today(), "to", to, "first", first(before),
            "pointer", "/day")));
      }
      refusals.addAll(tooFar(before, to, "/day"));
      Refused.ifAny(refusals);
      if (to.equals(before.today())) {
        return before;
      }
      record("demo.clock-move", Map.of("from", before.today(), "to", to));
      return days.forward(to);
    });
  }

  /** Sets the day back to the first one; what was done on later days stays on record. */
  public BusinessDay reset() {
    return acted(before -> {
      if (first(before).equals(before.today())) {
        return before;
      }
      record("demo.clock-reset", Map.of("from", before.today(), "to", first(before)));
      return days.setBack();
    });
  }

  /** Lets the days pass by themselves, or otherwise than before. */
  public BusinessDay play(Play play) {
    return acted(before -> {
      var refusals = new ArrayList<Refusal>();
      if (play.daysPerMinute() < 1 || play.daysPerMinute() > MOST_DAYS_A_MINUTE) {
        refusals.add(Refusal.of("demo.pace-out-of-range",
            Map.of("pace", play.daysPerMinute(), "most", MOST_DAYS_A_MINUTE, "pointer", "/daysPerMinute")));
      }
      var until = play.until();
      if (until != null && !until.isAfter(before.today())) {
        refusals.add(Refusal.of("demo.until-is-past", Map.of("today", before.today(), "until", until, "pointer", "/until")));
      }
      if (until != null) {
        refusals.addAll(tooFar(before, until, "/until"));
      }
      Refused.ifAny(refusals);
      if (play.equals(before.play())) {
        return before;
      }
      var facts = new HashMap<String, Object>(Map.of("daysPerMinute", play.daysPerMinute()));
      if (until != null) {
        facts.put("until", until);
      }
      record("demo.clock-play", facts);
      return days.play(play);
    });
  }

  public BusinessDay pause() {
    return acted(before -> {
      if (before.play() == null) {
        return before;
      }
      record("demo.clock-pause", Map.of("at", before.today()));
      return days.play(null);
    });
  }

  /** The last day the clock may be moved to. */
  public static LocalDate last(BusinessDay day) {
    return first(day).plusYears(YEARS);
  }

  private BusinessDay acted(UnaryOperator<BusinessDay> act) {
    now();
    return transactions.here(() -> act.apply(days.locked()));
  }

  private void record(String act, Map<String, ?> facts) {
    audit.record(act, new Subject("clock", CLOCK), facts);
  }

  private static List<Refusal> tooFar(BusinessDay before, LocalDate to, String pointer) {
    return to.isAfter(last(before))
        ? List.of(Refusal.of("demo.clock-too-far", Map.of("to", to, "last", last(before), "pointer", pointer)))
        : List.of();
  }

  private static LocalDate first(BusinessDay day) {
    var first = day.firstDay();
    if (first == null) {
      throw notYet();
    }
    return first;
  }

  private void demoOnly() {
    if (!installation.sample()) {
      throw new Refused(Refusal.of("demo.real-installation"));
    }
  }

  private static Refused notYet() {
    return new Refused(Refusal.of("demo.loading"));
  }
}
