package org.xingfuli.peers;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.constructionheuristic.decider.forager.ConstructionHeuristicForagerConfig;
import ai.timefold.solver.core.config.constructionheuristic.decider.forager.ConstructionHeuristicPickEarlyType;
import ai.timefold.solver.core.config.heuristic.selector.list.SubListSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.AcceptorType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * How Timefold Solver, community edition on one thread, is asked for a programme. Two ways: the one that did best, and the one that
 * its own example of project scheduling shows.
 */
enum Model {

  /**
   * The order of the tasks is planned, serial generation makes a timetable of it: always feasible. Begins with the answer of our
   * own rules, so the peer starts where the planner starts; then late acceptance, or hill climbing for many tasks, over moves of
   * tasks and of stretches.
   */
  ORDER {
    @Override
    SolverConfig config(Facts facts) {
      // Timefold never stops looking for another place for a stretch that is the whole order.
      int stretch = Math.max(1, Math.min(STRETCH, facts.size() - 1));
      return new SolverConfig()
          .withSolutionClass(OrderedProgramme.class)
          .withEntityClasses(Sequence.class)
          .withEasyScoreCalculatorClass(OrderScore.class)
          .withPhases(new LocalSearchPhaseConfig()
              .withMoveSelectorConfig(new UnionMoveSelectorConfig().withMoveSelectors(
                  new ListChangeMoveSelectorConfig(),
                  new ListSwapMoveSelectorConfig(),
                  new SubListChangeMoveSelectorConfig()
                      .withSelectReversingMoveToo(false)
                      .withSubListSelectorConfig(new SubListSelectorConfig()
                          .withMinimumSubListSize(1).withMaximumSubListSize(stretch))))
              .withAcceptorConfig(facts.size() > MANY
                  ? new LocalSearchAcceptorConfig().withAcceptorTypeList(List.of(AcceptorType.HILL_CLIMBING))
                  : new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
              .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    @Override
    @Nullable Timetable solve(Facts facts, SolverConfig config, BooleanSupplier enough) {
      Timetable rules = Scheduler.schedule(facts.network, Objective.districtCost()).timetable();
      return until(enough, SolverFactory.<OrderedProgramme>create(config).buildSolver(),
          () -> new OrderedProgramme(facts, rules)).timetable();
    }
  },

  /**
   * The delay of every task behind its predecessors is planned, as in Timefold's own example of project scheduling, and with its
   * settings; crews too many are the hard score. Placed first by latest start, each at the first delay that its crews allow.
   */
  DELAY {
    @Override
    SolverConfig config(Facts facts) {
      return new SolverConfig()
          .withSolutionClass(DelayedProgramme.class)
          .withEntityClasses(DelayedTask.class)
          .withScoreDirectorFactory(
              new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(DelayScore.class))
          .withPhases(
              new ConstructionHeuristicPhaseConfig()
                  .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT)
                  .withForagerConfig(new ConstructionHeuristicForagerConfig()
                      .withPickEarlyType(ConstructionHeuristicPickEarlyType.FIRST_FEASIBLE_SCORE)),
              new LocalSearchPhaseConfig()
                  .withAcceptorConfig(new LocalSearchAcceptorConfig()
                      .withEntityTabuRatio(0.2).withLateAcceptanceSize(500))
                  .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(4)));
    }

    @Override
    @Nullable Timetable solve(Facts facts, SolverConfig config, BooleanSupplier enough) {
      return until(enough, SolverFactory.<DelayedProgramme>create(config).buildSolver(),
          () -> new DelayedProgramme(facts)).timetable();
    }
  };

  /** Of hill climbing and late acceptance over 5 to 400 steps, 400 being the default, what did best on these programmes. */
  private static final int LATE = 5;

  /** From so many tasks on an order takes so long to place that every worse one is a loss: hill climbing did best. */
  private static final int MANY = 500;

  /** Tasks that move as one, at most. */
  private static final int STRETCH = 10;

  private static final long LOOK_EVERY_MILLIS = 5;

  /** Of the community edition; seed and assertions are left to the caller. */
  abstract SolverConfig config(Facts facts);

  abstract @Nullable Timetable solve(Facts facts, SolverConfig config, BooleanSupplier enough);

  /**
   * The best that Timefold finds, absent when it had not placed every task in time; feasible or not.
   *
   * @param enough asked every few milliseconds from another thread; true ends the search
   */
  @Nullable Timetable solve(Network network, long seed, BooleanSupplier enough) {
    Facts facts = new Facts(network);
    return solve(facts, config(facts).withRandomSeed(seed).withEnvironmentMode(EnvironmentMode.NO_ASSERT), enough);
  }

  private static <T> T until(BooleanSupplier enough, Solver<T> solver, Supplier<T> problem) {
    Thread watch = Thread.ofPlatform().daemon().start(() -> {
      try {
        // Asked to end before it has begun, a solver would go on.
        while (!enough.getAsBoolean() || !solver.terminateEarly()) {
          Thread.sleep(LOOK_EVERY_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    try {
      return solver.solve(problem.get());
    } finally {
      watch.interrupt();
    }
  }
}
