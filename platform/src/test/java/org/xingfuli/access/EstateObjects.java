package org.xingfuli.access;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.estate.flow.AddBuilding;
import org.xingfuli.estate.flow.UploadEstates;
import org.xingfuli.estate.model.BuildingEntry;

/** Estates, buildings and imports. */
@TestComponent
final class EstateObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final AddBuilding addBuilding;
  private final UploadEstates upload;

  EstateObjects(MatrixWorld world, AddBuilding addBuilding, UploadEstates upload) {
    this.world = world;
    this.addBuilding = addBuilding;
    this.upload = upload;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(estates|buildings|estate-imports)/\\{id}.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    return Map.of("id", id(endpoint, place).toString());
  }

  private UUID id(String endpoint, Place place) {
    if (place == Place.NONE) {
      return UUID.randomUUID();
    }
    if (endpoint.contains("/api/estates/")) {
      return world.estate(place);
    }
    return endpoint.contains("/api/buildings/") ? building(place) : uploaded(place);
  }

  private UUID building(Place place) {
    var entry = new BuildingEntry(
        UUID.randomUUID().toString().substring(0, 8), 6, 1990, new BigDecimal("1200"), 3, true);
    var building = world.system(() -> addBuilding.add(null, world.estate(place), entry));
    if (building == null) {
      throw new AssertionError("no estate to build in");
    }
    return building.id();
  }

  /** An upload of somebody who looks after the place; what it holds does not matter here. */
  private UUID uploaded(Place place) {
    var somebody = new Scope(
        Scope.Kind.PERSON, UUID.randomUUID(), "上传人", Set.of(MatrixWorld.area(place)), Set.of(), Set.of());
    return CurrentScope.with(
        somebody, () -> upload.upload(null, "m.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8)).id());
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return switch (endpoint) {
      case "PATCH /api/estates/{id}" -> Map.of("version", 1, "parkingSpaces", 7);
      case "PUT /api/buildings/{id}" -> Map.of("version", 1, "number", UUID.randomUUID().toString().substring(0, 8),
          "storeys", 5, "floorArea", 1100, "stairwells", 2, "pitchedRoof", true);
      case "POST /api/estates/{id}/buildings" -> Map.of("number", UUID.randomUUID().toString().substring(0, 8),
          "storeys", 6, "builtYear", 1990, "floorArea", 1200, "stairwells", 3, "pitchedRoof", true);
      default -> MatrixObjects.super.body(endpoint);
    };
  }
}
