package org.xingfuli.exchange.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;

/**
 * A schedule file as read.
 *
 * @param format what it was
 * @param network all activities of the file, dummy source and sink included, in the file's order; of a programme with lags
 *     that are worked on a calendar, one waiting task for each follows them
 * @param firstNumber number of the first activity in the file's own counting: 1 in PSPLIB, else 0
 * @param projects projects the file says it has; some MPSPLIB files say 0
 * @param programme names and dates, in formats that have them
 * @param losses what of the file did not survive
 */
public record PlanFile(Format format, Network network, int firstNumber, int projects, @Nullable Programme programme,
    List<Loss> losses) {

  public PlanFile {
    losses = List.copyOf(losses);
  }

  PlanFile(Format format, Network network, int firstNumber, int projects) {
    this(format, network, firstNumber, projects, null, List.of());
  }

  static PlanFile of(Format format, Programme programme, List<Loss> losses) {
    return new PlanFile(format, programme.network(), 0, programme.projects().size(), programme, losses);
  }

  /** Formats read. */
  public enum Format {
    PSPLIB,
    MPSPLIB,
    DISTRICT,
    MPP,
    MSPDI,
    XER,
    PMXML,
    WORKBOOK
  }

  /** Activities of the file itself; tasks of the network after them only wait. */
  public int activities() {
    return programme == null ? network.size() : programme.activities().size();
  }

  /** What a schedule of this file is judged by where it was published; a programme by its nodes, if it has any. */
  public Objective objective() {
    return switch (format) {
      case PSPLIB, MPSPLIB -> Objective.makespan();
      case DISTRICT -> Objective.districtCost();
      case MPP, MSPDI, XER, PMXML, WORKBOOK ->
          network.nodes().isEmpty() ? Objective.makespan() : Objective.nodes();
    };
  }
}
