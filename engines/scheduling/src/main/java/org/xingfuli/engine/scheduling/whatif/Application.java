package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Actuals.Done;
import org.xingfuli.engine.scheduling.Actuals.Progress;
import org.xingfuli.engine.scheduling.Actuals.Underway;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Applies edits one after the other to a copy of a network; made for one list of edits and thrown away. */
final class Application {

  private final Network network;
  private final Timetable frozen;
  private final List<Edit> edits;
  private final NetworkBuilder builder;
  private final List<Refusal> faults = new ArrayList<>();
  private final List<Crew> crews;
  private final int dataDate;
  private final Map<Integer, Progress> progress;
  private final BitSet rain = new BitSet();
  private final BitSet dropped = new BitSet();
  private final List<Edit.Add> added = new ArrayList<>();
  private final List<Edit.First> firsts = new ArrayList<>();
  private int[] key;
  private boolean changed;

  Application(Network network, Timetable frozen, Actuals actuals, List<Edit> edits) {
    this.network = network;
    this.frozen = frozen;
    this.edits = edits;
    this.dataDate = actuals.dataDate();
    this.progress = new HashMap<>(actuals.progress());
    builder = network.toBuilder();
    crews = new ArrayList<>(network.crews());
    key = new int[network.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = frozen.start(i);
    }
  }

  Edited apply() {
    edits.forEach(this::apply);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    if (!changed) {
      return edited(network);
    }
    for (int c = 0; c < crews.size(); c++) {
      builder.replaceCrew(c, crews.get(c));
    }
    if (!rain.isEmpty()) {
      for (int t = 0; t < network.horizon(); t++) {
        rain.set(t, rain.get(t) || network.rains(t));
      }
      builder.rain(rain);
    }
    if (!dropped.isEmpty()) {
      leaveNoWait();
    }
    Network edited = builder.build();
    if (!added.isEmpty()) {
      key = Places.ofAdded(edited, frozen, key);
    }
    return edited(edited);
  }

  /** Who goes first is decided last, among all there are. */
  private Edited edited(Network edited) {
    int[] keys = firsts.isEmpty() ? key : Sequence.of(edited, key).with(firsts).ranks();
    return new Edited(edited, new Actuals(dataDate, progress), keys);
  }

  private void apply(Edit edit) {
    switch (edit) {
      case Edit.Crews crewsEdit -> crews(crewsEdit.crew(), crewsEdit.from(), crewsEdit.until(), crewsEdit.by());
      case Edit.CrewMove move -> {
        crews(move.crew(), move.from(), move.until(), -move.number());
        crews(move.to(), move.from(), move.until(), move.number());
      }
      case Edit.Release release -> {
        if (open(release.task())) {
          replace(release.task(), t -> t.notBefore(release.release()));
        }
      }
      case Edit.Duration duration -> duration(duration);
      case Edit.Drop drop -> {
        if (open(drop.task())) {
          replace(drop.task(), t -> t.lasting(0).notBefore(0).holding());
          dropped.set(drop.task());
        }
      }
      case Edit.Add add -> add(add);
      case Edit.Order order -> order(order);
      case Edit.Rain wet -> {
        if (period(wet.from(), wet.until())) {
          rain.set(Math.max(0, wet.from()), Math.min(network.horizon(), wet.until()));
          changed = true;
        }
      }
      case Edit.NodeDate date -> node(date);
      case Edit.Starts starts -> starts.byTask().forEach((task, start) -> {
        if (known(task) && !progress.containsKey(task)) {
          replace(task, t -> t.notBefore(Math.max(t.release(), start)));
          key[task] = start;
        }
      });
      case Edit.First first -> {
        if (known(first.task()) && known(first.before())) {
          firsts.add(first);
        }
      }
    }
  }

  private void crews(int crew, int from, int until, int by) {
    if (crew < 0 || crew >= crews.size()) {
      fault("schedule.draft-unknown-crew", Map.of("crew", crew, "crews", crews.size()));
    } else if (period(from, until)) {
      crews.set(crew, crews.get(crew).changed(Math.max(0, from), until, by));
      changed = true;
    }
  }

  private void duration(Edit.Duration edit) {
    if (!known(edit.task())) {
      return;
    }
    Progress known = progress.get(edit.task());
    if (known instanceof Done) {
      fault("schedule.draft-task-begun", Map.of("task", name(edit.task())));
    } else if (known instanceof Underway underway) {
      int longer = edit.duration() - network.task(edit.task()).duration();
      progress.put(edit.task(), new Underway(underway.start(), Math.max(1, underway.remaining() + longer)));
    } else {
      replace(edit.task(), t -> t.lasting(edit.duration()));
    }
  }

  private void add(Edit.Add edit) {
    int index = builder.task(edit.task());
    for (Link link : edit.links()) {
      builder.link(new Link(link.from() == Edit.Add.SELF ? index : link.from(),
          link.to() == Edit.Add.SELF ? index : link.to(), link.kind(), link.lag()));
    }
    added.add(edit);
    changed = true;
  }

  private void order(Edit.Order edit) {
    for (int project : edit.projects()) {
      if (project < 0 || project >= network.projects()) {
        fault("schedule.draft-unknown-project", Map.of("project", project, "projects", network.projects()));
        return;
      }
    }
    key = Places.byProject(network, key, edit.projects(), progress.keySet());
  }

  private void node(Edit.NodeDate edit) {
    if (edit.node() < 0 || edit.node() >= network.nodes().size()) {
      fault("schedule.draft-unknown-node", Map.of("node", edit.node(), "nodes", network.nodes().size()));
      return;
    }
    Node node = network.nodes().get(edit.node());
    builder.replaceNode(edit.node(), new Node(node.code(), node.task(), edit.due(), node.weight()));
    changed = true;
  }

  /** Nothing cures after work that is not done. */
  private void leaveNoWait() {
    List<Link> shorter = network.links().stream().filter(l -> dropped.get(l.from()) && l.lag() > 0).toList();
    builder.unlink(l -> dropped.get(l.from()) && l.lag() > 0);
    shorter.forEach(l -> builder.link(new Link(l.from(), l.to(), l.kind(), 0)));
  }

  private void replace(int task, UnaryOperator<Task> change) {
    builder.replace(task, change.apply(builder.taskAt(task)));
    changed = true;
  }

  private boolean open(int task) {
    if (!known(task)) {
      return false;
    }
    if (progress.containsKey(task)) {
      fault("schedule.draft-task-begun", Map.of("task", name(task)));
      return false;
    }
    return true;
  }

  private boolean known(int task) {
    if (task < 0 || task >= network.size()) {
      fault("schedule.draft-unknown-task", Map.of("task", task, "tasks", network.size()));
      return false;
    }
    return true;
  }

  private boolean period(int from, int until) {
    if (until <= Math.max(0, from)) {
      fault("schedule.draft-period-empty", Map.of("from", from, "until", until));
      return false;
    }
    return true;
  }

  private String name(int task) {
    String name = network.task(task).name();
    return name.isEmpty() ? "#" + task : name;
  }

  private void fault(String code, Map<String, Object> values) {
    faults.add(Refusal.of(code, values));
  }
}
