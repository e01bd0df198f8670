package org.xingfuli.engine.scheduling.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Blocks;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;
import org.xingfuli.engine.scheduling.exact.Proof;
import org.xingfuli.engine.scheduling.exact.Windows;

/**
 * Why a node is not kept while every node that the plan keeps stays kept: the plainest explanation that holds, as facts none of
 * which can be left out, and what would save the node. Links and calendars first, then the work of a crew in a window, then a
 * conflict found by leaving out one fact after the other and asking CP-SAT again. The last, and all cures but the plan's own
 * date, are about the node's project and those in its way, every other project standing as planned; that is said as a fact. What
 * has begun never moves.
 */
public final class FailingNode {

  private static final int MOST_EXTRA = 3;

  private final Remaining left;
  private final Network network;
  private final Timetable plan;
  private final int index;
  private final Node node;
  private final Effort effort;
  private final BitSet free;
  private final List<Node> kept;

  /**
   * How long to think.
   *
   * @param tasks that may move, at most
   * @param work deterministic time of one question to CP-SAT; there are some dozen
   * @param workers threads of CP-SAT
   * @param seed of everything random
   * @param enough true ends it: what is then not known is said to be
   */
  public record Effort(int tasks, double work, int workers, long seed, BooleanSupplier enough) {}

  /** Answer of CP-SAT to whether some facts leave a timetable. */
  private enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /** What the question is asked of: a network and the nodes that must be kept in it. */
  private record Question(Network network, List<Node> due) {}

  /** A fact and the question without it. */
  private record Candidate(Fact fact, Function<Question, Question> without) {}

  private FailingNode(Remaining left, Timetable plan, int index, Effort effort) {
    this.left = left;
    network = left.network();
    this.plan = plan;
    this.index = index;
    this.effort = effort;
    node = network.nodes().get(index);
    kept = network.nodes().stream()
        .filter(other -> other.weight() > 0 && plan.finish(other.task()) <= other.due()).toList();
    free = new Blocks(network, effort.tasks())
        .rivals(plan, network.task(node.task()).project(), new SplittableRandom(effort.seed()));
    free.and(left.open());
  }

  /** Before anything has begun. */
  public static Explanation explain(Network network, Timetable plan, int node, Effort effort) {
    return explain(network, plan, Actuals.none(), node, effort);
  }

  /**
   * @param plan a feasible timetable of the network with these actuals, such as a forecast
   * @param node index of the node in the network
   */
  public static Explanation explain(Network network, Timetable plan, Actuals actuals, int node, Effort effort) {
    return new FailingNode(Remaining.of(network, actuals), plan, node, effort).explain();
  }

  private Explanation explain() {
    if (plan.finish(node.task()) <= node.due()) {
      return because(Explanation.Kind.NONE, List.of(), true, List.of(later(0, plan)));
    }
    Chain chain = new Chain(left, plan);
    if (chain.earliestFinish(node.task()) > node.due()) {
      List<Fact> facts = new ArrayList<>(chain.to(node.task()));
      facts.add(new Fact.Due(node));
      return because(Explanation.Kind.CHAIN, facts, true, cures(List.of(), chain.earliestFinish(node.task()) - node.due()));
    }
    Optional<List<Fact>> energy = energy();
    if (energy.isPresent()) {
      return because(Explanation.Kind.ENERGY, energy.get(), true, cures(energy.get(), 1));
    }
    return CpSat.available() ? conflict() : because(Explanation.Kind.UNKNOWN, List.of(), false, List.of(asPlanned()));
  }

  private Explanation because(Explanation.Kind kind, List<Fact> facts, boolean smallest, List<Cure> cures) {
    return new Explanation(node, kind, facts, smallest, cures);
  }

  // ---------------------------------------------------------------- energy

  private Optional<List<Fact>> energy() {
    List<Node> due = new ArrayList<>(kept);
    due.add(node);
    return new EnergyCheck(left, plan).overfull(windows(due)).map(energy -> {
      List<Node> needed = new ArrayList<>(due);
      for (Node other : due) {
        List<Node> fewer = new ArrayList<>(needed);
        fewer.remove(other);
        if (EnergyCheck.holds(energy, windows(fewer))) {
          needed = fewer;
        }
      }
      List<Fact> facts = new ArrayList<>(List.of(energy));
      needed.forEach(other -> facts.add(new Fact.Due(other)));
      return facts;
    });
  }

  private Windows windows(List<Node> due) {
    return new Windows(network, left.open(), plan, deadlines(new Question(network, due)));
  }

  private static int[] deadlines(Question question) {
    int[] deadlines = new int[question.network().size()];
    Arrays.fill(deadlines, question.network().horizon());
    question.due().forEach(other -> deadlines[other.task()] = Math.min(deadlines[other.task()], other.due()));
    return deadlines;
  }

  // ---------------------------------------------------------------- conflict

  private Explanation conflict() {
    List<Node> due = new ArrayList<>(kept.stream().filter(other -> free.get(other.task())).toList());
    due.add(node);
    Question question = new Question(network, due);
    Proof all = ask(question);
    if (all.timetable() != null) {
      return because(Explanation.Kind.NONE, List.of(), true, List.of(later(0, all.timetable())));
    }
    if (!all.infeasible()) {
      return because(Explanation.Kind.UNKNOWN, List.of(), false, cures(List.of(), 1));
    }
    List<Fact> facts = new ArrayList<>();
    boolean smallest = true;
    for (Candidate candidate : candidates(due)) {
      Question without = candidate.without().apply(question);
      Answer answer = answer(without);
      if (answer == Answer.NO) {
        question = without;
      } else {
        facts.add(candidate.fact());
        smallest &= answer == Answer.YES;
      }
    }
    facts.add(new Fact.Due(node));
    List<Integer> standing = left.open().stream().filter(i -> !free.get(i))
        .map(i -> network.task(i).project()).distinct().sorted().boxed().toList();
    if (!standing.isEmpty()) {
      facts.add(new Fact.Standing(standing));
    }
    return because(Explanation.Kind.CONFLICT, facts, smallest, cures(facts, 1));
  }

  /** What may be left out: crews' sizes, other nodes' dues, releases; those least likely to matter first. */
  private List<Candidate> candidates(List<Node> due) {
    List<Candidate> candidates = new ArrayList<>();
    free.stream().filter(i -> network.task(i).release() > left.today()).forEach(i -> candidates.add(new Candidate(
        new Fact.Release(i, network.task(i).release()),
        q -> new Question(
            Remaining.copy(q.network()).replace(i, q.network().task(i).notBefore(left.today())).build(), q.due()))));
    due.stream().filter(other -> !other.equals(node)).forEach(other -> candidates.add(new Candidate(
        new Fact.Due(other),
        q -> new Question(q.network(), q.due().stream().filter(its -> !its.equals(other)).toList()))));
    IntStream.range(0, network.crews().size()).filter(c -> free.stream().anyMatch(i -> holds(i, c)))
        .forEach(c -> candidates.add(new Candidate(new Fact.CrewSize(c), q -> new Question(
            with(q.network(), c, network.size(), 0, network.horizon()), q.due()))));
    return candidates;
  }

  private boolean holds(int task, int crew) {
    return network.task(task).demands().stream().anyMatch(demand -> demand.crew() == crew);
  }

  private Answer answer(Question question) {
    Proof proof = ask(question);
    if (proof.timetable() != null) {
      return Answer.YES;
    }
    return proof.infeasible() ? Answer.NO : Answer.UNKNOWN;
  }

  private Proof ask(Question question) {
    Budget budget = Budget.deterministic(effort.work(), effort.workers(), effort.seed()).until(effort.enough());
    return CpSat.within(question.network(), free, plan, deadlines(question), budget);
  }

  // ---------------------------------------------------------------- cures

  /**
   * @param facts whose crews are worth asking for more
   * @param soonest no date less late than this needs to be tried
   */
  private List<Cure> cures(List<Fact> facts, int soonest) {
    if (!CpSat.available()) {
      return List.of(asPlanned());
    }
    List<Cure> cures = new ArrayList<>();
    for (Fact fact : facts) {
      int crew = fact instanceof Fact.CrewSize size ? size.crew() : fact instanceof Fact.Energy energy ? energy.crew() : -1;
      Cure.@Nullable MoreCrew more = crew < 0 ? null : moreCrew(crew);
      if (more != null) {
        cures.add(more);
      }
    }
    cures.sort(Comparator.comparingLong(cure -> cure instanceof Cure.MoreCrew more ? more.crewDays() : 0));
    cures.add(laterDate(soonest));
    return cures;
  }

  private Question keeping(Network changed, int due) {
    List<Node> nodes = new ArrayList<>(kept.stream().filter(other -> free.get(other.task())).toList());
    nodes.add(new Node(node.code(), node.task(), due, node.weight()));
    return new Question(changed, nodes);
  }

  /** The fewest more with which the node is kept, and only for as long as they are needed. */
  private Cure.@Nullable MoreCrew moreCrew(int crew) {
    for (int extra = 1; extra <= MOST_EXTRA && !effort.enough().getAsBoolean(); extra++) {
      Network larger = with(network, crew, extra, 0, network.horizon());
      Timetable found = ask(keeping(larger, node.due())).timetable();
      if (found != null) {
        return needed(crew, extra, found);
      }
    }
    return null;
  }

  private Cure.MoreCrew needed(int crew, int extra, Timetable found) {
    int[] used = new int[found.makespan()];
    for (int i = 0; i < network.size(); i++) {
      for (var demand : network.task(i).demands()) {
        for (int t = found.start(i); demand.crew() == crew && t < found.finish(i); t++) {
          used[t] += network.calendarOf(i).works(t) ? demand.number() : 0;
        }
      }
    }
    long days = 0;
    int from = used.length;
    int to = 0;
    for (int t = left.today(); t < used.length; t++) {
      int over = used[t] - network.crews().get(crew).capacityAt(t);
      if (over > 0) {
        days += over;
        from = Math.min(from, t);
        to = t + 1;
      }
    }
    int begin = Math.min(from, to);
    int end = to;
    Network changed = with(left.given(), crew, extra, begin, end);
    return new Cure.MoreCrew(crew, extra, begin, end, days, changed, found);
  }

  private Cure asPlanned() {
    return later(plan.finish(node.task()) - node.due(), plan);
  }

  /** The least lateness CP-SAT finds a timetable for; the plan's own when it finds none. */
  private Cure laterDate(int soonest) {
    int worst = plan.finish(node.task()) - node.due();
    Timetable best = plan;
    int low = soonest;
    while (low < worst && !effort.enough().getAsBoolean()) {
      int middle = (low + worst) / 2;
      Timetable found = ask(keeping(network, node.due() + middle)).timetable();
      if (found == null) {
        low = middle + 1;
      } else {
        worst = Math.max(0, found.finish(node.task()) - node.due());
        best = found;
      }
    }
    return later(worst, best);
  }

  private Cure later(int periods, Timetable timetable) {
    Network changed = Remaining.copy(left.given())
        .replaceNode(index, new Node(node.code(), node.task(), node.due() + periods, node.weight())).build();
    return new Cure.LaterDate(periods, (long) node.weight() * periods, changed, timetable);
  }

  /** The network with so many more of a crew from one period until another. */
  private static Network with(Network network, int crew, int extra, int from, int until) {
    return Remaining.copy(network).replaceCrew(crew, network.crews().get(crew).changed(from, until, extra)).build();
  }
}
