package org.xingfuli.estate.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.flow.History.About;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Household;
import org.xingfuli.estate.store.BelowEstateStore;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.BulkStore;
import org.xingfuli.estate.store.BulkStore.Target;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateBookReader;
import org.xingfuli.exchange.estates.EstateLimits;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.Faults;
import org.xingfuli.exchange.estates.HouseholdLine;

/** Writes many estates at once into the caller's transaction: for imports, and for the demo district. */
@Component
public class WriteEstates {

  private static final int HOUSEHOLDS_AT_ONCE = 2_000;
  private static final String ACT = "estate.import";

  private final EstateStore estates;
  private final BelowEstateStore below;
  private final Evidence evidence;
  private final BulkStore bulk;
  private final BuildingStore buildingStore;
  private final HouseholdStore householdStore;
  private final History history;

  WriteEstates(EstateStore estates, BelowEstateStore below, Evidence evidence, BulkStore bulk, BuildingStore buildingStore,
      HouseholdStore householdStore, History history) {
    this.estates = estates;
    this.below = below;
    this.evidence = evidence;
    this.bulk = bulk;
    this.buildingStore = buildingStore;
    this.householdStore = householdStore;
    this.history = history;
  }

  /** Begins a writing; it is used once and by one thread. */
  public Writing begin() {
    return new Writing();
  }

  /** One writing: first all estates and buildings, then the households one by one, then the end. */
  public final class Writing implements EstateBookReader.Receiver {

    private final Map<String, Target> targets = new HashMap<>();
    private final Map<UUID, Integer> registered = new LinkedHashMap<>();
    private final Map<UUID, Integer> changed = new LinkedHashMap<>();
    private final List<HouseholdLine> waiting = new ArrayList<>();
    private List<EstateLine> estateLines = List.of();
    private List<BuildingLine> buildingLines = List.of();
    private Map<UUID, Map<String, UUID>> buildings = Map.of();
    private final Map<UUID, Building> buildingsBefore = new HashMap<>();
    private final Map<UUID, Household> householdsBefore = new HashMap<>();

    private Writing() {}

    /** The new estates with their versions. */
    public Map<UUID, Integer> registered() {
      return registered;
    }

    /** The estates that were on record, with their new versions. */
    public Map<UUID, Integer> changed() {
      return changed;
    }

    @Override
    public void beforeHouseholds(List<EstateLine> lines, List<BuildingLine> buildingLines, Faults faults) {
      if (!faults.none()) {
        return;
      }
      estateLines = lines;
      this.buildingLines = buildingLines;
      var known = bulk.withCodes(lines.stream().map(EstateLine::code).toList()).stream()
          .collect(Collectors.toMap(estate -> estate.street() + ' ' + estate.code(), estate -> estate));
      for (var line : lines) {
        var was = known.get(line.street() + ' ' + line.code());
        targets.put(line.code(), was == null ? register(line) : change(was, line));
      }
      buildings = bulk.writeBuildings(targets, buildingLines);
    }

    private Target register(EstateLine line) {
      var estate = EstateLines.estate(line, null);
      estates.insert(estate);
      registered.put(estate.id(), estate.version());
      history.did(estate, "estate.register", About.estate(estate), Because.UNSAID);
      return new Target(estate.id(), estate.name(), estate.area());
    }

    private Target change(Estate was, EstateLine line) {
      var locked = estates.lock(was.id()).orElseThrow();
      var estate = EstateLines.estate(line, locked);
      if (!estates.update(estate)) {
        throw new IllegalStateException("estate " + was.id() + " changed although it was locked");
      }
      if (!estate.area().equals(locked.area())) {
        below.move(estate.id(), estate.area());
        evidence.moved(estate.id(), estate.area());
      }
      if (!estate.name().equals(locked.name())) {
        below.rename(estate.id(), estate.name());
      }
      changed.put(estate.id(), estate.version() + 1);
      history.changed(estate, ACT, About.estate(estate), Fields.of(locked), Fields.of(estate), Because.UNSAID);
      buildingStore.ofEstate(was.id()).forEach(building -> buildingsBefore.put(building.id(), building));
      householdStore.ofEstate(was.id()).forEach(
          numbered -> householdsBefore.put(numbered.household().id(), numbered.household()));
      return new Target(estate.id(), estate.name(), estate.area());
    }

    @Override
    public void household(HouseholdLine household) {
      if (buildings.isEmpty()) {
        return;
      }
      waiting.add(household);
      if (waiting.size() >= HOUSEHOLDS_AT_ONCE) {
        flush();
      }
    }

    private void flush() {
      bulk.writeHouseholds(targets, buildings, waiting);
      waiting.clear();
    }

    /** Writes what is left, counts anew and looks whether it all fits together with what was there before. */
    public void finish(Faults faults) {
      if (!faults.none()) {
        return;
      }
      flush();
      var ids = targets.values().stream().map(Target::estate).toList();
      estates.recount(ids);
      estates.list(changed.keySet()).forEach(this::tell);
      var crowdedEstates = bulk.crowdedEstates(ids, EstateLimits.SUM_TOLERANCE);
      for (var line : estateLines) {
        var sum = crowdedEstates.get(target(line.code()).estate());
        if (sum != null) {
          faults.buildingsTooLarge(line, sum);
        }
      }
      var crowdedBuildings = bulk.crowdedBuildings(ids, EstateLimits.SUM_TOLERANCE);
      for (var line : buildingLines) {
        var id = buildings.getOrDefault(target(line.estateCode()).estate(), Map.of()).get(line.number());
        var sum = id == null ? null : crowdedBuildings.get(id);
        if (sum != null) {
          faults.householdsTooLarge(line, sum);
        }
      }
    }

    /** What the workbook changed below an estate that was on record. */
    private void tell(Estate estate) {
      for (var building : buildingStore.ofEstate(estate.id())) {
        var was = buildingsBefore.get(building.id());
        var about = CorrectBuilding.about(estate, building);
        if (was == null) {
          history.did(estate, "estate.add-building", about, Because.UNSAID);
        } else {
          history.changed(estate, ACT, about, Fields.of(was), Fields.of(building), Because.UNSAID);
        }
      }
      for (var numbered : householdStore.ofEstate(estate.id())) {
        var was = householdsBefore.get(numbered.household().id());
        if (was != null) {
          history.changed(estate, ACT, CorrectHousehold.about(estate, numbered.building(), numbered.household()),
              Fields.of(was), Fields.of(numbered.household()), Because.UNSAID);
        }
      }
    }

    private Target target(String code) {
      return Objects.requireNonNull(targets.get(code));
    }
  }
}
