package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a timetable must respect: tasks, links, calendars, crews, nodes, horizon. Checked and without cycles; made
 * by {@link #builder()}. Immutable.
 */
public final class Network {

  /** Later than any date; small enough to add to. */
  static final int NEVER = 1 << 29;

  private final List<Task> tasks;
  private final List<Link> links;
  private final List<Crew> crews;
  private final List<Calendar> calendars;
  private final List<Node> nodes;
  private final int[] projectEnd;
  private final BitSet rain;
  private final int horizon;
  private final boolean horizonGiven;

  final Arcs successors;
  final Arcs predecessors;
  /** Every task after all its predecessors. */
  final int[] topological;

  /** No link can ask for a period before its predecessor's: then both generations leave nothing to move left. */
  final boolean plainLinks;

  final int[] duration;
  final int[] release;
  final int[] project;
  final Calendar[] calendar;
  /** Earliest due of the nodes at a task, else NEVER. */
  final int[] due;
  /** Demands of task i: entries demandsFrom[i] until demandsFrom[i + 1]. */
  final int[] demandsFrom;
  final int[] demandCrew;
  final int[] demandNumber;

  Network(NetworkBuilder from, int horizon, Arcs successors, int[] topological) {
    tasks = List.copyOf(from.tasks);
    links = List.copyOf(from.links);
    crews = List.copyOf(from.crews);
    calendars = List.copyOf(from.calendars);
    nodes = List.copyOf(from.nodes);
    rain = (BitSet) from.rain.clone();
    this.horizon = horizon;
    this.horizonGiven = from.horizonIsGiven();
    this.topological = topological;
    int size = tasks.size();
    this.successors = successors;
    predecessors = Arcs.incoming(size, links);
    plainLinks = successors.plain();
    duration = new int[size];
    release = new int[size];
    project = new int[size];
    calendar = new Calendar[size];
    due = new int[size];
    demandsFrom = new int[size + 1];
    List<@Nullable Calendar> dry = new ArrayList<>();
    calendars.forEach(c -> dry.add(null));
    int projects = 0;
    int demands = 0;
    for (int i = 0; i < size; i++) {
      Task task = tasks.get(i);
      duration[i] = task.duration();
      release[i] = task.release();
      project[i] = task.project();
      projects = Math.max(projects, project[i] + 1);
      due[i] = NEVER;
      calendar[i] = task.rainSensitive() && !rain.isEmpty() ? dry(dry, task.calendar()) : calendars.get(task.calendar());
      demandsFrom[i] = demands;
      demands += task.demands().size();
    }
    demandsFrom[size] = demands;
    demandCrew = new int[demands];
    demandNumber = new int[demands];
    int k = 0;
    for (Task task : tasks) {
      for (Demand demand : task.demands()) {
        demandCrew[k] = demand.crew();
        demandNumber[k++] = demand.number();
      }
    }
    for (Node node : nodes) {
      due[node.task()] = Math.min(due[node.task()], node.due());
    }
    projectEnd = new int[Math.max(projects, 1)];
    for (int p = 0; p < projectEnd.length; p++) {
      projectEnd[p] = from.projectEnds.getOrDefault(p, NEVER);
    }
  }

  private Calendar dry(List<@Nullable Calendar> made, int index) {
    Calendar known = made.get(index);
    if (known == null) {
      known = calendars.get(index).without(rain, horizon);
      made.set(index, known);
    }
    return known;
  }

  public static NetworkBuilder builder() {
    return new NetworkBuilder();
  }

  public int size() {
    return tasks.size();
  }

  public int projects() {
    return projectEnd.length;
  }

  public Task task(int index) {
    return tasks.get(index);
  }

  public List<Task> tasks() {
    return tasks;
  }

  public List<Link> links() {
    return links;
  }

  public List<Crew> crews() {
    return crews;
  }

  public List<Calendar> calendars() {
    return calendars;
  }

  /** Whether rain-sensitive tasks stand still in this period. */
  public boolean rains(int period) {
    return rain.get(period);
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** Calendar the task really works on, rain taken out when it is rain-sensitive. */
  public Calendar calendarOf(int task) {
    return calendar[task];
  }

  /** Periods there are; no task may finish after it. */
  public int horizon() {
    return horizon;
  }

  /** Whether the caller chose the horizon; otherwise it is a safe upper bound. */
  public boolean horizonGiven() {
    return horizonGiven;
  }

  /** Exclusive end asked of a project, or {@link Integer#MAX_VALUE} when none is. */
  public int projectEnd(int projectIndex) {
    return projectEnd[projectIndex] == NEVER ? Integer.MAX_VALUE : projectEnd[projectIndex];
  }

  int projectEndOrNever(int projectIndex) {
    return projectEnd[projectIndex];
  }

  String nameOf(int task) {
    String name = tasks.get(task).name();
    return name.isEmpty() ? "#" + task : name;
  }

  /** A copy to change: drop rain, add a crew, lengthen a task. */
  public NetworkBuilder toBuilder() {
    NetworkBuilder copy = new NetworkBuilder();
    calendars.forEach(copy::calendar);
    crews.forEach(copy::crew);
    tasks.forEach(copy::task);
    links.forEach(copy::link);
    nodes.forEach(copy::node);
    for (int p = 0; p < projectEnd.length; p++) {
      if (projectEnd[p] != NEVER) {
        copy.projectEnd(p, projectEnd[p]);
      }
    }
    copy.rain(rain);
    if (horizonGiven) {
      copy.horizon(horizon);
    }
    return copy;
  }

  /**
   * Time turned round: links reversed, calendars and rain mirrored at the horizon, nodes and project ends become
   * releases. Crews are left out. The forward pass of the mirror is the backward pass of this network.
   */
  public Network mirrored() {
    NetworkBuilder mirror = new NetworkBuilder().horizon(horizon);
    calendars.forEach(c -> mirror.calendar(c.mirrored(horizon)));
    BitSet mirroredRain = new BitSet(horizon);
    rain.stream().filter(t -> t < horizon).forEach(t -> mirroredRain.set(horizon - 1 - t));
    mirror.rain(mirroredRain);
    for (int i = 0; i < size(); i++) {
      int latest = Math.min(Math.min(due[i], projectEnd[project[i]]), horizon);
      mirror.task(new Task(tasks.get(i).name(), project[i], duration[i], tasks.get(i).calendar(), horizon - latest,
          tasks.get(i).rainSensitive(), List.of()));
    }
    for (Link link : links) {
      Link.Kind kind = switch (link.kind()) {
        case FS -> Link.Kind.FS;
        case SF -> Link.Kind.SF;
        case SS -> Link.Kind.FF;
        case FF -> Link.Kind.SS;
      };
      mirror.link(new Link(link.to(), link.from(), kind, link.lag()));
    }
    return mirror.build();
  }
}
