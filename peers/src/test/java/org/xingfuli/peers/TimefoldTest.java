package org.xingfuli.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** Both ways of asking Timefold: what they find is a timetable, and their own reckoning is the cost it is measured by. */
class TimefoldTest {

  /** So many moves of the local search, every score reckoned afresh as well: the same on a slow machine. */
  private static @Nullable Timetable checked(Model model, Network network, long seed, int moves) {
    Facts facts = new Facts(network);
    SolverConfig config = model.config(facts).withRandomSeed(seed).withEnvironmentMode(EnvironmentMode.FULL_ASSERT);
    config.getPhaseConfigList().getLast().setTerminationConfig(new TerminationConfig().withMoveCountLimit((long) moves));
    return model.solve(facts, config, () -> false);
  }

  /**
   * Two projects of two tasks that need the one crew for the first: the one with the near node must go first, although it is
   * the longer one.
   */
  private static Network twoProjects() {
    NetworkBuilder network = Network.builder();
    network.crew(Crew.of("roofers", 2));
    int quick = network.task(Task.of("quick", 3).holding(new Demand(0, 2)));
    int urgent = network.task(Task.of("urgent", 5).inProject(1).holding(new Demand(0, 1)));
    network.link(new Link(quick, network.task(Task.of("quick's rest", 1)), Link.Kind.FS, 2));
    network.link(new Link(urgent, network.task(Task.of("urgent's rest", 1).inProject(1)), Link.Kind.FS, 0));
    return network.node(new Node("M1", urgent, 5, 4)).build();
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void bothFindTheBestOfATinyProgrammeWhileTimefoldChecksEveryScore(Model model) {
    Network network = twoProjects();
    Timetable found = checked(model, network, 1, 1_000);
    assertThat(found).isNotNull();
    assertThat(Verifier.violations(network, found)).isEmpty();
    assertThat(Objective.districtCost().cost(network, found)).as("hand-over on 6 and 11, no node late").isEqualTo(17);
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void bothPlanSeededProgrammesWhileTimefoldChecksEveryScore(Model model) {
    for (int seed = 1; seed <= 3; seed++) {
      Network network = random(new Random(seed));
      Timetable found = checked(model, network, seed, 500);
      assertThat(found).isNotNull();
      assertThat(Verifier.violations(network, found)).isEmpty();
    }
  }

  @Test
  void everyOrderIsATimetableAndPlacingOnlyWhatDiffersGivesTheSame() {
    for (int seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Network network = random(random);
      Facts facts = new Facts(network);
      SerialOrder changed = new SerialOrder(facts);
      List<OrderedTask> order = new ArrayList<>(facts.topological().stream().map(OrderedTask::new).toList());
      for (int change = 0; change < 30; change++) {
        Collections.swap(order, random.nextInt(order.size()), random.nextInt(order.size()));
        changed.place(order);
        SerialOrder fresh = new SerialOrder(facts);
        fresh.place(order);
        Timetable timetable = facts.timetable(changed.starts());
        assertThat(timetable).isEqualTo(facts.timetable(fresh.starts()));
        assertThat(Verifier.violations(network, timetable)).isEmpty();
        assertThat(-changed.soft()).isEqualTo(Objective.districtCost().cost(network, timetable));
      }
    }
  }

  @Test
  void whatTheModelsDoNotKnowIsRefused() {
    NetworkBuilder network = Network.builder();
    int first = network.task(Task.of("first", 1));
    network.link(new Link(first, network.task(Task.of("second", 1)), Link.Kind.SS, 0));
    assertThatThrownBy(() -> new Facts(network.build())).isInstanceOf(IllegalArgumentException.class);
  }

  /** Some projects of ten tasks, three crews, lags, releases, a node on every project. */
  private static Network random(Random random) {
    NetworkBuilder network = Network.builder();
    for (int c = 0; c < 3; c++) {
      network.crew(Crew.of("crew " + c, 2 + random.nextInt(3)));
    }
    for (int p = 0; p < 4; p++) {
      int first = -1;
      for (int k = 0; k < 10; k++) {
        int task = network.task(Task.of("", random.nextInt(6)).inProject(p).notBefore(random.nextInt(4))
            .holding(new Demand(random.nextInt(3), 1 + random.nextInt(2))));
        first = first < 0 ? task : first;
        for (int before = first; before < task; before++) {
          if (random.nextInt(4) == 0) {
            network.link(new Link(before, task, Link.Kind.FS, random.nextInt(3)));
          }
        }
      }
      network.node(new Node("M1", first + 9, 12 + random.nextInt(20), 1 + random.nextInt(5)));
    }
    return network.build();
  }
}
