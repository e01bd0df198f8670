package org.xingfuli.engine.consensus.owners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/**
 * From what ballots say to what heads say. All valid ballots of a head must say the same: an owner who votes one way for one unit and
 * another way for the next, or co-owners who contradict each other, have no valid vote. One co-owner speaks for all while none
 * contradicts. An invalid ballot says nothing beside a valid one. Who has only disputed units is not heard.
 *
 * @param <T> what is said: a vote, or a choice of candidates
 * @param said by the heads that have a valid vote
 * @param unheard heads that handed something in and have no valid vote
 */
record Voices<T>(Map<Head, T> said, Set<Head> unheard, List<Reason> reasons) {

  /**
   * @param unit null when only the person is known
   * @param person null when only the unit is known
   * @param what null: an invalid ballot
   */
  record Said<T>(@Nullable String unit, @Nullable String person, @Nullable T what) {}

  static <T> Voices<T> of(Roll roll, List<Said<T>> ballots) {
    Map<Head, Set<T>> valid = new LinkedHashMap<>();
    Set<Head> invalid = new LinkedHashSet<>();
    for (Said<T> ballot : ballots) {
      for (Head head : heads(roll, ballot)) {
        if (ballot.what() == null) {
          invalid.add(head);
        } else if (head.maySpeak()) {
          valid.computeIfAbsent(head, h -> new LinkedHashSet<>()).add(ballot.what());
        }
      }
    }
    Map<Head, T> said = new LinkedHashMap<>();
    Set<Head> unheard = new LinkedHashSet<>();
    List<Reason> reasons = new ArrayList<>();
    valid.forEach((head, all) -> {
      if (all.size() == 1) {
        said.put(head, all.iterator().next());
      } else {
        unheard.add(head);
        reasons.add(new Reason(Reason.Code.CONTRADICTORY, Map.of("units", units(head))));
      }
    });
    invalid.stream().filter(head -> !valid.containsKey(head)).forEach(head -> {
      unheard.add(head);
      reasons.add(new Reason(Reason.Code.INVALID_BALLOT, Map.of("units", units(head))));
    });
    marks(roll, reasons);
    return new Voices<>(said, unheard, reasons);
  }

  private static <T> List<Head> heads(Roll roll, Said<T> ballot) {
    if (ballot.unit() != null) {
      Head head = roll.ofUnit(ballot.unit());
      return head == null ? List.of() : List.of(head);
    }
    return ballot.person() == null ? List.of() : roll.ofPerson(ballot.person());
  }

  private static void marks(Roll roll, List<Reason> reasons) {
    for (Unit unit : roll.units()) {
      if (unit.mark() != Unit.Mark.NONE) {
        reasons.add(new Reason(unit.mark() == Unit.Mark.DISPUTED ? Reason.Code.DISPUTED_UNIT : Reason.Code.EXCLUDED_UNIT,
            Map.of("unit", unit.id(), "why", unit.markReason())));
      }
    }
  }

  /** Ballots that name nobody, or somebody else's unit. */
  static void check(Roll roll, @Nullable String unit, @Nullable String person, List<Refusal> faults) {
    if (unit == null && person == null) {
      faults.add(Refusal.of("owners.ballot-of-nobody"));
    } else if (unit != null && !roll.knowsUnit(unit)) {
      faults.add(Refusal.of("owners.ballot-unit-unknown", Map.of("unit", unit)));
    } else if (person != null && !roll.knowsPerson(person)) {
      faults.add(Refusal.of("owners.ballot-person-unknown", Map.of("person", person)));
    } else if (unit != null && person != null && !roll.owns(person, unit)) {
      faults.add(Refusal.of("owners.ballot-not-an-owner", Map.of("unit", unit, "person", person)));
    }
  }

  private static String units(Head head) {
    return head.units().stream().map(Unit::id).collect(Collectors.joining(", "));
  }
}
