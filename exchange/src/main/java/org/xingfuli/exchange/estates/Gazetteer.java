package org.xingfuli.exchange.estates;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The streets and communities a workbook may name.
 *
 * @param streets area codes of nine digits with names such as {@code 虹桥街道}
 * @param communities area codes of twelve digits, which begin with their street's, with names
 */
public record Gazetteer(List<Place> streets, List<Place> communities) {

  public static final Gazetteer EMPTY = new Gazetteer(List.of(), List.of());

  /** An area code and what it is called. */
  public record Place(String code, String name) {}

  public Gazetteer {
    streets = List.copyOf(streets);
    communities = List.copyOf(communities);
  }

  /** The street of this name or code; {@code 虹桥} is enough for {@code 虹桥街道}. */
  public @Nullable Place street(String named) {
    return find(streets, named, "街道");
  }

  /** The community of this name or code within a street. */
  public @Nullable Place community(String street, String named) {
    return find(communities.stream().filter(place -> place.code().startsWith(street)).toList(), named, "社区");
  }

  public @Nullable String streetName(String code) {
    return name(streets, code);
  }

  public @Nullable String communityName(String code) {
    return name(communities, code);
  }

  /** The street whose name is nearest to a name that is none; null when nothing is near. */
  public @Nullable String nearestStreet(String named) {
    return nearest(streets, named);
  }

  /** The community of a street whose name is nearest to a name that is none; null when nothing is near. */
  public @Nullable String nearestCommunity(String street, String named) {
    return nearest(communities.stream().filter(place -> place.code().startsWith(street)).toList(), named);
  }

  private static @Nullable Place find(List<Place> places, String named, String suffix) {
    for (var place : places) {
      if (place.name().equals(named) || place.code().equals(named) || place.name().equals(named + suffix)) {
        return place;
      }
    }
    return null;
  }

  private static @Nullable String name(List<Place> places, String code) {
    return places.stream().filter(place -> place.code().equals(code)).map(Place::name).findFirst().orElse(null);
  }

  private static @Nullable String nearest(List<Place> places, String named) {
    return places.stream().map(Place::name)
        .min(Comparator.comparingInt(name -> distance(name, named)))
        .filter(name -> distance(name, named) < Math.max(2, Math.max(name.length(), named.length()) - 1))
        .orElse(null);
  }

  /** Levenshtein's distance: how many characters must be put in, taken out or changed. */
  static int distance(String one, String other) {
    var above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
