package org.xingfuli.command.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A watcher who does not listen costs little, and hears the latest in the end. */
class PendingTest {

  private static final UUID PROGRAMME = new UUID(0, 1);

  private final Pending pending = new Pending();

  @Test
  void ofManyChangesOfOneProgrammeTheLatestIsTold() throws InterruptedException {
    for (int version = 1; version <= 1000; version++) {
      pending.add(new News(News.Kind.CHART, PROGRAMME, version));
      pending.add(new News(News.Kind.PROGRESS, PROGRAMME, 0));
    }
    assertThat(pending.size()).isEqualTo(2);
    assertThat(pending.take(Duration.ZERO)).isEqualTo(new News(News.Kind.CHART, PROGRAMME, 1000));
    assertThat(pending.take(Duration.ZERO)).isEqualTo(new News(News.Kind.PROGRESS, PROGRAMME, 0));
    assertThat(pending.take(Duration.ZERO)).isNull();
  }

  @Test
  void newsThatOvertookOtherNewsIsNotTakenBack() throws InterruptedException {
    pending.add(new News(News.Kind.CHART, PROGRAMME, 8));
    pending.add(new News(News.Kind.CHART, PROGRAMME, 7));
    assertThat(pending.take(Duration.ZERO)).isEqualTo(new News(News.Kind.CHART, PROGRAMME, 8));
  }

  @Test
  void whatWaitsIsBounded() {
    for (int programme = 0; programme < 10_000; programme++) {
      pending.add(new News(News.Kind.CHART, new UUID(1, programme), 1));
    }
    assertThat(pending.size()).isEqualTo(Pending.MOST);
  }

  @Test
  void newsTravelsAsTextAndWhatIsNotUnderstoodIsPassedOver() {
    var news = new News(News.Kind.CHART, PROGRAMME, 42);
    assertThat(News.read(news.text())).isEqualTo(news);
    assertThat(News.read("ORDER " + PROGRAMME + " 1")).isNull();
    assertThat(News.read("CHART")).isNull();
    assertThat(News.read("CHART x 1")).isNull();
  }
}
