package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is posted is heard by every node, with the commit, and listening outlives its connection. */
class BulletinTest {

  private static final TestDatabase DB = TestDatabase.fresh();
  private static final Bulletin BULLETIN = new Bulletin(DB.jdbc());
  private static final String BEGINS = "listening begins";

  /** A node of the platform, as far as it listens. */
  private static final class Node implements BulletinHearer {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final BulletinReader reader = new BulletinReader(DB.prepared(), List.of(this));

    @Override
    public Set<String> topics() {
      return Set.of("test.news", SESSION_ENDED);
    }

    @Override
    public void heard(String topic, String text) {
      heard.add(text);
      if (text.equals("a bad one")) {
        throw new IllegalStateException("planted");
      }
    }

    @Override
    public void missed() {
      heard.add(BEGINS);
    }

    String next() throws InterruptedException {
      return String.valueOf(heard.poll(5, TimeUnit.SECONDS));
    }
  }

  private final Node one = new Node();
  private final Node another = new Node();

  @BeforeEach
  void bothListen() throws InterruptedException {
    one.reader.start();
    another.reader.start();
    assertThat(one.next()).isEqualTo(BEGINS);
    assertThat(another.next()).isEqualTo(BEGINS);
  }

  @AfterEach
  void theyStop() {
    one.reader.stop();
    another.reader.stop();
  }

  private static void post(String text) {
    DB.transactions().run(SystemScope.of("test"), () -> BULLETIN.post("test.news", text));
  }

  @Test
  void everyNodeHearsAPostingAndNotBeforeItIsCommitted() throws InterruptedException {
    DB.transactions().run(SystemScope.of("test"), () -> {
      BULLETIN.post("test.news", "committed");
      assertThat(silentFor(300)).isTrue();
    });
    assertThat(one.next()).isEqualTo("committed");
    assertThat(another.next()).isEqualTo("committed");
  }

  private boolean silentFor(long milliseconds) {
    try {
      return one.heard.poll(milliseconds, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasRolledBackIsHeardByNobody() throws InterruptedException {
    assertThatThrownBy(() -> DB.transactions().run(SystemScope.of("test"), () -> {
      BULLETIN.post("test.news", "rolled back");
      throw new IllegalStateException("planted");
    })).hasMessage("planted");
    post("the next");
    assertThat(one.next()).isEqualTo("the next");
    assertThat(another.next()).isEqualTo("the next");
  }

  @Test
  void outsideATransactionNothingCanBePosted() {
    assertThatThrownBy(() -> BULLETIN.post("test.news", "loose")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void listeningOutlivesItsConnectionAndSaysThatSomethingMayHaveBeenMissed() throws InterruptedException {
    for (var times = 0; times < 3; times++) {
      assertThat(DB.superuser().sql("""
          select count(pg_terminate_backend(pid)) from pg_stat_activity
          where application_name = 'xingfuli bulletin' and datname = current_database()""")
          .query(Long.class).single()).isEqualTo(2);
      assertThat(one.next()).isEqualTo(BEGINS);
      assertThat(another.next()).isEqualTo(BEGINS);
    }
    post("afterwards");
    assertThat(one.next()).isEqualTo("afterwards");
    assertThat(another.next()).isEqualTo("afterwards");
  }

  @Test
  void aHearerThatFailsStaysAHearer() throws InterruptedException {
    post("a bad one");
    post("a good one");
    assertThat(one.next()).isEqualTo("a bad one");
    assertThat(one.next()).isEqualTo("a good one");
  }

  @Test
  void theEndOfASessionIsToldByThePersonWhoseItWas() throws InterruptedException {
    var person = UUID.randomUUID().toString();
    DB.superuser().sql("""
        insert into database.spring_session (primary_id, session_id, creation_time, last_access_time,
          max_inactive_interval, expiry_time, principal_name) values (?, ?, 0, 0, 0, 0, ?)""")
        .params(UUID.randomUUID().toString(), UUID.randomUUID().toString(), person).update();
    DB.superuser().sql("delete from database.spring_session where principal_name = ?").param(person).update();
    assertThat(one.next()).isEqualTo(person);
  }
}
