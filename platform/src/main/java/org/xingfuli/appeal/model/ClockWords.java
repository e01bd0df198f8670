package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Unit;

/** Says limits, and how the end of a clock was computed, in the order in which people count. */
public final class ClockWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final int year;
  private final List<String> zh = new ArrayList<>();
  private final List<String> en = new ArrayList<>();

  private ClockWords(int year) {
    this.year = year;
  }

  /** A limit such as 5 个工作日. */
  public static Words of(TimeLimit limit) {
    int n = limit.amount();
    return switch (limit.unit()) {
      case MINUTES -> n < 120 || n % 60 != 0 ? words(n, " 分钟", "minute") : words(n / 60, " 小时", "hour");
      case HOURS -> words(n, " 小时", "hour");
      case CALENDAR_DAYS -> words(n, " 天", "day");
      case WORKING_DAYS -> words(n, " 个工作日", "working day");
      case MONTHS -> words(n, " 个月", "month");
      case YEARS -> words(n, " 年", "year");
    };
  }

  /** Minutes as people say them: days and hours, hours and minutes, or minutes. */
  static Words spoken(long minutes) {
    int days = (int) (minutes / (24 * 60));
    int hours = (int) (minutes / 60 % 24);
    int rest = (int) (minutes % 60);
    return days > 0 ? both(words(days, " 天", "day"), hours, " 小时", "hour")
        : hours > 0 ? both(words(hours, " 小时", "hour"), rest, " 分钟", "minute") : words(rest, " 分钟", "minute");
  }

  private static Words both(Words large, int n, String zh, String en) {
    var small = words(n, zh, en);
    return n == 0 ? large : new Words(large.zh() + " " + small.zh(), large.en() + " " + small.en());
  }

  private static Words words(int n, String zh, String en) {
    return new Words(n + zh, n + " " + en + (n == 1 ? "" : "s"));
  }

  /** How the end of a clock was computed. */
  public static Words arithmetic(Clock clock) {
    return new ClockWords(clock.deadline().from().getYear()).said(clock);
  }

  private Words said(Clock clock) {
    var deadline = clock.deadline();
    var how = deadline.arithmetic();
    if (clock.rule().limit().unit().ofTheClock()) {
      var start = time(clock.startedAt().atZone(BusinessClock.ZONE).toLocalTime());
      say("自 " + zh(deadline.from()) + " " + start + " 起", "from " + en(deadline.from()) + " " + start);
    } else {
      say("自 " + zh(deadline.from()) + " 次日起算", "counted from the day after " + en(deadline.from()));
    }
    for (var day : how.adjustedWorkdays()) {
      say(zh(day) + " 补班算", en(day) + " is worked in exchange and counts");
    }
    holidays(how.holidaysSkipped());
    if (how.weekendDaysSkipped() > 0) {
      say("周末 " + how.weekendDaysSkipped() + " 天不算", how.weekendDaysSkipped() + " weekend day"
          + (how.weekendDaysSkipped() == 1 ? " does" : "s do") + " not count");
    }
    if (how.endOfMonth()) {
      say("当月没有这一天，算到月末", "the month has no such day and its last day counts");
    }
    clock.pauses().forEach(this::pause);
    var extension = clock.extension();
    if (extension != null) {
      say("延长 " + of(extension.amount()).zh(), "extended by " + of(extension.amount()).en());
    }
    how.rolledFrom().ifPresent(end -> say(zh(end) + " 不上班，顺延", en(end) + " is a day off and the end moves on"));
    end(clock);
    if (deadline.provisional()) {
      say("放假安排尚未公布，待确认", "the holidays are not yet announced, unconfirmed");
    }
    var limit = of(clock.rule().limit());
    return new Words(limit.zh() + "：" + String.join("，", zh), limit.en() + ": " + String.join(", ", en));
  }

  private void end(Clock clock) {
    var deadline = clock.deadline();
    var at = clock.rule().limit().unit().ofTheClock()
        ? time(deadline.dueAt().atZone(BusinessClock.ZONE).toLocalTime()) : "24:00";
    say("到 " + zh(deadline.due()) + " " + at, "until " + en(deadline.due()) + " " + at);
  }

  private void pause(Pause pause) {
    var from = Clock.day(pause.from());
    var to = pause.to();
    var why = pause.reason().words();
    say(why.zh() + "，" + zh(from) + (to == null ? " 起停表" : " 至 " + zh(Clock.day(to)) + " 停表"),
        "stood from " + en(from) + (to == null ? "" : " to " + en(Clock.day(to))) + " (" + why.en() + ")");
  }

  /** Each holiday once, from its first to its last day. */
  private void holidays(List<HolidayYear.Day> skipped) {
    var first = new LinkedHashMap<String, LocalDate>();
    var last = new LinkedHashMap<String, LocalDate>();
    for (var day : skipped) {
      var key = day.date().getYear() + day.name();
      first.putIfAbsent(key, day.date());
      last.put(key, day.date());
    }
    first.forEach((key, from) -> {
      var to = last.getOrDefault(key, from);
      var name = key.substring(4);
      say(name + " " + (from.equals(to) ? zh(from) : zh(from) + "至" + zh(to)) + " 不算",
          "the holiday " + (from.equals(to) ? en(from) : en(from) + " to " + en(to)) + " does not count");
    });
  }

  private void say(String chinese, String english) {
    zh.add(chinese);
    en.add(english);
  }

  private String zh(LocalDate day) {
    var words = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    return day.getYear() == year ? words : day.getYear() + "年" + words;
  }

  private String en(LocalDate day) {
    return DAY.format(day) + (day.getYear() == year ? "" : " " + day.getYear());
  }

  private static String time(LocalTime time) {
    return TIME.format(time);
  }
}
