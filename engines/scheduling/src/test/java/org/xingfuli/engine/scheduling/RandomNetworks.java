package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded networks for laws: several projects, all four kinds of links, calendars, rain, releases, varying crews. */
public final class RandomNetworks {

  static final int HORIZON = 600;

  private RandomNetworks() {}

  public static Network any(long seed) {
    return builder(seed).build();
  }

  static NetworkBuilder builder(long seed) {
    Random random = new Random(seed);
    NetworkBuilder network = Network.builder().horizon(HORIZON);
    network.calendar(Calendar.everyPeriod());
    network.calendar(Calendar.of(week(random.nextInt(7)), HORIZON));
    network.calendar(Calendar.of(holidays(random), HORIZON));
    network.rain(showers(random));
    int crews = 1 + random.nextInt(4);
    for (int c = 0; c < crews; c++) {
      network.crew(crew(random, c));
    }
    int tasks = 5 + random.nextInt(36);
    for (int i = 0; i < tasks; i++) {
      network.task(task(random, i, crews));
    }
    for (int i = 1; i < tasks; i++) {
      for (int links = random.nextInt(3); links > 0; links--) {
        Link.Kind kind = Link.Kind.ALL[random.nextInt(4)];
        network.link(new Link(random.nextInt(i), i, kind, random.nextInt(12) - 4));
      }
    }
    for (int n = 0; n < 3; n++) {
      network.node(new Node("M" + n, random.nextInt(tasks), 30 + random.nextInt(120), random.nextInt(5)));
    }
    return network;
  }

  /** The same network with its tasks (and so all indexes) in another order: task i becomes place[i]. */
  static Network reordered(Network network, int[] place) {
    NetworkBuilder other = Network.builder().horizon(network.horizon());
    network.calendars().forEach(other::calendar);
    BitSet rain = new BitSet();
    for (int t = 0; t < network.horizon(); t++) {
      rain.set(t, network.rains(t));
    }
    other.rain(rain);
    network.crews().forEach(other::crew);
    int[] from = new int[place.length];
    for (int i = 0; i < place.length; i++) {
      from[place[i]] = i;
    }
    for (int old : from) {
      other.task(network.task(old));
    }
    List<Link> links = new ArrayList<>(network.links());
    Collections.reverse(links);
    links.forEach(l -> other.link(new Link(place[l.from()], place[l.to()], l.kind(), l.lag())));
    network.nodes().forEach(n -> other.node(new Node(n.code(), place[n.task()], n.due(), n.weight())));
    return other.build();
  }

  static int[] shuffled(int size, Random random) {
    int[] place = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      place[i] = place[j];
      place[j] = i;
    }
    return place;
  }

  private static Task task(Random random, int i, int crews) {
    Task task = Task.of("t" + i, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(9))
        .inProject(random.nextInt(3))
        .on(random.nextInt(3))
        .notBefore(random.nextInt(4) == 0 ? random.nextInt(40) : 0);
    if (random.nextInt(3) == 0) {
      task = task.stoppedByRain();
    }
    int crew = random.nextInt(crews);
    int other = random.nextInt(crews);
    Demand one = new Demand(crew, 1 + random.nextInt(3));
    return switch (random.nextInt(3)) {
      case 0 -> task;
      case 1 -> task.holding(one);
      default -> crew == other ? task.holding(one) : task.holding(one, new Demand(other, 1));
    };
  }

  private static Crew crew(Random random, int c) {
    if (random.nextBoolean()) {
      return Crew.of("crew" + c, 3 + random.nextInt(3));
    }
    return new Crew("crew" + c, List.of(new Crew.Step(0, 3), new Crew.Step(10 + random.nextInt(20), random.nextInt(2)),
        new Crew.Step(35, 4 + random.nextInt(2))));
  }

  private static BitSet week(int firstDay) {
    BitSet working = new BitSet();
    for (int t = 0; t < HORIZON; t++) {
      working.set(t, (t + firstDay) % 7 < 5);
    }
    return working;
  }

  private static BitSet holidays(Random random) {
    BitSet working = new BitSet();
    working.set(0, HORIZON);
    int from = random.nextInt(30);
    working.clear(from, from + 7);
    return working;
  }

  private static BitSet showers(Random random) {
    BitSet rain = new BitSet();
    for (int t = 0; t < HORIZON; t++) {
      rain.set(t, random.nextInt(4) == 0);
    }
    return rain;
  }
}
