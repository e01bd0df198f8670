package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/**
 * One line of a duty roster (值班表). Who sits there often has no account: volunteers, the delivery agent's people. So the name
 * or the title stands in words.
 *
 * @param deputy who comes when the other cannot
 */
public record Shift(UUID id, LocalDate day, LocalTime begins, LocalTime ends, String who, @Nullable String deputy) {

  private static final int MOST_NAME = 40;

  public OpeningHours.Hours hours() {
    return new OpeningHours.Hours(begins, ends);
  }

  /** Every fault of the shifts of a week: days outside it, ends before beginnings, nobody named. */
  public static List<Refusal> faults(List<Shift> shifts, LocalDate from, LocalDate to) {
    var faults = new ArrayList<Refusal>();
    for (int at = 0; at < shifts.size(); at++) {
      var shift = shifts.get(at);
      var pointer = "/shifts/" + at;
      if (shift.day().isBefore(from) || shift.day().isAfter(to)) {
        faults.add(Refusal.of("reception.duty-outside", Map.of("pointer", pointer + "/day", "day", shift.day().toString(), "from",
            from.toString(), "to", to.toString())));
      }
      if (!shift.ends().isAfter(shift.begins())) {
        faults.add(Refusal.of("reception.hours-backwards", Map.of("pointer", pointer, "day", shift.day().toString(), "from",
            shift.begins().toString(), "to", shift.ends().toString())));
      }
      if (shift.who().isBlank()) {
        faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", pointer + "/who")));
      } else if (shift.who().length() > MOST_NAME) {
        faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer + "/who", "most", MOST_NAME, "length", shift.who().length())));
      }
      if (shift.deputy() != null && shift.deputy().equals(shift.who())) {
        faults.add(Refusal.of("reception.own-deputy", Map.of("pointer", pointer + "/deputy", "who", shift.who())));
      }
    }
    return faults;
  }
}
