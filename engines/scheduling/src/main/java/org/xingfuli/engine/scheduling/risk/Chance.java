package org.xingfuli.engine.scheduling.risk;

import java.util.Arrays;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.risk.Draws.Source;

/**
 * What chance says in one replication at a time. Holds arrays that the next replication overwrites, so a thread needs its
 * own.
 */
final class Chance {

  /** Stands for a dry period: no task is so sensitive. */
  private static final float DRY = 2;

  private final RiskModel model;
  private final long seed;
  private final int floor;
  private final double[] ownTable;
  private final double[] tradeTable;
  private final double[] projectTable;
  private final double[] enter;
  private final long[] tradeEntity;
  private final long[] periodEntity;
  private final int[] tradeOfTask;
  private final int[] projectOfTask;
  private final boolean steady;

  /** How light the rain of a period is, 0 the heaviest; a task of sensitivity s stands still when it is below s. */
  final float[] lightness;
  final double[] tradeFactor;
  final double[] projectFactor;
  /** Days late by signature. */
  final int[] late;
  private long ownStream;

  Chance(Network network, RiskModel model, int floor, long seed) {
    this.model = model;
    this.seed = seed;
    this.floor = floor;
    ownTable = model.own.table();
    tradeTable = model.trade.table();
    projectTable = model.project.table();
    tradeEntity = model.trades.stream().mapToLong(Draws::entity).toArray();
    tradeOfTask = new int[network.size()];
    projectOfTask = new int[network.size()];
    for (int i = 0; i < network.size(); i++) {
      tradeOfTask[i] = model.tradeOf(network.task(i));
      projectOfTask[i] = network.task(i).project();
    }
    lightness = new float[network.horizon()];
    Arrays.fill(lightness, DRY);
    enter = new double[lightness.length];
    periodEntity = new long[lightness.length];
    for (int t = floor; t < rainUntil(); t++) {
      enter[t] = t == floor ? model.rain.wet()[t] : model.rain.enter(t);
      periodEntity[t] = Draws.entity(t);
    }
    tradeFactor = new double[tradeEntity.length];
    projectFactor = new double[model.projectEntity.length];
    late = new int[model.signatures.size()];
    steady = model.own.equals(Spread.NONE) && model.trade.equals(Spread.NONE) && model.project.equals(Spread.NONE);
  }

  private int rainUntil() {
    return Math.min(lightness.length, model.rain.periods());
  }

  void draw(long replication) {
    rain(replication);
    long trades = Draws.stream(seed, replication, Source.TRADE);
    for (int g = 0; g < tradeFactor.length; g++) {
      tradeFactor[g] = tradeTable[Spread.step(Draws.of(trades, tradeEntity[g]))];
    }
    long projects = Draws.stream(seed, replication, Source.PROJECT);
    for (int p = 0; p < projectFactor.length; p++) {
      projectFactor[p] = projectTable[Spread.step(Draws.of(projects, model.projectEntity[p]))];
    }
    signatures(replication);
    ownStream = Draws.stream(seed, replication, Source.ACTIVITY);
  }

  private void rain(long replication) {
    long states = Draws.stream(seed, replication, Source.RAIN);
    long forces = Draws.stream(seed, replication, Source.RAIN_FORCE);
    double[] stay = model.rain.stay();
    boolean wet = false;
    for (int t = floor; t < rainUntil(); t++) {
      wet = Draws.unit(Draws.of(states, periodEntity[t])) < (wet ? stay[t] : enter[t]);
      lightness[t] = wet ? (float) Draws.unit(Draws.of(forces, periodEntity[t]) & ~0xFFFFFFFFFFL) : DRY;
    }
  }

  private void signatures(long replication) {
    long happens = Draws.stream(seed, replication, Source.SIGNATURE);
    long days = Draws.stream(seed, replication, Source.SIGNATURE_DAYS);
    for (int k = 0; k < late.length; k++) {
      Signature signature = model.signatures.get(k);
      long entity = Draws.entity(signature.name());
      boolean isLate = Draws.unit(Draws.of(happens, entity)) < signature.probability();
      int range = signature.most() - signature.least() + 1;
      late[k] = isLate ? signature.least() + (int) (Draws.unit(Draws.of(days, entity)) * range) : 0;
    }
  }

  /** Working periods a task needs of which the plan says so many are left. */
  int duration(int task, int planned) {
    if (planned == 0 || steady) {
      return planned;
    }
    long bits = Draws.of(ownStream, model.taskEntity[task]);
    double factor = ownTable[Spread.step(bits)] * projectFactor[projectOfTask[task]];
    int trade = tradeOfTask[task];
    if (trade >= 0) {
      factor *= tradeFactor[trade];
    }
    // Bits the table did not use: between two whole numbers the nearer one is the likelier.
    double chance = (bits & 0xFFFFFFFFL) * 0x1p-32;
    return Math.max(1, (int) (planned * factor + chance));
  }

  /** Wet periods from the data date until a period. */
  int wetUntil(int period) {
    int wet = 0;
    for (int t = floor; t < Math.min(period, lightness.length); t++) {
      wet += lightness[t] < DRY ? 1 : 0;
    }
    return wet;
  }
}
