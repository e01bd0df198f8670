package org.xingfuli.access;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.estate.flow.AddBuilding;
import org.xingfuli.estate.model.BuildingEntry;
import org.xingfuli.kernel.UuidV7;

/** Households whose owners are seen in clear, and rules. */
@TestComponent
public final class RevealObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final AddBuilding addBuilding;
  private final JdbcClient jdbc;

  RevealObjects(MatrixWorld world, AddBuilding addBuilding, JdbcClient jdbc) {
    this.world = world;
    this.addBuilding = addBuilding;
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(households|security-rules)/.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    if (endpoint.contains("security-rules")) {
      return Map.of("code", place == Place.NONE ? "NOTHING" : "REVEAL_SHOWN");
    }
    return Map.of("id", (place == Place.NONE ? UUID.randomUUID() : household(world.estate(place), "张小明", "13812341234")).toString());
  }

  /** A household of the estate in a building of its own, with its owner. */
  public UUID household(UUID estate, String owner, String phone) {
    return world.system(() -> {
      var building = Objects.requireNonNull(addBuilding.add(null, estate, new BuildingEntry(
          UUID.randomUUID().toString().substring(0, 8), 6, 1990, new BigDecimal("1200"), 3, true)));
      var id = UuidV7.create();
      jdbc.sql("""
              insert into estate.household (id, building_id, estate_id, area, stairwell, floor, door, exclusive_area, plain, bigrams)
              select ?, b.id, b.estate_id, b.area, 1, 3, '301', 80, '', '{}' from estate.building b where b.id = ?""")
          .params(id, building.id()).update();
      jdbc.sql("""
              insert into estate.owner (household_id, estate_id, area, name, phone)
              select h.id, h.estate_id, h.area, ?, ? from estate.household h where h.id = ?""")
          .params(owner, phone, id).update();
      return id;
    });
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return endpoint.contains("security-rules")
        ? Map.of("value", 60, "version", 0)
        : Map.of("usual", "VISIT", "reason", "联系入户测量");
  }
}
