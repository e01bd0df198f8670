package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.List;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;

/**
 * Something tried in the same weather.
 *
 * @param words what to do
 * @param cost 元
 * @param mover whose move it is
 * @param decideBy when it must be decided at the latest
 * @param edits what a draft of it begins with; empty when no draft can try it, as signatures in time
 */
public record RiskCure(Kind kind, Words words, int cost, Mover mover, LocalDate decideBy, List<DraftEdit> edits) {

  /** Cures of before drafts could try them hold none. */
  public RiskCure {
    edits = edits == null ? List.of() : List.copyOf(edits);
  }

  /** What kind of help it is. */
  public enum Kind { SIGNATURES, CREW, TOGETHER }
}
