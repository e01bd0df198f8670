package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.AddBuilding;
import org.xingfuli.estate.flow.CorrectBuilding;
import org.xingfuli.estate.flow.CorrectHousehold;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.BuildingEntry;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.estate.store.HouseholdStore.Position;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** Buildings of an estate and the households of a building. */
@RestController
@RequestMapping("/api")
class BuildingController {

  private static final int USUAL = 100;

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final HouseholdStore households;
  private final AddBuilding add;
  private final CorrectBuilding correct;
  private final CorrectHousehold correctHousehold;
  private final Places places;

  BuildingController(Transactions transactions, EstateStore estates, BuildingStore buildings,
      HouseholdStore households, AddBuilding add, CorrectBuilding correct,
      CorrectHousehold correctHousehold, Places places) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.households = households;
    this.add = add;
    this.correct = correct;
    this.correctHousehold = correctHousehold;
    this.places = places;
  }

  @GetMapping("/estates/{id}/buildings")
  @Requires(Permission.ESTATE_READ)
  List<BuildingRow> buildings(@PathVariable UUID id) {
    return transactions.here(() -> {
      Found.orRefuse(estates.find(id));
      return buildings.ofEstate(id).stream().map(BuildingRow::of).toList();
    });
  }

  @PostMapping("/estates/{id}/buildings")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.ESTATE_EDIT)
  BuildingRow add(
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BuildingBody body) {
    return BuildingRow.of(Found.orRefuse(add.add(key, id, body.entry())));
  }

  /** A building with the estate it stands in. */
  @GetMapping("/buildings/{id}")
  @Requires(Permission.ESTATE_READ)
  BuildingDetail one(@PathVariable UUID id) {
    return transactions.here(() -> {
      var building = Found.orRefuse(buildings.find(id));
      var estate = Found.orRefuse(estates.find(building.estateId()));
      return new BuildingDetail(BuildingRow.of(building), estate.id(), estate.name(), estate.street(),
          EstateRow.streetName(estate.street(), places.gazetteer()), Titles.building(estate.name(), building.number()));
    });
  }

  /** A building where it stands; the title is what people call it. */
  record BuildingDetail(BuildingRow building, UUID estateId, String estateName, String street, String streetName,
      String title) {}

  /** Puts a household's place or area right, with a reason; what is left out stays. */
  @PutMapping("/households/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.ESTATE_EDIT)
  void correctHousehold(@PathVariable UUID id, @RequestBody HouseholdBody body) {
    var version = body.version();
    if (version == null) {
      throw new Refused(Refusal.of("common.version-missing", Map.of("pointer", "/version")));
    }
    Found.orRefuse(correctHousehold.correct(id, version, body.wanted(), Because.of(body.reason())));
  }

  /** A household to be put right; area in ㎡. */
  record HouseholdBody(@Nullable Integer version, @Nullable Integer stairwell, @Nullable Integer floor,
      @Nullable String door, @Nullable BigDecimal exclusiveArea, @Nullable String reason) {

    CorrectHousehold.Wanted wanted() {
      return new CorrectHousehold.Wanted(stairwell, floor, door, exclusiveArea);
    }
  }

  @PutMapping("/buildings/{id}")
  @Requires(Permission.ESTATE_EDIT)
  BuildingRow correct(@PathVariable UUID id, @RequestBody BuildingBody body) {
    var version = body.version();
    if (version == null) {
      throw new Refused(Refusal.of("common.version-missing", Map.of("pointer", "/version")));
    }
    return BuildingRow.of(Found.orRefuse(correct.correct(id, version, body.entry(), Because.of(body.reason()))));
  }

  @DeleteMapping("/buildings/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.ESTATE_EDIT)
  void remove(@PathVariable UUID id) {
    Found.orRefuse(correct.remove(id));
  }

  @GetMapping("/buildings/{id}/households")
  @Requires(Permission.HOUSEHOLD_READ)
  Page<HouseholdRow> households(
      @AuthenticationPrincipal SignedIn person,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      Found.orRefuse(buildings.find(id));
      var rows = households.page(id, position(cursor), size + 1);
      // The row's id and not its door, which the caller may see only masked.
      var next = rows.size() > size ? Cursor.after(rows.get(size - 1).household().id()) : null;
      boolean doors = HouseholdRow.seesDoors(person);
      return new Page<>(
          rows.stream().limit(size).map(row -> HouseholdRow.of(row, doors)).toList(), next, households.count(id));
    });
  }

  private @Nullable Position position(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    return values.isEmpty() ? null : households.position(Cursors.uuid(values.getFirst())).orElse(null);
  }

  /** A building as somebody enters it, or corrects it with the version seen; floor area in ㎡. */
  record BuildingBody(
      @Nullable Integer version,
      @Nullable String number,
      @Nullable Integer storeys,
      @Nullable Integer builtYear,
      @Nullable BigDecimal floorArea,
      @Nullable Integer stairwells,
      @Nullable Boolean pitchedRoof,
      @Nullable String reason) {

    BuildingEntry entry() {
      var missing = new ArrayList<Refusal>();
      var entry = new BuildingEntry(
          need(missing, "/number", number, ""),
          need(missing, "/storeys", storeys, 0),
          builtYear,
          need(missing, "/floorArea", floorArea, BigDecimal.ZERO),
          need(missing, "/stairwells", stairwells, 0),
          pitchedRoof != null && pitchedRoof);
      if (!missing.isEmpty()) {
        throw new Refused(missing);
      }
      return entry;
    }

    private static <T> T need(List<Refusal> missing, String pointer, @Nullable T value, T instead) {
      if (value == null) {
        missing.add(Refusal.of("common.missing", Map.of("pointer", pointer)));
        return instead;
      }
      return value;
    }
  }
}
