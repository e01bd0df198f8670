package org.xingfuli.appeal.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.xingfuli.appeal.model.OpeningHours;
import org.xingfuli.appeal.model.OpeningHours.Hours;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.WorkCalendar;

/** Says opening hours as people say them: of today, or when the door opens next. */
final class HoursWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private HoursWords() {}

  static Words today(OpeningHours hours, ZonedDateTime now, WorkCalendar calendar) {
    var today = hours.on(now.toLocalDate(), calendar);
    var name = calendar.nameOf(now.toLocalDate()).map(holiday -> "（" + holiday + "）").orElse("");
    var next = hours.next(now, calendar);
    var open = today.isEmpty() ? new Words("今天不接待" + name, "Closed today" + name)
        : new Words("今天" + name + " " + list(today, "、"), "Today" + name + " " + list(today, ", "));
    return next.filter(one -> !one.date().equals(now.toLocalDate())).map(one -> {
      var from = TIME.format(one.hours().getFirst().from());
      var over = today.isEmpty() ? "" : "，已结束";
      return new Words(open.zh() + over + "，下次 " + DAY.format(one.date()) + " " + from,
          open.en() + (today.isEmpty() ? "" : " (over)") + "; next on " + one.date() + " at " + from);
    }).orElse(open);
  }

  private static String list(List<Hours> hours, String between) {
    return hours.stream().map(one -> TIME.format(one.from()) + "–" + TIME.format(one.to())).collect(Collectors.joining(between));
  }
}
