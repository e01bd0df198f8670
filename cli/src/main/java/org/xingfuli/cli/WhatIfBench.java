package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.whatif.Difference;
import org.xingfuli.engine.scheduling.whatif.Edit;
import org.xingfuli.engine.scheduling.whatif.Outcome;
import org.xingfuli.engine.scheduling.whatif.ShiftChain;
import org.xingfuli.engine.scheduling.whatif.WhatIf;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * The time from an edit to its answer on 40 estates (1,600 activities), a third of the year done: the frozen order repaired, what
 * differs listed, the chain of causes of every node that moved. Beside it, in the same run, the same edited network planned afresh
 * by the one-pass rules. Every answer of both goes through the verifier.
 */
record WhatIfBench(Path data, PrintWriter out, long seed, String engine) {

  private static final int EDITS = 450;
  private static final int WARM = 150;
  private static final List<String> KINDS =
      List.of("crews", "move", "rain", "release", "duration", "drop", "add", "order", "node");

  int run() throws IOException {
    Network network = wettable(PlanFiles.read(data.resolve("district/estates-40.txt")).network());
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = asPlanned(network, plan, plan.makespan() / 3);
    WhatIf whatIf = WhatIf.of(network, plan, actuals);
    Random random = new Random(seed);
    double[] ours = new double[EDITS];
    double[] peers = new double[EDITS];
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "whatif").put("engine", engine).put("seed", seed));
    long changed = 0;
    long explained = 0;
    for (int e = -WARM; e < EDITS; e++) {
      Edit edit = edit(Math.floorMod(e, KINDS.size()), network, actuals, random);
      long began = System.nanoTime();
      Outcome outcome = whatIf.with(List.of(edit));
      long steps = chains(outcome, network, actuals);
      double took = (System.nanoTime() - began) / 1e6;
      began = System.nanoTime();
      Timetable afresh = Scheduler.schedule(outcome.edited().network(), Objective.nodes()).timetable();
      double peer = (System.nanoTime() - began) / 1e6;
      table.checked(outcome.edited().network(), outcome.after(), outcome.edited().actuals());
      table.checked(outcome.edited().network(), afresh);
      if (e >= 0) {
        ours[e] = took;
        peers[e] = peer;
        changed += outcome.difference().changes().size();
        explained += steps;
      }
    }
    report(table, network, new Sample(ours), new Sample(peers), (double) changed / EDITS, (double) explained / EDITS);
    return table.end();
  }

  private static void report(BenchTable table, Network network, Sample ours, Sample peers, double changed, double explained) {
    table.row("%d activities, %d edits of %d kinds; on average %.0f activities changed and %.0f steps of causes", network.size(),
        EDITS, KINDS.size(), changed, explained);
    table.row("what-if: median %.2f ms, 99 %% %.2f ms, max %.2f ms", ours.median(), ours.at(0.99), ours.most());
    table.row("planned afresh, one pass: median %.2f ms, 99 %% %.2f ms, max %.2f ms", peers.median(), peers.at(0.99),
        peers.most());
    table.json().put("activities", network.size()).put("edits", EDITS).put("medianMs", ours.median())
        .put("p99Ms", ours.at(0.99)).put("maxMs", ours.most()).put("afreshMedianMs", peers.median())
        .put("afreshP99Ms", peers.at(0.99)).put("afreshMaxMs", peers.most());
  }

  private static long chains(Outcome outcome, Network network, Actuals actuals) {
    ShiftChain chains = ShiftChain.of(outcome, network, actuals);
    long steps = 0;
    for (Difference.NodeChange node : outcome.difference().nodes()) {
      steps += node.changed() ? chains.to(network.nodes().get(node.node()).task()).size() : 0;
    }
    return steps;
  }

  /** The files know no rain; without any, a third of the activities that rain would stop does not move a date. */
  private static Network wettable(Network network) {
    NetworkBuilder builder = network.toBuilder();
    for (int i = 0; i < network.size(); i += 3) {
      builder.replace(i, network.task(i).stoppedByRain());
    }
    return builder.build();
  }

  /** Everything as planned until the data date. */
  private static Actuals asPlanned(Network network, Timetable plan, int dataDate) {
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (plan.finish(i) <= dataDate) {
        progress.put(i, new Actuals.Done(plan.start(i), plan.finish(i)));
      } else if (plan.start(i) < dataDate) {
        Calendar calendar = network.calendarOf(i);
        progress.put(i, new Actuals.Underway(plan.start(i), calendar.index(plan.finish(i)) - calendar.index(dataDate)));
      }
    }
    return new Actuals(dataDate, progress);
  }

  private static Edit edit(int kind, Network network, Actuals actuals, Random random) {
    int task = random.nextInt(network.size());
    while (actuals.progress().containsKey(task)) {
      task = random.nextInt(network.size());
    }
    int crew = random.nextInt(network.crews().size());
    int from = actuals.dataDate() + random.nextInt(60);
    return switch (KINDS.get(kind)) {
      case "crews" -> new Edit.Crews(crew, from, from + 20 + random.nextInt(40), 1 + random.nextInt(3));
      case "move" -> new Edit.CrewMove(crew, (crew + 1) % network.crews().size(), 1, from, from + 30);
      case "rain" -> new Edit.Rain(from, from + 1 + random.nextInt(7));
      case "release" -> new Edit.Release(task, actuals.dataDate() + random.nextInt(60));
      case "duration" -> new Edit.Duration(task, 1 + random.nextInt(20));
      case "drop" -> new Edit.Drop(task);
      case "add" -> new Edit.Add(Task.of("new", 1 + random.nextInt(10)).inProject(network.task(task).project())
          .holding(new Demand(crew, 1)), List.of(new Link(task, Edit.Add.SELF, Link.Kind.FS, 0)));
      case "order" -> {
        List<Integer> projects = new ArrayList<>();
        for (int p = 0; p < network.projects(); p++) {
          projects.add(p);
        }
        Collections.shuffle(projects, random);
        yield new Edit.Order(projects);
      }
      default -> new Edit.NodeDate(random.nextInt(network.nodes().size()), actuals.dataDate() + random.nextInt(90));
    };
  }
}
