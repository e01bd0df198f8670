package org.xingfuli.exchange.plans.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Label;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;

/** Puts dates and names to an engine's network. */
final class FromNetwork {

  private final String name;
  private final LocalDate start;
  private final Network network;
  private final @Nullable Timetable timetable;
  private final List<Label> labels;
  private final List<String> projects;
  private final List<String> crews;
  private final List<String> calendarNames;
  private final List<WorkDays> calendars = new ArrayList<>();
  private final Map<Calendar, Integer> known = new HashMap<>();

  FromNetwork(String name, LocalDate start, Network network, @Nullable Timetable timetable, List<Label> labels,
      List<String> projects, List<String> crews, List<String> calendarNames) {
    this.name = name;
    this.start = start;
    this.network = network;
    this.timetable = timetable;
    this.labels = labels;
    this.projects = projects;
    this.crews = crews;
    this.calendarNames = calendarNames;
  }

  Programme programme() {
    for (int c = 0; c < network.calendars().size(); c++) {
      calendar(network.calendars().get(c), calendarNames.get(c));
    }
    var activities = new ArrayList<Activity>();
    for (int i = 0; i < network.size(); i++) {
      activities.add(activity(i));
    }
    var pools = new ArrayList<Pool>();
    for (int c = 0; c < network.crews().size(); c++) {
      var capacity = new TreeMap<LocalDate, Integer>();
      capacity.put(start, network.crews().get(c).capacityAt(0));
      network.crews().get(c).profile().stream().filter(step -> step.from() > 0).forEach(step -> capacity.put(start.plusDays(step.from()), step.capacity()));
      pools.add(new Pool(network.crews().get(c).code(), crews.get(c), capacity));
    }
    var ties = network.links().stream()
        .map(link -> Tie.elapsed(link.from(), link.to(), link.kind(), link.lag())).toList();
    var dues = network.nodes().stream()
        .map(node -> new Due(node.code(), node.task(), start.plusDays(node.due() - 1L), node.weight())).toList();
    return new Programme(name, start, projects, calendars, pools, activities, ties, dues, Set.of());
  }

  private Activity activity(int i) {
    Task task = network.task(i);
    var label = labels.get(i);
    int calendar = calendar(network.calendarOf(i), calendarNames.get(task.calendar()) + " − 雨天 rain");
    var span = timetable == null ? null
        : new Span(start.plusDays(timetable.start(i)), start.plusDays(timetable.finish(i)));
    return new Activity(label.id(), label.wbs(), label.name(), label.groups(), task.project(), task.duration(), calendar,
        task.release() == 0 ? null : start.plusDays(task.release()), task.rainSensitive(), task.demands(), span, null, null);
  }

  private int calendar(Calendar calendar, String called) {
    return known.computeIfAbsent(calendar, fresh -> {
      calendars.add(WorkDays.of(called, start, network.horizon(),
          date -> fresh.works((int) ChronoUnit.DAYS.between(start, date))));
      return calendars.size() - 1;
    });
  }
}
