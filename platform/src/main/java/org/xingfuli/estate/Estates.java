package org.xingfuli.estate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;

/** Answers other modules' questions about estates, with the eyes of the current scope: what it does not reach is absent. */
@Component
public class Estates {

  private final Transactions transactions;
  private final EstateStore store;
  private final BuildingStore buildings;

  Estates(Transactions transactions, EstateStore store, BuildingStore buildings) {
    this.transactions = transactions;
    this.store = store;
    this.buildings = buildings;
  }

  public Optional<Estate> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  /** The estates of these ids, in the order of their names; unknown and unseen ones are left out. */
  public List<Estate> list(Collection<UUID> ids) {
    return transactions.here(() -> store.list(ids));
  }

  /** The estates within these areas (district, street or community codes), in the order of their names. */
  public List<Estate> ofAreas(Collection<String> areas) {
    return transactions.here(() -> store.ofAreas(areas));
  }

  /** When something counts as small and easy. */
  public SizeRule sizeRule() {
    return transactions.here(store::sizeRule);
  }

  /** What there is to work on in each of these estates. */
  public Map<UUID, Quantities> quantities(Collection<UUID> ids) {
    return list(ids).stream().collect(Collectors.toMap(Estate::id, Estate::quantities));
  }

  /** The names of these estates by id. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return list(ids).stream().collect(Collectors.toMap(Estate::id, Estate::name));
  }

  /**
   * The estates of these ids by id, held as they are until the caller's transaction ends: none moves to another street
   * between the check and the deed.
   */
  public Map<UUID, Estate> hold(Collection<UUID> ids) {
    return transactions.here(() -> store.hold(ids)).stream().collect(Collectors.toMap(Estate::id, Function.identity()));
  }

  /** A building as others need it: its number, and how many stairwells and households it has. */
  public Optional<EstateBuilding> building(UUID id) {
    return transactions.here(() -> buildings.find(id)).map(building ->
        new EstateBuilding(building.id(), building.number(), building.stairwells(), building.households()));
  }

  /** The estate a building stands in. */
  public Optional<Estate> ofBuilding(UUID building) {
    return transactions.here(() -> buildings.find(building)).flatMap(one -> find(one.estateId()));
  }

  /** The numbers of an estate's buildings by their ids, in the order of counting. */
  public Map<UUID, String> buildingNumbers(UUID estate) {
    var numbers = new LinkedHashMap<UUID, String>();
    transactions.here(() -> buildings.ofEstate(estate)).forEach(building -> numbers.put(building.id(), building.number()));
    return numbers;
  }

  /** The estates of these ids by id. */
  public Map<UUID, Estate> byId(Collection<UUID> ids) {
    return list(ids).stream().collect(Collectors.toMap(Estate::id, Function.identity()));
  }
}
