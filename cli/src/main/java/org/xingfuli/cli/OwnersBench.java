package org.xingfuli.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.xingfuli.engine.consensus.owners.DeemedVotes;
import org.xingfuli.engine.consensus.owners.HeadsRule;
import org.xingfuli.engine.consensus.owners.Matter;
import org.xingfuli.engine.consensus.owners.MatterResult;
import org.xingfuli.engine.consensus.owners.MatterResult.Status;
import org.xingfuli.engine.consensus.owners.MatterRules;
import org.xingfuli.engine.consensus.owners.Meter;
import org.xingfuli.engine.consensus.owners.OwnersVote;
import org.xingfuli.engine.consensus.owners.Reason;
import org.xingfuli.engine.consensus.owners.Roll;
import org.xingfuli.engine.consensus.owners.Unit;

/** Owners' votes by chance, counted by the engine and again by brute force: how often they differ, and how often an edge was hit. */
final class OwnersBench {

  private static final MatterRules RULES = MatterRules.civilCode278();

  private final PrintWriter out;
  private final int runs;
  private final long seed;
  private final String engine;
  private final TreeMap<String, Integer> hits = new TreeMap<>();
  private long differences;

  OwnersBench(PrintWriter out, int runs, long seed, String engine) {
    this.out = out;
    this.runs = runs;
    this.seed = seed;
    this.engine = engine;
  }

  /** @return the command's exit code: 1 when the two differ */
  int run() {
    long began = System.nanoTime();
    OwnersRolls rolls = new OwnersRolls(seed);
    for (int r = 0; r < runs; r++) {
      OwnersRolls.Drawn drawn = rolls.next();
      MatterResult counted = count(drawn);
      look(drawn, counted);
      if (!agree(counted, OwnersRecount.of(drawn))) {
        differences++;
        if (differences <= 5) {
          out.println("different: roll " + r + " of seed " + seed + ": " + drawn);
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    JsonLine line = new JsonLine().put("engine", engine).put("rolls", runs).put("seed", seed).put("differences", differences);
    hits.forEach((name, count) -> {
      out.println(String.format(Locale.ROOT, "%-28s %,12d", name, count));
      line.put(name, (long) count);
    });
    out.println(String.format(Locale.ROOT, "%-28s %,12d of %,d rolls, %.1f s", "differences", differences, runs, seconds));
    out.println(line.put("seconds", seconds).end());
    out.flush();
    return differences == 0 ? 0 : 1;
  }

  static MatterResult count(OwnersRolls.Drawn drawn) {
    Roll roll = new Roll(drawn.units(), OwnersRolls.BUILDER, HeadsRule.usual());
    return new OwnersVote(roll, RULES, drawn.follows() ? DeemedVotes.FOLLOW_MAJORITY : DeemedVotes.OFF)
        .count(List.of(new Matter(OwnersRolls.MATTER, drawn.matter(), "")), drawn.ballots()).getFirst();
  }

  /** Every count, both thresholds and what follows from them. */
  static boolean agree(MatterResult counted, OwnersRecount again) {
    boolean shares = counted.status() == Status.PASSED || counted.status() == Status.SHARES_MET_WITHOUT_QUORUM;
    return again.area().equals(List.of(hundredths(counted.participationArea().whole()), hundredths(counted.participationArea().part()),
            hundredths(counted.approvalArea().part())))
        && again.heads().equals(List.of(counted.participationHeads().whole().toBigIntegerExact(),
            counted.participationHeads().part().toBigIntegerExact(), counted.approvalHeads().part().toBigIntegerExact()))
        && again.quorum() == counted.quorum() && again.shares() == shares && counted.passed() == (again.quorum() && again.shares());
  }

  private static BigInteger hundredths(BigDecimal area) {
    return area.movePointRight(2).toBigIntegerExact();
  }

  private void look(OwnersRolls.Drawn drawn, MatterResult counted) {
    hit("passed", counted.passed());
    hit("sharesWithoutQuorum", counted.status() == Status.SHARES_MET_WITHOUT_QUORUM);
    edge("participationArea", counted.participationArea());
    edge("participationHeads", counted.participationHeads());
    String share = drawn.matter() >= 6 && drawn.matter() <= 8 ? "ThreeQuarters" : "Half";
    edge("approvalArea" + share, counted.approvalArea());
    edge("approvalHeads" + share, counted.approvalHeads());
    hit("withCoOwners", drawn.units().stream().anyMatch(unit -> unit.owners().size() > 1));
    hit("withSeveralUnits", counted.heads().stream().anyMatch(each -> each.head().units().size() > 1));
    hit("withUnsold", drawn.units().stream().anyMatch(unit -> unit.owners().isEmpty()));
    hit("withDisputed", drawn.units().stream().anyMatch(unit -> unit.mark() == Unit.Mark.DISPUTED));
    hit("withExcluded", drawn.units().stream().anyMatch(unit -> unit.mark() == Unit.Mark.EXCLUDED));
    hit("withContradiction", counted.reasons().stream().anyMatch(reason -> reason.code() == Reason.Code.CONTRADICTORY));
    hit("withDeemed", drawn.follows());
  }

  private void edge(String name, Meter meter) {
    hit(name + "Exact", meter.whole().signum() > 0 && meter.share().equals(meter.threshold().share()));
  }

  private void hit(String name, boolean is) {
    hits.merge(name, is ? 1 : 0, Integer::sum);
  }
}
