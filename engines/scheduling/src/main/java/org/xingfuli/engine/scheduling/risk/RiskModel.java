package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;

/**
 * What is left to chance in a network: rain, how fast people work, signatures outstanding. Three factors make a remaining
 * duration: the task's own, one shared by everything a trade does (the trade of the first crew the task holds) and one
 * shared by everything of a project; their product times the duration is rounded by chance to one of the two whole numbers
 * beside it, so that short tasks keep their mean. Immutable; the {@code with} methods give changed copies.
 *
 * <p>Luck belongs to names: tasks and projects of one name share theirs, so names should be unique and stay when something
 * is added.
 */
public final class RiskModel {

  final Rain rain;
  final double[] sensitivity;
  final Spread own;
  final Spread trade;
  final Spread project;
  final long[] taskEntity;
  final long[] projectEntity;
  /** Trade of each crew, and their names. */
  final int[] tradeOf;
  final List<String> trades;
  final List<Signature> signatures;

  private RiskModel(Rain rain, double[] sensitivity, Spread own, Spread trade, Spread project, long[] taskEntity,
      long[] projectEntity, int[] tradeOf, List<String> trades, List<Signature> signatures) {
    this.rain = rain;
    this.sensitivity = sensitivity;
    this.own = own;
    this.trade = trade;
    this.project = project;
    this.taskEntity = taskEntity;
    this.projectEntity = projectEntity;
    this.tradeOf = tradeOf;
    this.trades = trades;
    this.signatures = signatures;
  }

  /** No chance at all; tasks by their names (nameless ones by number), projects by number, every crew a trade of its own. */
  public static RiskModel certain(Network network) {
    long[] tasks = new long[network.size()];
    for (int i = 0; i < tasks.length; i++) {
      Task task = network.task(i);
      tasks[i] = task.name().isEmpty() ? Draws.entity(i) : Draws.entity(task.name());
    }
    long[] projects = new long[network.projects()];
    for (int p = 0; p < projects.length; p++) {
      projects[p] = Draws.entity(p);
    }
    int[] tradeOf = new int[network.crews().size()];
    List<String> trades = new ArrayList<>();
    for (int c = 0; c < tradeOf.length; c++) {
      tradeOf[c] = c;
      trades.add(network.crews().get(c).code());
    }
    return new RiskModel(Rain.never(), new double[network.size()], Spread.NONE, Spread.NONE, Spread.NONE, tasks, projects,
        tradeOf, trades, List.of());
  }

  /** @param rainSensitivity by task, 0 to 1: the share of wet days on which it stands still, the heaviest first */
  public RiskModel withRain(Rain value, double[] rainSensitivity) {
    if (rainSensitivity.length != sensitivity.length) {
      throw new IllegalArgumentException(rainSensitivity.length + " of " + sensitivity.length + " tasks");
    }
    return new RiskModel(value, rainSensitivity.clone(), own, trade, project, taskEntity, projectEntity, tradeOf, trades,
        signatures);
  }

  public RiskModel withProductivity(Spread ofTask, Spread ofTrade, Spread ofProject) {
    return new RiskModel(rain, sensitivity, ofTask, ofTrade, ofProject, taskEntity, projectEntity, tradeOf, trades,
        signatures);
  }

  public RiskModel withSignatures(List<Signature> value) {
    return new RiskModel(rain, sensitivity, own, trade, project, taskEntity, projectEntity, tradeOf, trades,
        List.copyOf(value));
  }

  /** @param tradeByCrew the trade of each crew; crews of one trade share its factor */
  public RiskModel withTrades(List<String> tradeByCrew) {
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] numbers = new int[tradeByCrew.size()];
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] = known.computeIfAbsent(tradeByCrew.get(c), name -> known.size());
    }
    return new RiskModel(rain, sensitivity, own, trade, project, taskEntity, projectEntity, numbers,
        List.copyOf(known.keySet()), signatures);
  }

  /** @param tasks by task, what its luck belongs to. @param projects by project, likewise */
  public RiskModel withNames(List<String> tasks, List<String> projects) {
    return new RiskModel(rain, sensitivity, own, trade, project, tasks.stream().mapToLong(Draws::entity).toArray(),
        projects.stream().mapToLong(Draws::entity).toArray(), tradeOf, trades, signatures);
  }

  public List<String> trades() {
    return trades;
  }

  /** Trade of the first crew a task holds; -1 when it holds none. */
  int tradeOf(Task task) {
    return task.demands().isEmpty() ? -1 : tradeOf[task.demands().get(0).crew()];
  }
}
