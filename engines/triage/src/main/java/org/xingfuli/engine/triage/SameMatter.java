package org.xingfuli.engine.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages about the same matter in other words. Two are linked when the title of each says enough about the other (mutual
 * neighbours, each normalised by what its title says about itself); a common place lowers what is asked for and raises the score,
 * two different places halve it, and so, slowly, does the time between them.
 *
 * <p>It grows message by message and forgets the oldest beyond its bound; measured on 20,000 made-up messages of 420 characters, one takes
 * 4.7 kB, its text not counted.
 * Not for several threads at once.
 */
public final class SameMatter {

  /** Messages held unless the caller says otherwise: about 240 MB and the texts. */
  public static final int BOUND = 50_000;

  /** What each title must at least say about the other, of what it says about itself. */
  static final double MUTUAL = 0.18;

  /** The same where both name the same place. */
  private static final double MUTUAL_PLACE = MUTUAL / 2;

  private static final double SAME_PLACE = 0.1;
  private static final double OTHER_PLACE = 0.5;

  /** After so many days the part of the score that time takes away is half gone. */
  private static final double HALF_DAYS = 180;

  private static final int CANDIDATES = 300;
  private static final double ROOM = 0.95;

  private final MatterIndex index = new MatterIndex();
  private final Map<Integer, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final int bound;
  private int next;
  private long characters;

  public SameMatter() {
    this(BOUND);
  }

  /** @param bound messages held; the oldest added leave first */
  public SameMatter(int bound) {
    this.bound = Math.max(1, bound);
  }

  /** Adds a message, or puts it in the place of the one with its id. */
  public void add(Message message) {
    remove(message.id());
    if (entries.size() >= bound) {
      remove(entries.values().iterator().next().message.id());
    }
    Entry entry = new Entry(message);
    int number = next++;
    entries.put(number, entry);
    numbers.put(message.id(), number);
    index.add(number, entry);
    characters += message.title().length() + message.text().length();
  }

  /** Forgets a message, as when its retention ends; unknown ids are ignored. */
  public void remove(String id) {
    Integer number = numbers.remove(id);
    if (number != null) {
      Entry gone = entries.remove(number);
      index.remove(number);
      characters -= gone == null ? 0 : gone.message.title().length() + gone.message.text().length();
    }
  }

  public int size() {
    return entries.size();
  }

  /** Estimate of what the index and the texts take: for the bound, not for accounting. */
  public long bytes() {
    long bigrams = 0;
    for (Entry entry : entries.values()) {
      bigrams += entry.all.keys().length + entry.ofTitle.keys().length;
    }
    return index.bytes() + 2 * characters + 6 * bigrams;
  }

  /** Up to {@code k} others about the same matter, best first; the message need not have been added. */
  public List<Similar> suggest(Message message, int k) {
    Integer own = numbers.get(message.id());
    Entry known = own == null ? null : entries.get(own);
    Entry asked = known != null && known.message.equals(message) ? known : new Entry(message);
    List<Similar> found = new ArrayList<>();
    for (Link link : links(asked)) {
      found.add(new Similar(link.other.message.id(), link.score, reasons(asked, link.other)));
    }
    return found.subList(0, Math.min(k, found.size()));
  }

  record Link(Entry other, double score) {}

  List<Link> links(Entry asked) {
    double self = index.score(asked, asked);
    List<Link> links = new ArrayList<>();
    if (self == 0) {
      return links;
    }
    for (MatterIndex.Hit hit : index.search(asked, CANDIDATES)) {
      if (hit.score() < ROOM * MUTUAL_PLACE * self) {
        break;
      }
      Entry other = entries.get(hit.number());
      if (other != null && !other.message.id().equals(asked.message.id())) {
        double score = score(asked, other, hit.score(), self);
        if (score > 0) {
          links.add(new Link(other, score));
        }
      }
    }
    links.sort(Comparator.comparingDouble((Link link) -> -link.score).thenComparing(link -> link.other.message.id()));
    return links;
  }

  /** 0 where they are not linked; the same both ways. */
  private double score(Entry one, Entry other, double found, double self) {
    String place = one.message.place();
    boolean known = place != null && other.message.place() != null;
    boolean same = known && Objects.equals(place, other.message.place());
    double least = same ? MUTUAL_PLACE : MUTUAL;
    // Lucene rounds the lengths of texts: what it found is looked at with room, and reckoned exactly.
    if (found < ROOM * least * self) {
      return 0;
    }
    double there = Math.min(1, index.score(one, other) / self);
    double otherSelf = index.score(other, other);
    double back = otherSelf == 0 ? 0 : Math.min(1, index.score(other, one) / otherSelf);
    if (Math.min(there, back) < least) {
      return 0;
    }
    double score = Math.sqrt(there * back) * nearness(days(one.message, other.message));
    if (same) {
      return Math.min(1, score + SAME_PLACE);
    }
    return known ? score * OTHER_PLACE : score;
  }

  private static double nearness(@Nullable Long days) {
    return days == null ? 1 : 0.5 + 0.5 * Math.pow(0.5, days / HALF_DAYS);
  }

  private static @Nullable Long days(Message one, Message other) {
    if (one.at() == null || other.at() == null) {
      return null;
    }
    return Duration.between(one.at(), other.at()).abs().toDays();
  }

  private List<String> reasons(Entry asked, Entry other) {
    List<String> reasons = new ArrayList<>();
    for (String run : MatterWords.of(asked.title, bigram -> other.all.times(bigram) > 0 ? index.weight(bigram) : 0)) {
      reasons.add("words:" + run);
    }
    String place = asked.message.place();
    if (place != null && place.equals(other.message.place())) {
      reasons.add("place:" + place);
    }
    Long days = days(asked.message, other.message);
    if (days != null) {
      reasons.add("days:" + days);
    }
    return reasons;
  }

  Entry entry(String id) {
    Entry entry = entries.get(numbers.getOrDefault(id, -1));
    if (entry == null) {
      throw new IllegalArgumentException("no message " + id);
    }
    return entry;
  }

  double weight(int bigram) {
    return index.weight(bigram);
  }
}
