package org.xingfuli.engine.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place people name: estate, building, road, street.
 *
 * @param id of the register
 * @param name as the register writes it; of a building its number alone, such as 11号楼
 * @param aliases what else people call it
 * @param within id of the place it lies in; a building is then found as «estate building» too, and its bare number means the one
 *     of the estate named before it
 */
public record Place(String id, String name, List<String> aliases, @Nullable String within) {

  public Place {
    aliases = List.copyOf(aliases);
  }

  public static Place of(String id, String name, String... aliases) {
    return new Place(id, name, List.of(aliases), null);
  }

  public Place within(String place) {
    return new Place(id, name, aliases, place);
  }
}
