package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;

/**
 * Checks a timetable against its network from the definitions alone, period by period; it shares no code with the
 * generations. Each violation is a refusal with code {@code schedule.*}.
 */
public final class Verifier {

  private final Network network;
  private final Timetable timetable;
  private final Actuals actuals;
  private final List<Refusal> violations = new ArrayList<>();

  private Verifier(Network network, Timetable timetable, Actuals actuals) {
    this.network = network;
    this.timetable = timetable;
    this.actuals = actuals;
  }

  /** Every violation; empty when the timetable is feasible. */
  public static List<Refusal> violations(Network network, Timetable timetable) {
    return violations(network, timetable, Actuals.none());
  }

  /** Likewise, facts taken as they are: they may break links and overload crews. */
  public static List<Refusal> violations(Network network, Timetable timetable, Actuals actuals) {
    Verifier verifier = new Verifier(network, timetable, actuals);
    verifier.run();
    return List.copyOf(verifier.violations);
  }

  private void run() {
    if (timetable.size() != network.size()) {
      add("schedule.wrong-size", Map.of("tasks", network.size(), "dates", timetable.size()));
      return;
    }
    for (int i = 0; i < network.size(); i++) {
      if (started(i)) {
        fact(i);
      } else {
        dates(i, network.task(i));
      }
    }
    network.links().forEach(this::link);
    for (int c = 0; c < network.crews().size(); c++) {
      crew(c);
    }
  }

  private void fact(int i) {
    Actuals.Progress progress = actuals.progress().get(i);
    if (progress == null) {
      return;
    }
    boolean kept = progress.start() == timetable.start(i)
        && (!(progress instanceof Actuals.Done done) || done.finish() == timetable.finish(i));
    if (!kept) {
      add("schedule.fact-changed", Map.of("task", name(i), "fact", progress.toString(),
          "start", timetable.start(i), "finish", timetable.finish(i)));
    }
  }

  private void dates(int i, Task task) {
    int start = timetable.start(i);
    int finish = timetable.finish(i);
    int earliest = Math.max(task.release(), actuals.dataDate());
    if (start < 0) {
      add("schedule.before-horizon", Map.of("task", name(i), "start", start));
    } else if (start < earliest) {
      add("schedule.before-release", Map.of("task", name(i), "start", start, "release", earliest));
    }
    if (finish > network.horizon()) {
      add("schedule.after-horizon", Map.of("task", name(i), "finish", finish, "horizon", network.horizon()));
    }
    if (start < 0 || finish > network.horizon() || finish < start) {
      if (finish < start) {
        add("schedule.wrong-duration", Map.of("task", name(i), "start", start, "finish", finish,
            "worked", finish - start, "duration", task.duration()));
      }
      return;
    }
    int worked = 0;
    for (int t = start; t < finish; t++) {
      worked += works(i, t) ? 1 : 0;
    }
    boolean trimmed = finish == start || works(i, start) && works(i, finish - 1);
    if (worked != task.duration() || task.duration() == 0 && finish != start) {
      add("schedule.wrong-duration", Map.of("task", name(i), "start", start, "finish", finish,
          "worked", worked, "duration", task.duration()));
    } else if (!trimmed) {
      add("schedule.not-working", Map.of("task", name(i), "start", start, "finish", finish));
    }
  }

  private void link(Link link) {
    if (started(link.to())) {
      return;
    }
    boolean fromFinish = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
    boolean toStart = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.SS;
    long bound = (fromFinish ? timetable.finish(link.from()) : timetable.start(link.from())) + (long) link.lag();
    int date = toStart ? timetable.start(link.to()) : timetable.finish(link.to());
    if (date < bound) {
      add("schedule.link-broken", Map.of("from", name(link.from()), "to", name(link.to()),
          "kind", link.kind().name(), "lag", link.lag(), "bound", bound, "date", date));
    }
  }

  private void crew(int index) {
    Crew crew = network.crews().get(index);
    int[] used = new int[Math.min(network.horizon(), Math.max(0, timetable.makespan())) + 1];
    boolean[] chosen = new boolean[used.length];
    for (int i = 0; i < network.size(); i++) {
      for (Demand demand : network.task(i).demands()) {
        if (demand.crew() == index) {
          int from = Math.max(started(i) ? actuals.dataDate() : 0, timetable.start(i));
          for (int t = from; t < Math.min(timetable.finish(i), used.length); t++) {
            if (works(i, t)) {
              used[t] += demand.number();
              chosen[t] |= !started(i);
            }
          }
        }
      }
    }
    for (int t = 0; t < used.length; t++) {
      if (chosen[t] && used[t] > crew.capacityAt(t)) {
        int from = t;
        int worst = 0;
        while (t < used.length && chosen[t] && used[t] > crew.capacityAt(t)) {
          worst = Math.max(worst, used[t] - crew.capacityAt(t));
          t++;
        }
        add("schedule.crew-overloaded", Map.of("crew", crew.code(), "from", from, "to", t - 1, "over", worst,
            "used", used[from], "capacity", crew.capacityAt(from), "tasks", holders(index, from)));
      }
    }
  }

  private List<String> holders(int crew, int period) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < network.size() && names.size() < 20; i++) {
      boolean there = timetable.start(i) <= period && period < timetable.finish(i) && works(i, period);
      if (there && network.task(i).demands().stream().anyMatch(d -> d.crew() == crew)) {
        names.add(name(i));
      }
    }
    return names;
  }

  private boolean works(int i, int period) {
    Task task = network.task(i);
    return network.calendars().get(task.calendar()).works(period)
        && !(task.rainSensitive() && network.rains(period));
  }

  private boolean started(int i) {
    return actuals.progress().containsKey(i);
  }

  private String name(int i) {
    return network.nameOf(i);
  }

  private void add(String code, Map<String, Object> values) {
    violations.add(Refusal.of(code, values));
  }
}
