package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up estates of so many owners with a unit each. */
final class Estate {

  static final String MATTER = "m";
  static final MatterRules RULES = MatterRules.civilCode278();

  private final List<Unit> units = new ArrayList<>();
  private final List<Ballot> ballots = new ArrayList<>();

  /** So many owners who share that area about evenly, to the hundredth, and say this; null: nothing. */
  Estate owners(int count, String area, @Nullable Vote vote) {
    long hundredths = new BigDecimal(area).movePointRight(2).longValueExact();
    for (int i = 0; i < count; i++) {
      long share = hundredths / count + (i < hundredths % count ? 1 : 0);
      String name = "u" + units.size();
      units.add(Unit.of(name, BigDecimal.valueOf(share, 2).toPlainString(), "of " + name));
      if (vote != null) {
        ballots.add(Ballot.ofUnit(MATTER, name, vote));
      }
    }
    return this;
  }

  Roll roll() {
    return roll(units);
  }

  MatterResult count(int matter) {
    return count(units, ballots, matter, DeemedVotes.OFF);
  }

  MatterResult count(int matter, DeemedVotes deemed) {
    return count(units, ballots, matter, deemed);
  }

  static Roll roll(List<Unit> units) {
    return new Roll(units, "builder", HeadsRule.usual());
  }

  static MatterResult count(List<Unit> units, List<Ballot> ballots, int matter, DeemedVotes deemed) {
    return new OwnersVote(roll(units), RULES, deemed).count(List.of(new Matter(MATTER, matter, "")), ballots).getFirst();
  }
}
