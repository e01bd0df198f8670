package org.xingfuli.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.command.flow.WallDoor;

/** Figures, statutory lines and wall screens: the district's, of no street and no project. */
@TestComponent
final class CommandObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final WallDoor door;

  CommandObjects(MatrixWorld world, WallDoor door) {
    this.world = world;
    this.door = door;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(command/figures|statistics|wall-screens)/\\{.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    var none = place == Place.NONE;
    if (endpoint.contains("/wall-screens/")) {
      return Map.of("id", (none ? UUID.randomUUID() : world.system(() -> door.issue(null, "矩阵大屏", 1)).screen().id()).toString());
    }
    return Map.of("kind", "LEAGUE", "code", none ? "NOTHING" : endpoint.contains("statistics") ? "A01" : "KEPT",
        "period", none ? "1822-99" : MatrixWorld.YEAR + "-04");
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return endpoint.startsWith("PUT") ? Map.of("nameZh", "节点守期率", "nameEn", "Nodes kept", "weight", 35, "threshold", 0,
        "least", 10) : MatrixObjects.super.body(endpoint);
  }
}
