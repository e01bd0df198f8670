package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one node of one project stands by the forecast.
 *
 * @param baseline the frozen plan's finish
 * @param finish the forecast's, or the day it was really reached
 * @param floatDays days left until the due date; negative when late
 * @param shiftDays days between baseline and finish
 * @param cause why, when it is at risk or late
 * @param mover the organisation whose move it is, as far as one is appointed
 * @param moverKind what that organisation is to the project
 */
public record ForecastNode(
    UUID projectId,
    UUID nodeId,
    String area,
    LocalDate due,
    LocalDate baseline,
    LocalDate finish,
    int floatDays,
    int shiftDays,
    State state,
    @Nullable Words cause,
    @Nullable UUID mover,
    @Nullable Mover moverKind) {

  /** Who has to act on a cause (assumption; domain.md 2.3). */
  public enum Mover {
    STREET("街道", "street"),
    DELIVERY_AGENT("代建单位", "delivery agent"),
    CONTRACTOR("施工单位", "contractor"),
    SUPERVISOR("监理单位", "supervisor"),
    UTILITY("管线单位", "utilities"),
    COMMAND("指挥部", "command");

    private final Words label;

    Mover(String zh, String en) {
      this.label = Words.of(zh, en);
    }

    public Words label() {
      return label;
    }
  }
}
