package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Counts the matters of an assembly. In a matter takes part who has a valid vote in it, also who abstains; approval is measured
 * against those taking part (Civil Code art. 278). Area and heads are whole numbers of hundredths and heads, shares exact fractions.
 */
public final class OwnersVote {

  private final Roll roll;
  private final MatterRules rules;
  private final DeemedVotes deemed;

  public OwnersVote(Roll roll, MatterRules rules, DeemedVotes deemed) {
    this.roll = roll;
    this.rules = rules;
    this.deemed = deemed;
  }

  /**
   * @return a result for each matter, in the order given
   * @throws Refused with every fault: a matter twice or with a number the rules lack, a ballot for no matter here, for no unit or person
   *     of the roll, of a person for a unit of others
   */
  public List<MatterResult> count(List<Matter> matters, List<Ballot> ballots) {
    check(matters, ballots);
    return matters.stream().map(matter -> one(matter, ballots)).toList();
  }

  private void check(List<Matter> matters, List<Ballot> ballots) {
    List<Refusal> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Matter matter : matters) {
      if (!ids.add(matter.id())) {
        faults.add(Refusal.of("owners.matter-twice", Map.of("matter", matter.id())));
      }
      if (rules.matters().stream().noneMatch(rule -> rule.number() == matter.number())) {
        faults.add(Refusal.of("owners.matter-number", Map.of("value", matter.number())));
      }
    }
    for (Ballot ballot : ballots) {
      if (!ids.contains(ballot.matter())) {
        faults.add(Refusal.of("owners.ballot-matter-unknown", Map.of("matter", ballot.matter())));
      }
      Voices.check(roll, ballot.unit(), ballot.person(), faults);
    }
    Refused.ifAny(faults);
  }

  private MatterResult one(Matter matter, List<Ballot> ballots) {
    MatterRule rule = rules.of(matter.number());
    Voices<Vote> voices = Voices.of(roll, ballots.stream().filter(ballot -> ballot.matter().equals(matter.id()))
        .map(ballot -> new Voices.Said<>(ballot.unit(), ballot.person(), ballot.vote() == Vote.INVALID ? null : ballot.vote())).toList());
    List<HeadVote> heads = new ArrayList<>();
    for (Head head : roll.heads()) {
      heads.add(new HeadVote(head, voices.said().get(head), false));
    }
    if (deemed == DeemedVotes.OFF) {
      return MatterResult.of(matter, rule, totals(heads), deemed, heads, voices.reasons());
    }
    boolean passedWithout = MatterResult.of(matter, rule, totals(heads), deemed, heads, List.of()).passed();
    return withDeemed(matter, rule, heads, voices, passedWithout);
  }

  /** Also when nobody is deemed the result says that it might have been so. */
  private MatterResult withDeemed(Matter matter, MatterRule rule, List<HeadVote> asVoted, Voices<Vote> voices, boolean passedWithout) {
    Vote leading = leading(asVoted);
    List<HeadVote> heads = new ArrayList<>();
    BigDecimal area = BigDecimal.ZERO.setScale(Unit.CENTIARES);
    int count = 0;
    for (HeadVote each : asVoted) {
      boolean deem = leading != null && each.vote() == null && each.head().maySpeak() && !voices.unheard().contains(each.head());
      heads.add(deem ? new HeadVote(each.head(), leading, true) : each);
      area = deem ? area.add(each.head().votingArea()) : area;
      count += deem ? 1 : 0;
    }
    List<Reason> reasons = new ArrayList<>(voices.reasons());
    reasons.add(new Reason(Reason.Code.DEEMED_VOTES_COUNTED, Map.of("heads", Integer.toString(count), "area", area.toPlainString(),
        "side", leading == null ? "none" : leading.name().toLowerCase(Locale.ROOT), "passedWithout", Boolean.toString(passedWithout))));
    return MatterResult.of(matter, rule, totals(heads), deemed, heads, reasons);
  }

  private Totals totals(List<HeadVote> heads) {
    BigDecimal[] area = {BigDecimal.ZERO, BigDecimal.ZERO};
    long[] count = {0, 0};
    for (HeadVote each : heads) {
      if (each.vote() != null) {
        count[0]++;
        area[0] = area[0].add(each.head().votingArea());
        if (each.vote() == Vote.APPROVE) {
          count[1]++;
          area[1] = area[1].add(each.head().votingArea());
        }
      }
    }
    return new Totals(roll.area(), roll.heads().size(), area[0], count[0], area[1], count[1]);
  }

  /** The side that leads by area and by heads, or none. */
  private static @Nullable Vote leading(List<HeadVote> heads) {
    BigDecimal area = BigDecimal.ZERO;
    int lead = 0;
    for (HeadVote each : heads) {
      if (each.vote() == Vote.APPROVE) {
        area = area.add(each.head().votingArea());
        lead++;
      } else if (each.vote() == Vote.OPPOSE) {
        area = area.subtract(each.head().votingArea());
        lead--;
      }
    }
    if (area.signum() != Integer.signum(lead) || lead == 0) {
      return null;
    }
    return lead > 0 ? Vote.APPROVE : Vote.OPPOSE;
  }
}
