package org.xingfuli.access;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.estate.flow.AddBuilding;
import org.xingfuli.estate.flow.ChangeEstate;
import org.xingfuli.estate.flow.Menus;
import org.xingfuli.estate.flow.UploadEstates;
import org.xingfuli.estate.model.BuildingEntry;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.store.DeedStore;
import org.xingfuli.estate.store.EstateStore;

/** Estates, buildings and imports. */
@TestComponent
final class EstateObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final AddBuilding addBuilding;
  private final UploadEstates upload;
  private final Menus menus;
  private final ChangeEstate changeEstate;
  private final EstateStore estates;
  private final DeedStore deeds;
  private final JdbcClient jdbc;

  EstateObjects(MatrixWorld world, AddBuilding addBuilding, UploadEstates upload, Menus menus,
      ChangeEstate changeEstate, EstateStore estates, DeedStore deeds, JdbcClient jdbc) {
    this.world = world;
    this.addBuilding = addBuilding;
    this.upload = upload;
    this.menus = menus;
    this.changeEstate = changeEstate;
    this.estates = estates;
    this.deeds = deeds;
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(estates|buildings|households|estate-imports)/\\{id}.*") && !path.endsWith("/reveal");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    var id = id(endpoint, place);
    return Map.of("id", id.toString(), "sheet", "common", "code", "W01", "deed", deed(endpoint, place, id).toString());
  }

  private UUID id(String endpoint, Place place) {
    if (place == Place.NONE) {
      return UUID.randomUUID();
    }
    if (endpoint.contains("/api/estates/")) {
      if (endpoint.contains("/works/")) {
        world.system(() -> menus.derive(world.estate(place)));
      }
      return world.estate(place);
    }
    if (endpoint.contains("/api/households/")) {
      return household(place);
    }
    return endpoint.contains("/api/buildings/") ? building(place) : uploaded(place);
  }

  /** A correction of the estate, to be taken back. */
  private UUID deed(String endpoint, Place place, UUID estate) {
    if (place == Place.NONE || !endpoint.contains("{deed}")) {
      return UUID.randomUUID();
    }
    return world.system(() -> {
      int version = estates.find(estate).orElseThrow().version();
      changeEstate.change(estate, version, Fields.estate(Map.of("greenArea", Integer.toString(3000 + version))));
      return deeds.page(estate, null, null, 1).getFirst().id();
    });
  }

  private UUID household(Place place) {
    var building = building(place);
    var id = UUID.randomUUID();
    world.system(() -> jdbc.sql("""
        insert into estate.household (id, building_id, estate_id, area, stairwell, floor, door, exclusive_area, plain,
          bigrams)
        select ?, id, estate_id, area, 1, 2, '201', 80, '', '{}' from estate.building where id = ?""")
        .params(id, building).update());
    return id;
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
      case "PUT /api/households/{id}" -> Map.of("version", 1, "exclusiveArea", 81, "reason", "以产权证为准");
      case "PUT /api/estates/{id}/survey/sheets/{sheet}" -> Map.of("findings", List.of());
      case "PUT /api/estates/{id}/survey/submission" -> Map.of("version", 1);
      case "PUT /api/estates/{id}/survey/decision" -> Map.of("version", 1, "act", "COMPLETE");
      case "PUT /api/estates/{id}/works/{code}" -> Map.of("version", 1, "quantity", 7, "reason", "现场复测");
      case "PUT /api/buildings/{id}" -> Map.of("version", 1, "number", UUID.randomUUID().toString().substring(0, 8),
          "storeys", 5, "floorArea", 1100, "stairwells", 2, "pitchedRoof", true);
      case "POST /api/estates/{id}/buildings" -> Map.of("number", UUID.randomUUID().toString().substring(0, 8),
          "storeys", 6, "builtYear", 1990, "floorArea", 1200, "stairwells", 3, "pitchedRoof", true);
      default -> MatrixObjects.super.body(endpoint);
    };
  }
}
