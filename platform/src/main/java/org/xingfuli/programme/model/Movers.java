package org.xingfuli.programme.model;

import java.util.List;
import java.util.Map;
import org.xingfuli.programme.ForecastNode.Mover;

/** Who does the work (assumption; domain.md 2.3): by its crew where one says it, otherwise by its phase. */
public final class Movers {

  private static final Map<String, Mover> BY_CREW = Map.of(
      "utility_slots", Mover.UTILITY, "water_company", Mover.UTILITY, "gas_company", Mover.UTILITY,
      "power_telecom", Mover.UTILITY, "enforcement_staff", Mover.STREET, "community_staff", Mover.STREET);

  private Movers() {}

  public static Mover byWork(List<CrewNeed> crews, String phase) {
    for (var need : crews) {
      var mover = BY_CREW.get(need.crew());
      if (mover != null) {
        return mover;
      }
    }
    return switch (phase) {
      case "PREP", "CLOSE" -> Mover.DELIVERY_AGENT;
      case "HAND" -> Mover.STREET;
      default -> Mover.CONTRACTOR;
    };
  }
}
