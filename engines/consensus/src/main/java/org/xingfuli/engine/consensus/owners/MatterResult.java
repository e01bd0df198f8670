package org.xingfuli.engine.consensus.owners;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What became of a matter: two meters for taking part, two for approval, all exact, and the reasons.
 *
 * @param heads what each head said, by the name of its first unit; empty when only totals were counted
 * @param reasons in a fixed order; empty when it passed and nothing else is to be told
 */
public record MatterResult(
    Matter matter,
    MatterRule rule,
    Status status,
    Meter participationArea,
    Meter participationHeads,
    Meter approvalArea,
    Meter approvalHeads,
    DeemedVotes deemed,
    List<HeadVote> heads,
    List<Reason> reasons) {

  /** How it stands. Only {@link #PASSED} is a decision. */
  public enum Status {
    /** 通过. */
    PASSED,
    /** 比例已够: the approving shares are reached and too few take part, so it is not passed. */
    SHARES_MET_WITHOUT_QUORUM,
    /** 未通过: enough take part, too few approve. */
    NOT_PASSED,
    /** 未达参与: too few take part, and too few of them approve. */
    NO_QUORUM
  }

  public MatterResult {
    heads = List.copyOf(heads);
    reasons = List.copyOf(reasons);
  }

  /** Both thirds of participation. */
  public boolean quorum() {
    return participationArea.reached() && participationHeads.reached();
  }

  public boolean passed() {
    return status == Status.PASSED;
  }

  /** Of totals somebody else counted, such as on a paper result sheet. */
  public static MatterResult of(Matter matter, MatterRules rules, Totals totals) {
    return of(matter, rules.of(matter.number()), totals, DeemedVotes.OFF, List.of(), List.of());
  }

  static MatterResult of(Matter matter, MatterRule rule, Totals totals, DeemedVotes deemed, List<HeadVote> heads, List<Reason> also) {
    Meter area = Meter.ofArea(totals.takingPartArea(), totals.area(), rule.participationArea());
    Meter persons = Meter.ofHeads(totals.takingPartHeads(), totals.heads(), rule.participationHeads());
    // As fine as the whole area, so that a part of few digits is told in the same.
    Meter approvingArea = Meter.ofArea(totals.approvingArea(), totals.takingPartArea().setScale(area.part().scale()), rule.approvalArea());
    Meter approvingHeads = Meter.ofHeads(totals.approvingHeads(), totals.takingPartHeads(), rule.approvalHeads());
    boolean quorum = area.reached() && persons.reached();
    boolean shares = approvingArea.reached() && approvingHeads.reached();
    List<Reason> reasons = new ArrayList<>(also);
    shortOf(Reason.Code.PARTICIPATION_AREA_SHORT, area, reasons);
    shortOf(Reason.Code.PARTICIPATION_HEADS_SHORT, persons, reasons);
    shortOf(Reason.Code.APPROVAL_AREA_SHORT, approvingArea, reasons);
    shortOf(Reason.Code.APPROVAL_HEADS_SHORT, approvingHeads, reasons);
    Status status;
    if (quorum) {
      status = shares ? Status.PASSED : Status.NOT_PASSED;
    } else {
      status = shares ? Status.SHARES_MET_WITHOUT_QUORUM : Status.NO_QUORUM;
    }
    if (status == Status.SHARES_MET_WITHOUT_QUORUM) {
      reasons.add(new Reason(Reason.Code.SHARES_MET_WITHOUT_QUORUM, Map.of()));
    }
    Collections.sort(reasons);
    return new MatterResult(matter, rule, status, area, persons, approvingArea, approvingHeads, deemed, heads, reasons);
  }

  private static void shortOf(Reason.Code code, Meter meter, List<Reason> reasons) {
    if (!meter.reached()) {
      reasons.add(Reason.of(code, meter));
    }
  }
}
