package org.xingfuli.exchange.plans;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A programme's schedule as CSV with the columns {@code activity,start,finish}: the file's own ids and dates, the finish
 * being the last day worked. A milestone stands on the day whose evening it is when work ends in it, else on the day
 * whose morning it is.
 */
final class ScheduleDates {

  private static final int MOST_NAMED = 20;
  /** Longer texts of a row are not shown whole. */
  private static final int LONGEST = 60;

  private final Programme programme;
  private final boolean[] ends;

  ScheduleDates(Programme programme) {
    this.programme = programme;
    this.ends = programme.endsWork();
  }

  LocalDate first(Timetable timetable, int activity) {
    return Programme.firstDay(span(timetable, activity), ends[activity]);
  }

  LocalDate last(Timetable timetable, int activity) {
    return Programme.lastDay(span(timetable, activity), ends[activity]);
  }

  private Span span(Timetable timetable, int activity) {
    return new Span(programme.date(timetable.start(activity)), programme.date(timetable.finish(activity)));
  }

  void write(Timetable timetable, Appendable to) throws IOException {
    for (int i = 0; i < programme.activities().size(); i++) {
      to.append(quoted(programme.activities().get(i).id())).append(',').append(first(timetable, i).toString())
          .append(',').append(last(timetable, i).toString()).append('\n');
    }
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Throws {@link Refused} with every fault of the rows. Waiting tasks start when what they wait for lets them. */
  Timetable read(Network network, List<String> rows) {
    var indexes = new HashMap<String, Integer>();
    for (int i = 0; i < programme.activities().size(); i++) {
      indexes.put(programme.activities().get(i).id(), i);
    }
    var faults = new ArrayList<Refusal>();
    int[] start = new int[network.size()];
    int[] finish = new int[network.size()];
    int[] lineOf = new int[programme.activities().size()];
    for (int line = 1; line < rows.size(); line++) {
      if (!rows.get(line).isBlank()) {
        row(rows.get(line), line + 1, indexes, faults, start, finish, lineOf);
      }
    }
    missing(lineOf, faults);
    Refused.ifAny(faults);
    waits(network, start, finish);
    return Timetable.of(start, finish);
  }

  private void row(String text, int line, Map<String, Integer> indexes, List<Refusal> faults, int[] start, int[] finish,
      int[] lineOf) {
    int second = text.lastIndexOf(',');
    int first = text.lastIndexOf(',', second - 1);
    var from = first < 0 ? null : date(text.substring(first + 1, second));
    var to = second < 0 ? null : date(text.substring(second + 1));
    if (from == null || to == null) {
      faults.add(Refusal.of("schedule-csv.dates", Map.of("line", line, "found", shortened(text))));
      return;
    }
    var id = unquoted(text.substring(0, first).strip());
    var index = indexes.get(id);
    if (index == null) {
      faults.add(Refusal.of("schedule-csv.unknown-id", Map.of("line", line, "activity", shortened(id))));
    } else if (lineOf[index] > 0) {
      faults.add(Refusal.of("schedule-csv.twice", Map.of("line", line, "activity", id, "before", lineOf[index])));
    } else {
      lineOf[index] = line;
      boolean milestone = programme.activities().get(index).days() == 0;
      int evening = milestone && !ends[index] ? 0 : 1;
      start[index] = programme.period(from) + (milestone ? evening : 0);
      finish[index] = programme.period(to) + evening;
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  private void missing(int[] lineOf, List<Refusal> faults) {
    var missing = new ArrayList<String>();
    for (int i = 0; i < lineOf.length; i++) {
      if (lineOf[i] == 0) {
        missing.add(programme.activities().get(i).id());
      }
    }
    if (!missing.isEmpty()) {
      faults.add(Refusal.of("schedule-csv.missing", Map.of("count", missing.size(), "activities",
          missing.subList(0, Math.min(MOST_NAMED, missing.size())).toString())));
    }
  }

  private void waits(Network network, int[] start, int[] finish) {
    int own = programme.activities().size();
    for (var link : network.links()) {
      if (link.to() >= own) {
        var calendar = network.calendarOf(link.to());
        int from = link.kind() == Link.Kind.SS ? start[link.from()] : finish[link.from()];
        start[link.to()] = calendar.next(Math.max(0, from));
        finish[link.to()] = calendar.finish(start[link.to()], network.task(link.to()).duration());
      }
    }
  }
}
