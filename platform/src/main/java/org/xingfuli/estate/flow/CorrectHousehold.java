package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Household;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.estate.store.HouseholdStore.Placed;
import org.xingfuli.exchange.estates.EstateLimits;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Somebody puts a household's place or exclusive area right; owners' votes are weighed by that area, so a reason is asked. */
@Component
public class CorrectHousehold {

  private final Transactions transactions;
  private final EstateStore estates;
  private final HouseholdStore households;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  CorrectHousehold(Transactions transactions, EstateStore estates, HouseholdStore households, History history,
      Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.estates = estates;
    this.households = households;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /** What somebody wants it to be; what is null stays. Area in ㎡. */
  public record Wanted(
      @Nullable Integer stairwell, @Nullable Integer floor, @Nullable String door, @Nullable BigDecimal exclusiveArea) {

    Household applyTo(Household was) {
      return new Household(was.id(), was.buildingId(), stairwell == null ? was.stairwell() : stairwell,
          floor == null ? was.floor() : floor, door == null ? was.door() : door.strip(),
          exclusiveArea == null ? was.exclusiveArea() : exclusiveArea);
    }
  }

  /**
   * Puts the household right.
   *
   * @param seen the version the caller saw
   * @return the household as it is now, or null when the caller's scope has no such household
   */
  public @Nullable Household correct(UUID id, int seen, Wanted wanted, Because because) {
    return transactions.<@Nullable Household>here(() -> households.estateOf(id)
        .flatMap(estates::lock)
        .flatMap(estate -> households.lock(id).map(was -> write(estate, was, seen, wanted, because)))
        .orElse(null));
  }

  private Household write(Estate estate, Placed was, int seen, Wanted wanted, Because because) {
    if (was.version() != seen) {
      throw new Refused(Refusal.of("estate.household-version-conflict",
          Map.of("door", was.household().door(), "seen", seen, "current", was.version())));
    }
    because.given();
    var now = wanted.applyTo(was.household());
    Refused.ifAny(faults(was, now));
    households.update(now, Titles.household(estate.name(), was.building(), now.stairwell(), now.door()));
    int version = estates.countUp(estate.id());
    audit.record("estate.change-household", new Subject("household", now.id()), Map.of("estate", estate.id()));
    history.changed(estate, "estate.change-household", about(estate, was.building(), now), Fields.of(was.household()),
        Fields.of(now), because);
    events.publishEvent(new EstateChanged(UuidV7.create(), estate.id(), version));
    return now;
  }

  private List<Refusal> faults(Placed was, Household now) {
    var refusals = new ArrayList<Refusal>();
    if (now.stairwell() < 1 || now.stairwell() > was.stairwells()) {
      refusals.add(outOf("/stairwell", now.stairwell()));
    }
    if (now.floor() < 1 || now.floor() > was.storeys()) {
      refusals.add(outOf("/floor", now.floor()));
    }
    if (now.door().isEmpty() || now.door().length() > EstateLimits.CODE) {
      refusals.add(outOf("/door", now.door()));
    } else if (households.doorTaken(now)) {
      refusals.add(Refusal.of("estate.door-taken", Map.of("pointer", "/door", "value", now.door())));
    }
    if (now.exclusiveArea().signum() <= 0
        || households.areaOfOthers(now).add(now.exclusiveArea()).compareTo(most(was)) > 0) {
      refusals.add(outOf("/exclusiveArea", Fields.text(now.exclusiveArea())));
    }
    return refusals;
  }

  /** All households of a building together, as the import allows them. */
  private static BigDecimal most(Placed was) {
    return was.buildingArea().multiply(BigDecimal.valueOf(1000 + EstateLimits.SUM_TOLERANCE)).movePointLeft(3);
  }

  private static Refusal outOf(String pointer, Object value) {
    return Refusal.of("estate.number-out-of-range", Map.of("pointer", pointer, "value", value));
  }

  static History.About about(Estate estate, String building, Household household) {
    return new History.About(Deed.Kind.HOUSEHOLD, household.id(), household.buildingId(),
        Titles.household(estate.name(), building, household.stairwell(), household.door()));
  }
}
