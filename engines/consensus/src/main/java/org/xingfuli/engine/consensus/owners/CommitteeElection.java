package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xingfuli.engine.consensus.owners.ElectionResult.Candidate;
import org.xingfuli.engine.consensus.owners.ElectionResult.Standing;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The election of an owners' committee: matter 3 for every candidate by itself. Who is approved by more than half of those taking
 * part, by area and by heads, may be elected; of these the seats go to those with most heads, among equal heads to the greater area
 * (an assumption: the law does not rank). Candidates equal in both over the last seats are tied and none of them is elected: no lot is
 * drawn here.
 */
public final class CommitteeElection {

  private static final int MATTER = 3;
  private static final Set<Standing> SEATED = Set.of(Standing.ELECTED, Standing.SHARES_MET_WITHOUT_QUORUM);
  private static final Comparator<Candidate> BY_VOTES =
      Comparator.comparing((Candidate each) -> each.heads().part()).thenComparing(each -> each.area().part()).reversed();

  private final Roll roll;
  private final MatterRule rule;

  public CommitteeElection(Roll roll, MatterRules rules) {
    this.roll = roll;
    this.rule = rules.of(MATTER);
  }

  /** @throws Refused with every fault: a ballot for nobody of the roll or the slate */
  public ElectionResult count(Slate slate, List<Choice> choices) {
    check(slate, choices);
    Voices<Set<String>> voices = Voices.of(roll, choices.stream().map(choice -> new Voices.Said<>(choice.unit(), choice.person(),
        choice.valid() && choice.candidates().size() <= slate.seats() ? choice.candidates() : null)).toList());
    Map<Head, Set<String>> said = voices.said();
    BigDecimal area = area(said, wanted -> true);
    Meter takingPartArea = Meter.ofArea(area, roll.area(), rule.participationArea());
    Meter takingPartHeads = Meter.ofHeads(said.size(), roll.heads().size(), rule.participationHeads());
    List<Candidate> counted = new ArrayList<>();
    for (String candidate : slate.candidates()) {
      Predicate<Set<String>> wanted = those -> those.contains(candidate);
      Meter byArea = Meter.ofArea(area(said, wanted), area.setScale(takingPartArea.part().scale()), rule.approvalArea());
      Meter byHeads = Meter.ofHeads(said.values().stream().filter(wanted).count(), said.size(), rule.approvalHeads());
      counted.add(new Candidate(candidate, byArea, byHeads,
          byArea.reached() && byHeads.reached() ? Standing.BEATEN : Standing.NO_MAJORITY));
    }
    counted.sort(BY_VOTES.thenComparing(Candidate::id));
    boolean quorum = takingPartArea.reached() && takingPartHeads.reached();
    List<Candidate> standing = seat(counted, slate.seats(), quorum);
    int vacant = slate.seats() - (int) standing.stream().filter(each -> each.standing() == Standing.ELECTED).count();
    List<Reason> reasons = reasons(voices.reasons(), takingPartArea, takingPartHeads, standing, vacant, slate.seats());
    return new ElectionResult(rule, slate, takingPartArea, takingPartHeads, standing, vacant, reasons);
  }

  private void check(Slate slate, List<Choice> choices) {
    List<Refusal> faults = new ArrayList<>();
    for (Choice choice : choices) {
      Voices.check(roll, choice.unit(), choice.person(), faults);
      choice.candidates().stream().filter(each -> !slate.candidates().contains(each)).sorted()
          .forEach(each -> faults.add(Refusal.of("owners.candidate-unknown", Map.of("candidate", each))));
    }
    Refused.ifAny(faults);
  }

  private static BigDecimal area(Map<Head, Set<String>> said, Predicate<Set<String>> wanted) {
    return said.entrySet().stream().filter(each -> wanted.test(each.getValue())).map(each -> each.getKey().votingArea())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Those with a majority, best first: a group of equals is seated whole or not at all. */
  private static List<Candidate> seat(List<Candidate> byVotes, int seats, boolean quorum) {
    List<Candidate> majority = byVotes.stream().filter(each -> each.standing() == Standing.BEATEN).toList();
    List<Candidate> seated = new ArrayList<>();
    for (Candidate each : byVotes) {
      long above = majority.stream().filter(other -> BY_VOTES.compare(other, each) < 0).count();
      long equal = majority.stream().filter(other -> BY_VOTES.compare(other, each) == 0).count();
      Standing standing = each.standing();
      if (standing == Standing.BEATEN && above + equal <= seats) {
        standing = quorum ? Standing.ELECTED : Standing.SHARES_MET_WITHOUT_QUORUM;
      } else if (standing == Standing.BEATEN && above < seats) {
        standing = Standing.TIED;
      }
      seated.add(new Candidate(each.id(), each.area(), each.heads(), standing));
    }
    return seated;
  }

  private static List<Reason> reasons(
      List<Reason> also, Meter area, Meter heads, List<Candidate> standing, int vacant, int seats) {
    List<Reason> reasons = new ArrayList<>(also);
    if (!area.reached()) {
      reasons.add(Reason.of(Reason.Code.PARTICIPATION_AREA_SHORT, area));
    }
    if (!heads.reached()) {
      reasons.add(Reason.of(Reason.Code.PARTICIPATION_HEADS_SHORT, heads));
    }
    List<Candidate> tied = standing.stream().filter(each -> each.standing() == Standing.TIED).toList();
    if (!tied.isEmpty()) {
      long seated = standing.stream().filter(each -> SEATED.contains(each.standing())).count();
      reasons.add(new Reason(Reason.Code.TIE, Map.of("candidates", tied.stream().map(Candidate::id).collect(Collectors.joining(", ")),
          "seats", Long.toString(seats - seated))));
    }
    if (vacant > 0) {
      reasons.add(new Reason(Reason.Code.SEATS_VACANT, Map.of("vacant", Integer.toString(vacant), "seats", Integer.toString(seats))));
    }
    Collections.sort(reasons);
    return reasons;
  }
}
