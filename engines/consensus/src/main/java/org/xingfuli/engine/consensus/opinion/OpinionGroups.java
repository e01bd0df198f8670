package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Groups the participants of an opinion round: two principal components ({@link Components}), k-means without chance
 * ({@link KMeans}) for every number of groups allowed, the number with the best {@link Silhouette}. A division that leaves fewer than
 * {@link OpinionOptions#smallCount} in one of its groups is taken only where every division does: one person far out makes a good
 * silhouette and no group. The same votes give the same map, in whatever order they come.
 */
public final class OpinionGroups {

  /** A silhouette must be better by so much to be better. */
  private static final double NEARLY = 1e-9;

  private OpinionGroups() {}

  /**
   * Groups found from the votes.
   *
   * @param leftOut statements that are not used: taken out by a moderator, or no opinions; their votes count nowhere
   */
  public static OpinionMap of(Votes all, Collection<String> leftOut, OpinionOptions options) {
    Votes votes = all.without(leftOut);
    Components components = Components.of(votes);
    List<Place> places = places(votes, components);
    int[] grouped = grouped(votes, options);
    List<Place> chosen = Arrays.stream(grouped).mapToObj(places::get).toList();
    SortedMap<Integer, Double> silhouettes = new TreeMap<>();
    int[] labels = new int[grouped.length];
    double best = 0;
    boolean fewInOne = true;
    int most = Math.min(options.mostGroups(), 2 + grouped.length / options.perGroup());
    for (int k = 2; k <= Math.min(most, grouped.length - 1); k++) {
      int[] tried = KMeans.of(chosen, k);
      if (tried != null) {
        double silhouette = Silhouette.of(chosen, tried, k);
        silhouettes.put(k, silhouette);
        boolean few = least(tried, k) < options.smallCount();
        if (silhouette > NEARLY && (fewInOne && !few || fewInOne == few && silhouette > best + NEARLY)) {
          best = silhouette;
          fewInOne = few;
          labels = tried;
        }
      }
    }
    int[] label = new int[places.size()];
    Arrays.fill(label, -1);
    for (int i = 0; i < grouped.length; i++) {
      label[grouped[i]] = labels[i];
    }
    return map(votes, components, places, label, silhouettes, options);
  }

  /**
   * The same map with groups that are given, such as another server's.
   *
   * @param groups ids of participants, no participant twice; empty groups vanish
   * @throws Refused when a member is unknown or in two groups, with all of them
   */
  public static OpinionMap withGroups(Votes all, Collection<String> leftOut, List<List<String>> groups, OpinionOptions options) {
    // Refuses what is wrong with the groups.
    GroupConsensus.of(all, groups, options.prior());
    Votes votes = all.without(leftOut);
    Map<String, Integer> group = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      for (String id : groups.get(g)) {
        group.put(id, g);
      }
    }
    int[] label = votes.participants().stream().mapToInt(id -> group.getOrDefault(id, -1)).toArray();
    Components components = Components.of(votes);
    return map(votes, components, places(votes, components), label, new TreeMap<>(), options);
  }

  private static int least(int[] labels, int groups) {
    int[] size = new int[groups];
    for (int label : labels) {
      size[label]++;
    }
    return Arrays.stream(size).min().orElse(0);
  }

  private static List<Place> places(Votes votes, Components components) {
    List<Place> places = new ArrayList<>();
    for (int p = 0; p < votes.participants().size(); p++) {
      double[] place = components.place(votes.seen(p), votes.said(p));
      places.add(new Place(place[0], place[1]));
    }
    return places;
  }

  /** Numbers of the participants that stand in a group, ascending. */
  private static int[] grouped(Votes votes, OpinionOptions options) {
    int enough = Math.max(1, Math.min(options.leastVotes(), votes.statements().size()));
    int everyone = votes.participants().size();
    int[] chosen = IntStream.range(0, everyone).filter(p -> votes.seen(p).length >= enough).toArray();
    if (chosen.length >= options.leastGrouped()) {
      return chosen;
    }
    return IntStream.range(0, everyone).filter(p -> votes.seen(p).length > 0).boxed()
        .sorted(Comparator.comparingInt((Integer p) -> -votes.seen(p).length)).limit(options.leastGrouped())
        .mapToInt(p -> p).sorted().toArray();
  }

  private static OpinionMap map(Votes votes, Components components, List<Place> places, int[] found,
      SortedMap<Integer, Double> silhouettes, OpinionOptions options) {
    int[] label = bySize(found);
    int groups = Arrays.stream(label).max().orElse(-1) + 1;
    List<StatementResult> results = GroupConsensus.of(votes, label, groups, options.prior());
    int[] members = IntStream.range(0, label.length).filter(p -> label[p] >= 0).toArray();
    List<OpinionGroup> made = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int number = g;
      int[] own = Arrays.stream(members).filter(p -> label[p] == number).toArray();
      List<Place> stand = Arrays.stream(own).mapToObj(places::get).toList();
      boolean small = own.length < options.smallCount() || own.length < options.smallShare() * members.length;
      made.add(new OpinionGroup(letter(g), Arrays.stream(own).mapToObj(votes.participants()::get).toList(),
          (double) own.length / members.length, small, KMeans.centres(stand, new int[own.length], 1).getFirst(), Hull.of(stand),
          Distinctive.of(results, g, options)));
    }
    List<OpinionMap.Point> points = new ArrayList<>();
    for (int p = 0; p < label.length; p++) {
      if (votes.seen(p).length > 0) {
        points.add(new OpinionMap.Point(votes.participants().get(p), places.get(p), votes.seen(p).length,
            label[p] < 0 ? null : letter(label[p])));
      }
    }
    return new OpinionMap(votes.participants().size(), votes.statements().size(), votes.count(), points, made, results,
        silhouette(places, label, members, groups), silhouettes, List.of(components.explained()[0], components.explained()[1]));
  }

  private static @Nullable Double silhouette(List<Place> places, int[] label, int[] members, int groups) {
    return groups < 2 ? null : Silhouette.of(Arrays.stream(members).mapToObj(places::get).toList(),
        Arrays.stream(members).map(p -> label[p]).toArray(), groups);
  }

  /** The same groups numbered by size, of equals by their first participant; empty ones are left out. */
  private static int[] bySize(int[] label) {
    Map<Integer, int[]> sizes = new TreeMap<>();
    for (int p = 0; p < label.length; p++) {
      if (label[p] >= 0) {
        int first = p;
        sizes.computeIfAbsent(label[p], key -> new int[] {0, first})[0]++;
      }
    }
    List<Integer> order = sizes.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<Integer, int[]> each) -> -each.getValue()[0]).thenComparing(each -> each.getValue()[1]))
        .map(Map.Entry::getKey).toList();
    return Arrays.stream(label).map(order::indexOf).toArray();
  }

  private static String letter(int group) {
    return (char) ('A' + group % 26) + (group < 26 ? "" : Integer.toString(group / 26));
  }
}
