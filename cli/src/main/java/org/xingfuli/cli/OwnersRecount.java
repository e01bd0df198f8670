package org.xingfuli.cli;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xingfuli.engine.consensus.owners.Ballot;
import org.xingfuli.engine.consensus.owners.Unit;

/**
 * An owners' vote counted again by brute force, as a second clerk would: no roll, no fractions, no table of rules. Every unit is held
 * against every other to find whose it is, every ballot against every unit; shares are compared by multiplying crosswise.
 *
 * @param area of all, in hundredths of a square metre, then of those taking part and of those who approve; {@code heads} the same
 */
record OwnersRecount(List<BigInteger> area, List<BigInteger> heads, boolean quorum, boolean shares) {

  private static final int APPROVE = 1;
  private static final int OPPOSE = 2;
  private static final int ABSTAIN = 4;
  private static final int INVALID = 8;

  static OwnersRecount of(OwnersRolls.Drawn drawn) {
    int n = drawn.units().size();
    List<Set<String>> whose = drawn.units().stream().map(OwnersRecount::whose).toList();
    int[] first = new int[n];
    for (int i = 0; i < n; i++) {
      first[i] = i;
      for (int j = n - 1; j >= 0; j--) {
        if (!gone(drawn.units().get(j)) && whose.get(i).equals(whose.get(j))) {
          first[i] = j;
        }
      }
    }
    int[] said = new int[n];
    for (Ballot ballot : drawn.ballots()) {
      for (int i = 0; i < n; i++) {
        if (speaksFor(ballot, drawn.units(), whose, i, first)) {
          said[i] |= switch (ballot.vote()) {
            case APPROVE -> APPROVE;
            case OPPOSE -> OPPOSE;
            case ABSTAIN -> ABSTAIN;
            case INVALID -> INVALID;
          };
        }
      }
    }
    return sum(drawn, first, said);
  }

  private static boolean speaksFor(Ballot ballot, List<Unit> units, List<Set<String>> whose, int i, int[] first) {
    for (int j = 0; j < units.size(); j++) {
      Unit other = units.get(j);
      boolean named = ballot.unit() == null ? whose.get(j).contains(ballot.person()) : other.id().equals(ballot.unit());
      if (named && !gone(other) && !gone(units.get(i)) && first[j] == first[i]) {
        return true;
      }
    }
    return false;
  }

  private static OwnersRecount sum(OwnersRolls.Drawn drawn, int[] first, int[] said) {
    int n = first.length;
    long[] area = new long[3];
    long[] heads = new long[3];
    long leadArea = 0;
    long leadHeads = 0;
    for (int round = 0; round < (drawn.follows() ? 2 : 1); round++) {
      int against = leadArea < 0 && leadHeads < 0 ? OPPOSE : 0;
      int follow = leadArea > 0 && leadHeads > 0 ? APPROVE : against;
      Arrays.fill(area, 0);
      Arrays.fill(heads, 0);
      for (int i = 0; i < n; i++) {
        if (gone(drawn.units().get(i))) {
          continue;
        }
        long hundredths = drawn.units().get(i).area().movePointRight(2).longValueExact();
        boolean silent = drawn.units().get(i).mark() == Unit.Mark.DISPUTED;
        boolean speaks = false;
        for (int j = 0; j < n; j++) {
          speaks |= first[j] == first[i] && drawn.units().get(j).mark() == Unit.Mark.NONE;
        }
        int vote = said[i] == 0 && round == 1 ? follow : said[i] & ~INVALID;
        boolean valid = speaks && Integer.bitCount(vote) == 1;
        int one = first[i] == i ? 1 : 0;
        area[0] += hundredths;
        heads[0] += one;
        area[1] += valid && !silent ? hundredths : 0;
        heads[1] += valid ? one : 0;
        area[2] += valid && !silent && vote == APPROVE ? hundredths : 0;
        heads[2] += valid && vote == APPROVE ? one : 0;
        if (round == 0 && valid) {
          int opposing = vote == OPPOSE ? -1 : 0;
          int way = vote == APPROVE ? 1 : opposing;
          leadArea += silent ? 0 : way * hundredths;
          leadHeads += (long) way * one;
        }
      }
    }
    boolean most = drawn.matter() >= 6 && drawn.matter() <= 8;
    boolean quorum = atLeast(area[1], area[0], 2, 3) && atLeast(heads[1], heads[0], 2, 3);
    boolean shares = area[1] > 0 && (most
        ? atLeast(area[2], area[1], 3, 4) && atLeast(heads[2], heads[1], 3, 4)
        : !atLeast(area[1] - area[2], area[1], 1, 2) && !atLeast(heads[1] - heads[2], heads[1], 1, 2));
    return new OwnersRecount(Arrays.stream(area).mapToObj(BigInteger::valueOf).toList(), Arrays.stream(heads).mapToObj(BigInteger::valueOf).toList(),
        quorum, shares);
  }

  /** part / whole ≥ of / by, crosswise. */
  private static boolean atLeast(long part, long whole, long of, long by) {
    return BigInteger.valueOf(part).multiply(BigInteger.valueOf(by)).compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(of))) >= 0;
  }

  private static boolean gone(Unit unit) {
    return unit.mark() == Unit.Mark.EXCLUDED;
  }

  private static Set<String> whose(Unit unit) {
    return unit.owners().isEmpty() ? Set.of(OwnersRolls.BUILDER) : new HashSet<>(unit.owners());
  }
}
