package org.xingfuli.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.kernel.Refused;

/** The same matter in other words, and what many write about; a failing seed stands in the display name. */
class SameMatterTest {

  private static final Instant DAY = Instant.parse("2022-03-01T00:00:00Z");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  private static SameMatter of(List<Message> messages) {
    SameMatter matter = new SameMatter();
    messages.forEach(matter::add);
    return matter;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMessageIsItsOwnBestNeighbour(long seed) {
    List<Message> messages = new ArrayList<>(new MadeUp(seed).messages(80));
    Message one = messages.get(17);
    messages.add(new Message("copy", one.title(), one.text(), one.at(), one.place()));
    List<Similar> found = of(messages).suggest(one, 5);
    assertThat(found.getFirst().score()).isGreaterThan(0.999);
    assertThat(found).filteredOn(similar -> similar.score() > 0.999).extracting(Similar::id).contains("copy");
    assertThat(found).extracting(Similar::id).doesNotContain(one.id());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void likenessIsTheSameBothWaysAndNeverAboveOne(long seed) {
    List<Message> messages = new MadeUp(seed).messages(60);
    SameMatter matter = of(messages);
    for (Message message : messages) {
      for (Similar similar : matter.suggest(message, 60)) {
        Message other = messages.stream().filter(m -> m.id().equals(similar.id())).findFirst().orElseThrow();
        double back = matter.suggest(other, 60).stream().filter(s -> s.id().equals(message.id())).findFirst().orElseThrow().score();
        assertThat(back).isEqualTo(similar.score());
        assertThat(similar.score()).isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void topicsAreAPartitionAndDoNotDependOnTheOrder(long seed) {
    MadeUp madeUp = new MadeUp(seed);
    List<Message> messages = madeUp.messages(90);
    List<Topic> topics = HotTopics.find(messages, HotTopics.Options.ordinary());
    List<String> ids = topics.stream().flatMap(topic -> topic.ids().stream()).toList();
    assertThat(ids).doesNotHaveDuplicates().isSubsetOf(messages.stream().map(Message::id).toList());
    assertThat(topics).allSatisfy(topic -> assertThat(topic.size()).isEqualTo(topic.ids().size()).isGreaterThanOrEqualTo(2));
    assertThat(HotTopics.find(madeUp.dice().shuffled(messages), HotTopics.Options.ordinary())).isEqualTo(topics);
  }

  private static Message message(String id, String title, int day, String place) {
    return new Message(id, title, title + "，请尽快处理", DAY.plus(Duration.ofDays(day)), place);
  }

  /** Two matters, and messages about nothing in common. */
  private static List<Message> district() {
    List<Message> messages = new ArrayList<>(List.of(
        message("a1", "银杏花园旁边的搅拌站夜里太吵", 0, "E3"), message("a2", "投诉银杏花园附近搅拌站灰尘大", 6, "E3"),
        message("a3", "银杏花园搅拌站什么时候搬走", 13, "E3"), message("a4", "搅拌站离银杏花园太近", 13, "E3"),
        message("b1", "和风苑改造后屋顶漏雨", 2, "E1"), message("b2", "和风苑屋顶越改越漏雨", 9, "E1")));
    MadeUp madeUp = new MadeUp(4);
    for (int i = 0; i < 40; i++) {
      messages.add(message("x" + i, madeUp.dice().chinese(14), i % 13, "P" + i));
    }
    return messages;
  }

  @Test
  void mattersAreFoundInOtherWordsWithTheirWordsPlaceAndTrend() {
    List<Topic> topics = HotTopics.find(district(), HotTopics.Options.ordinary());
    assertThat(topics).hasSize(2);
    Topic first = topics.getFirst();
    assertThat(first.ids()).containsExactly("a1", "a2", "a3", "a4");
    assertThat(first.place()).isEqualTo("E3");
    assertThat(first.words()).contains("搅拌站");
    assertThat(first.trend().day()).isEqualTo(2);
    assertThat(first.trend().week()).isEqualTo(2);
    assertThat(first.trend().weekBefore()).isEqualTo(2);
    assertThat(first.first()).isEqualTo(DAY);
    assertThat(topics.get(1).ids()).containsExactly("b1", "b2");
  }

  @Test
  void aSuggestionSaysWhatIsShared() {
    SameMatter matter = of(district());
    List<Similar> found = matter.suggest(message("new", "和风苑屋顶又漏雨了", 10, "E1"), 5);
    assertThat(found).extracting(Similar::id).containsExactlyInAnyOrder("b1", "b2");
    assertThat(found.getFirst().reasons()).contains("place:E1").anyMatch(reason -> reason.startsWith("words:"))
        .anyMatch(reason -> reason.startsWith("days:"));
  }

  @Test
  void anotherPlaceAndAnotherYearMakeItLessLikely() {
    SameMatter matter = of(district());
    double here = matter.suggest(message("n1", "和风苑屋顶又漏雨了", 10, "E1"), 1).getFirst().score();
    double elsewhere = matter.suggest(message("n2", "和风苑屋顶又漏雨了", 10, "E9"), 1).getFirst().score();
    double later = matter.suggest(message("n3", "和风苑屋顶又漏雨了", 700, "E1"), 1).getFirst().score();
    assertThat(elsewhere).isLessThan(here);
    assertThat(later).isLessThan(here);
  }

  @Test
  void whatIsForgottenIsSuggestedNoMoreAndTheOldestLeaveFirst() {
    List<Message> messages = district();
    SameMatter matter = new SameMatter(messages.size() - 1);
    messages.forEach(matter::add);
    assertThat(matter.size()).isEqualTo(messages.size() - 1);
    assertThat(matter.suggest(messages.get(1), 9)).extracting(Similar::id).doesNotContain("a1").contains("a3");
    matter.remove("a3");
    assertThat(matter.suggest(messages.get(1), 9)).extracting(Similar::id).doesNotContain("a3").contains("a4");
    matter.add(messages.get(3));
    assertThat(matter.size()).as("put in the place of the one with its id").isEqualTo(messages.size() - 2);
  }

  @Test
  void anIdUsedTwiceIsRefused() {
    List<Message> twice = List.of(Message.of("a", "漏雨", ""), Message.of("a", "停车", ""));
    assertThatThrownBy(() -> HotTopics.find(twice, HotTopics.Options.ordinary())).isInstanceOf(Refused.class);
    assertThat(HotTopics.find(List.of(), HotTopics.Options.ordinary())).isEmpty();
  }
}
