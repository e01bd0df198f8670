package org.xingfuli.engine.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Finds matters that many write about: links of {@link SameMatter}, then average linkage, since one link too many must not join two
 * matters. The topics and the messages that stand alone are a partition; the caller's order of messages does not matter.
 */
public final class HotTopics {

  private HotTopics() {}

  /**
   * @param least messages of a topic, at least 2
   * @param join mean score, pairs without a link counting 0, at which two groups are one matter
   * @param now end of the trend's last week; null: the latest message
   */
  public record Options(int least, double join, @Nullable Instant now) {

    public Options {
      if (least < 2 || !(join > 0 && join <= 1)) {
        throw new Refused(Refusal.of("triage.hot-options", Map.of("least", least, "join", join)));
      }
    }

    /** Two messages, the mean of decision 0044, up to the latest message. */
    public static Options ordinary() {
      return new Options(2, 0.12, null);
    }
  }

  /**
   * Largest first. Holds a {@link SameMatter} of all messages and their links while it runs.
   *
   * @throws Refused naming every id that is used twice
   */
  public static List<Topic> find(List<Message> messages, Options options) {
    List<Message> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(Message::at, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Message::id));
    Map<String, Integer> numbers = new HashMap<>();
    List<Refusal> faults = new ArrayList<>();
    SameMatter matter = new SameMatter(Math.max(1, messages.size()));
    for (Message message : sorted) {
      if (numbers.put(message.id(), numbers.size()) != null) {
        faults.add(Refusal.of("triage.id-twice", Map.of("id", message.id())));
      } else {
        matter.add(message);
      }
    }
    Refused.ifAny(faults);
    AverageLinkage linkage = new AverageLinkage(sorted.size());
    Map<Long, Double> scores = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (SameMatter.Link link : matter.links(matter.entry(sorted.get(i).id()))) {
        int j = Objects.requireNonNull(numbers.get(link.other().message.id()));
        linkage.link(i, j, link.score());
        scores.put((long) Math.min(i, j) << 32 | Math.max(i, j), link.score());
      }
    }
    Instant now = options.now() != null ? options.now()
        : sorted.stream().map(Message::at).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    List<Topic> topics = new ArrayList<>();
    for (List<Integer> group : linkage.groups(options.join())) {
      if (group.size() >= options.least()) {
        topics.add(topic(group, sorted, scores, matter, now));
      }
    }
    topics.sort(Comparator.comparingInt((Topic t) -> -t.size()).thenComparing(t -> t.ids().getFirst()));
    return topics;
  }

  private static Topic topic(
      List<Integer> group, List<Message> messages, Map<Long, Double> scores, SameMatter matter, @Nullable Instant now) {
    List<Message> members = group.stream().sorted().map(messages::get).toList();
    Message middle = messages.get(middle(group, scores));
    List<Instant> times = members.stream().map(Message::at).filter(Objects::nonNull).toList();
    Instant first = times.isEmpty() ? null : times.getFirst();
    Instant last = times.isEmpty() ? null : times.getLast();
    String title = middle.title().isBlank() ? middle.text().substring(0, Math.min(40, middle.text().length())) : middle.title();
    return new Topic(members.size(), title, members.stream().map(Message::id).toList(), first, last,
        trend(times, first, last, now), words(members, middle, matter), place(members));
  }

  /** The message with the greatest sum of scores to the others; the earliest of equals. */
  private static int middle(List<Integer> group, Map<Long, Double> scores) {
    int best = group.getFirst();
    double most = -1;
    for (int i : group) {
      double sum = 0;
      for (int j : group) {
        sum += i == j ? 0 : scores.getOrDefault((long) Math.min(i, j) << 32 | Math.max(i, j), 0.0);
      }
      if (sum > most || sum == most && i < best) {
        most = sum;
        best = i;
      }
    }
    return best;
  }

  private static Topic.Trend trend(List<Instant> times, @Nullable Instant first, @Nullable Instant last, @Nullable Instant now) {
    if (first == null || last == null || now == null) {
      return new Topic.Trend(0, 0, 0, 0);
    }
    int day = between(times, now.minus(Duration.ofDays(1)), now);
    int week = between(times, now.minus(Duration.ofDays(7)), now);
    int before = between(times, now.minus(Duration.ofDays(14)), now.minus(Duration.ofDays(7)));
    double days = Math.max(1, Duration.between(first, last).toSeconds() / 86_400.0);
    return new Topic.Trend(day, week, before, times.size() / days);
  }

  /** After one and not after the other. */
  private static int between(List<Instant> times, Instant after, Instant until) {
    return (int) times.stream().filter(at -> at.isAfter(after) && !at.isAfter(until)).count();
  }

  private static List<String> words(List<Message> members, Message middle, SameMatter matter) {
    Map<Integer, Integer> titles = new HashMap<>();
    for (Message member : members) {
      for (int bigram : matter.entry(member.id()).ofTitle.keys()) {
        titles.merge(bigram, 1, Integer::sum);
      }
    }
    return MatterWords.of(matter.entry(middle.id()).title,
        bigram -> titles.getOrDefault(bigram, 0) * 2 >= members.size() ? matter.weight(bigram) : 0);
  }

  private static @Nullable String place(List<Message> members) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Message member : members) {
      String place = member.place();
      if (place != null) {
        counts.merge(place, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().filter(each -> each.getValue() * 2 > members.size()).map(Map.Entry::getKey)
        .findFirst().orElse(null);
  }
}
