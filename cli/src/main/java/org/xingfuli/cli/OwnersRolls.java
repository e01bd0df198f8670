package org.xingfuli.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.owners.Ballot;
import org.xingfuli.engine.consensus.owners.Unit;
import org.xingfuli.engine.consensus.owners.Unit.Mark;
import org.xingfuli.engine.consensus.owners.Vote;

/**
 * Rolls and votes by chance, aimed at the edges: half of the time exactly two thirds, one half or three quarters, or one hundredth of a
 * square metre or one owner to either side of it; with co-owners, owners of several units, a builder, disputed and excluded units,
 * invalid and contradictory ballots.
 */
final class OwnersRolls {

  static final String BUILDER = "builder";
  static final String MATTER = "m";

  private final Random random;
  private List<Unit> units = List.of();
  private List<Ballot> ballots = List.of();
  private int persons;

  OwnersRolls(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** @param follows whether the silent follow the majority */
  record Drawn(List<Unit> units, List<Ballot> ballots, int matter, boolean follows) {}

  Drawn next() {
    units = new ArrayList<>();
    ballots = new ArrayList<>();
    persons = 0;
    int matter = 1 + random.nextInt(9);
    boolean most = matter >= 6 && matter <= 8;
    // Heads: those who oppose or abstain, those who approve, those who say nothing; areas in hundredths the same.
    long againstHeads = random.nextInt(5);
    long forHeads = aimed(againstHeads, most ? 3 : 1, 8);
    long restHeads = half(forHeads + againstHeads, 6);
    long against = againstHeads == 0 ? 0 : 100 + random.nextInt(50_000);
    long approving = forHeads == 0 ? 0 : Math.max(20, aimed(against, most ? 3 : 1, 60_000));
    long rest = restHeads == 0 ? 0 : Math.max(20, half(approving + against, 60_000));
    group(forHeads, approving, Vote.APPROVE);
    group(againstHeads, against, null);
    silent(restHeads, rest);
    if (units.isEmpty()) {
      silent(1, 5_000);
    }
    if (random.nextInt(3) == 0) {
      spoil();
    }
    Collections.shuffle(units, random);
    Collections.shuffle(ballots, random);
    return new Drawn(units, ballots, matter, random.nextInt(10) == 0);
  }

  /** So many times the other side, or one beside it; or anything. */
  private long aimed(long other, int times, int most) {
    return random.nextInt(4) == 0 ? random.nextInt(most) : Math.max(0, other * times + edge());
  }

  /** Half of those taking part, so that they are two thirds of all, or one beside it; or anything. */
  private long half(long takingPart, int most) {
    return random.nextInt(4) == 0 ? random.nextInt(most) : Math.max(0, takingPart / 2 + edge());
  }

  private int edge() {
    return random.nextInt(2) == 0 ? 0 : random.nextInt(3) - 1;
  }

  private void group(long heads, long area, @Nullable Vote vote) {
    for (long h = 0; h < heads; h++) {
      Vote other = random.nextBoolean() ? Vote.OPPOSE : Vote.ABSTAIN;
      Vote said = vote == null ? other : vote;
      List<String> owners = owners();
      List<Unit> theirs = head(owners, share(heads, h, area));
      if (random.nextInt(4) == 0 && !owners.isEmpty()) {
        ballots.add(Ballot.ofPerson(MATTER, owners.get(random.nextInt(owners.size())), said));
      } else {
        ballots.add(Ballot.ofUnit(MATTER, theirs.get(random.nextInt(theirs.size())).id(), said));
      }
    }
  }

  private void silent(long heads, long area) {
    for (long h = 0; h < heads; h++) {
      head(h == 0 && random.nextInt(3) == 0 ? List.of() : owners(), share(heads, h, area));
    }
  }

  private static long share(long heads, long h, long area) {
    return area / heads + (h < area % heads ? 1 : 0);
  }

  /** One or two new persons. */
  private List<String> owners() {
    String one = "p" + persons++;
    return random.nextInt(4) == 0 ? List.of("p" + persons++, one) : List.of(one);
  }

  /** One to three units of a head that share its area, which is kept. */
  private List<Unit> head(List<String> owners, long area) {
    List<Unit> theirs = new ArrayList<>();
    long left = area;
    while (random.nextInt(3) == 0 && left > 2 && theirs.size() < 2) {
      long part = 1 + random.nextLong(left - 1);
      theirs.add(unit(owners, part));
      left -= part;
    }
    theirs.add(unit(owners, left));
    units.addAll(theirs);
    return theirs;
  }

  private Unit unit(List<String> owners, long hundredths) {
    return new Unit("u" + units.size() + "-" + random.nextInt(Integer.MAX_VALUE), BigDecimal.valueOf(hundredths, 2), owners, Mark.NONE, "");
  }

  /** Something that is not as it should be. */
  private void spoil() {
    int at = random.nextInt(units.size());
    Unit unit = units.get(at);
    switch (random.nextInt(6)) {
      case 0 -> units.set(at, unit.marked(Mark.DISPUTED, "因故"));
      case 1 -> units.set(at, units.size() > 1 ? unit.marked(Mark.EXCLUDED, "因故") : unit);
      case 2 -> ballots.add(Ballot.ofUnit(MATTER, unit.id(), Vote.INVALID));
      case 3 -> ballots.add(Ballot.ofUnit(MATTER, unit.id(), Vote.values()[random.nextInt(3)]));
      case 4 -> units.set(at, new Unit(unit.id(), unit.area(), List.of(), Mark.NONE, ""));
      // One owner of it alone, or with another, has a unit of its own: another head that the same person speaks for.
      default -> unit.owners().stream().findFirst().ifPresent(owner -> units.add(unit(
          unit.owners().size() > 1 || persons == 0 ? List.of(owner) : List.of(owner, "p" + random.nextInt(persons)), 1 + random.nextInt(9_000))));
    }
    // Whose only unit became the builder's is nobody of the roll.
    ballots.removeIf(ballot -> ballot.person() != null && units.stream().noneMatch(each -> each.owners().contains(ballot.person())));
  }
}
