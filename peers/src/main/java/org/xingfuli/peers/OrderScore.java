package org.xingfuli.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import org.jspecify.annotations.Nullable;

/** The district cost of the timetable that an order gives; what an order shares with the one before is not placed again. */
public final class OrderScore implements EasyScoreCalculator<OrderedProgramme, HardSoftScore> {

  private @Nullable Facts facts;
  private @Nullable SerialOrder serial;

  @Override
  public HardSoftScore calculateScore(OrderedProgramme programme) {
    SerialOrder known = serial;
    if (known == null || facts != programme.facts()) {
      facts = programme.facts();
      known = new SerialOrder(programme.facts());
      serial = known;
    }
    known.place(programme.getSequence().getOrder());
    return HardSoftScore.of(0, known.soft());
  }
}
