package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Finds places of a register in texts, the longest name first; building numbers in any of their spellings. Immutable. */
public final class Gazetteer {

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> meant = new ArrayList<>();
  private final AhoCorasick finder;

  /** @throws Refused with every fault at once: no name, id used twice */
  public Gazetteer(List<Place> given) {
    List<Refusal> faults = new ArrayList<>();
    for (Place place : given) {
      if (place.name().isBlank() || place.aliases().stream().anyMatch(String::isBlank)) {
        faults.add(Refusal.of("triage.place-without-name", Map.of("place", place.id())));
      }
      if (places.putIfAbsent(place.id(), place) != null) {
        faults.add(Refusal.of("triage.place-twice", Map.of("place", place.id())));
      }
    }
    Refused.ifAny(faults);
    Map<String, Set<String>> byName = new LinkedHashMap<>();
    for (Place place : places.values()) {
      Place around = place.within() == null ? null : places.get(place.within());
      for (String name : allNames(place)) {
        byName.computeIfAbsent(written(name), n -> new TreeSet<>()).add(place.id());
        if (around != null) {
          allNames(around).forEach(outer -> byName.computeIfAbsent(written(outer + name), n -> new TreeSet<>()).add(place.id()));
        }
      }
    }
    byName.forEach((name, ids) -> {
      names.add(name);
      meant.add(List.copyOf(ids));
    });
    finder = new AhoCorasick(names);
  }

  private static List<String> allNames(Place place) {
    List<String> all = new ArrayList<>(place.aliases());
    all.add(0, place.name());
    return all;
  }

  private static String written(String name) {
    return BuildingNumbers.of(name).toString();
  }

  /** Places named, in the order of the text; names do not overlap. */
  public List<PlaceFound> find(String text) {
    BuildingNumbers read = BuildingNumbers.of(text);
    String written = read.toString();
    // Plain drops white space, of which there is none left, and runs of marks: the finder's places are mapped back by its own table.
    Plain plain = new Plain(written);
    List<AhoCorasick.Hit> hits = new ArrayList<>(finder.find(plain));
    hits.removeIf(hit -> cutsNumber(plain, hit));
    hits.sort(Comparator.comparingInt((AhoCorasick.Hit hit) -> hit.from() - hit.to()).thenComparing(AhoCorasick.Hit::from));
    List<AhoCorasick.Hit> chosen = new ArrayList<>();
    for (AhoCorasick.Hit hit : hits) {
      if (chosen.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to())) {
        chosen.add(hit);
      }
    }
    chosen.sort(Comparator.comparingInt(AhoCorasick.Hit::from));
    List<PlaceFound> found = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (AhoCorasick.Hit hit : chosen) {
      List<String> candidates = nearer(meant.get(hit.word()), named);
      int from = read.originalFrom(plain.originalFrom(hit.from()));
      int to = read.originalTo(plain.originalFrom(hit.to() - 1));
      Place first = place(candidates.getFirst());
      found.add(new PlaceFound(first.id(), first.name(), from, to, text.substring(from, to), candidates));
      if (candidates.size() == 1) {
        String at = first.id();
        while (at != null && named.add(at)) {
          Place around = places.get(at);
          at = around == null ? null : around.within();
        }
      }
    }
    return found;
  }

  /** 1栋 is not named by 11栋. */
  private static boolean cutsNumber(Plain text, AhoCorasick.Hit hit) {
    boolean before = hit.from() > 0 && digit(text, hit.from()) && digit(text, hit.from() - 1);
    boolean after = hit.to() < text.length() && digit(text, hit.to() - 1) && digit(text, hit.to());
    return before || after;
  }

  private static boolean digit(Plain text, int i) {
    return text.at(i) >= '0' && text.at(i) <= '9';
  }

  /** Of several places with one name those that lie in a place named before, where there are any. */
  private List<String> nearer(List<String> ids, Set<String> named) {
    List<String> near = ids.stream().filter(id -> {
      String around = place(id).within();
      return around != null && named.contains(around);
    }).toList();
    return near.isEmpty() ? ids : near;
  }

  private Place place(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalStateException(id);
    }
    return place;
  }

  /** The place and those it lies in, from the inside out; empty when unknown. */
  public List<String> around(@Nullable String id) {
    List<String> path = new ArrayList<>();
    Map<String, Boolean> seen = new HashMap<>();
    for (String at = id; at != null && places.containsKey(at) && seen.put(at, true) == null; at = place(at).within()) {
      path.add(at);
    }
    return path;
  }
}
