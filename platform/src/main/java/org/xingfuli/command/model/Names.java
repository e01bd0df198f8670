package org.xingfuli.command.model;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;

/** What areas and organisations are called, as of one moment. */
public record Names(Map<String, String> areas, Map<UUID, String> organisations) {

  public Names {
    areas = Map.copyOf(areas);
    organisations = Map.copyOf(organisations);
  }

  public String area(String code) {
    return areas.getOrDefault(code, code);
  }

  public @Nullable String organisation(@Nullable UUID id) {
    return id == null ? null : organisations.get(id);
  }

  /** Whose move it is: the appointed organisation, the street by its name, otherwise the kind of mover. */
  public @Nullable String mover(@Nullable UUID organisation, @Nullable Mover kind, String street) {
    var appointed = organisation(organisation);
    if (appointed != null || kind == null) {
      return appointed;
    }
    return kind == Mover.STREET ? area(street) : kind.label().zh();
  }
}
