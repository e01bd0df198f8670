package org.xingfuli.programme.model;

import java.time.LocalDate;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;

/**
 * Something tried in the same weather.
 *
 * @param words what to do
 * @param cost 元
 * @param mover whose move it is
 * @param decideBy when it must be decided at the latest
 */
public record RiskCure(Kind kind, Words words, int cost, Mover mover, LocalDate decideBy) {

  /** What kind of help it is. */
  public enum Kind { SIGNATURES, CREW, TOGETHER }
}
