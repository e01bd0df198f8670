package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.modulith.events.FailedEventPublications;

/** What becomes of the work of a node that dies, sleeps, or leaves. */
class NodesTest {

  private static final TestDatabase DB = TestDatabase.fresh();

  private final ThisNode self = new ThisNode(UUID.randomUUID());
  private final List<Object> told = new ArrayList<>();
  private final Nodes nodes = new Nodes(DB.prepared(), self, "here", told::add,
      new StaticListableBeanFactory().getBeanProvider(FailedEventPublications.class));

  @AfterAll
  static void drop() {
    DB.close();
  }

  @BeforeEach
  void nobodyElse() {
    DB.superuser().sql("truncate database.node, database.event_publication, database.scheduled_tasks").update();
  }

  private static void node(UUID id, int silentSeconds) {
    DB.superuser().sql("insert into database.node values (?, 'there', now(), clock_timestamp() - make_interval(secs => ?))")
        .params(id, silentSeconds).update();
  }

  private static void workOf(UUID node) {
    DB.superuser().sql("set xingfuli.node = '" + node + "'").update();
    DB.superuser().sql("""
        insert into database.event_publication (id, listener_id, event_type, serialized_event, publication_date, status)
        values (gen_random_uuid(), 'l', 'e', '{}', now(), 'PROCESSING')""").update();
    DB.superuser().sql("""
        insert into database.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, version)
        values ('t', 'i', now() - interval '1 min', true, ?, 7)""").param(node.toString()).update();
  }

  private static String one(String sql) {
    return DB.superuser().sql(sql).query(String.class).single();
  }

  private static String publication() {
    return one("select status from database.event_publication");
  }

  private static String timer() {
    return one("select picked || ' ' || version from database.scheduled_tasks");
  }

  @Test
  void aSilentNodesWorkIsTakenOverAtTheNextBeat() {
    var dead = UUID.randomUUID();
    node(dead, 9);
    workOf(dead);
    nodes.beatOnce();
    assertThat(publication()).isEqualTo("FAILED");
    assertThat(timer()).as("free, and shut to the one who had it").isEqualTo("false 8");
    assertThat(told).containsExactly(new NodeGone(dead));
    nodes.beatOnce();
    assertThat(told).as("found once").hasSize(1);
  }

  @Test
  void aLivingNodesWorkIsLeftToIt() {
    var other = UUID.randomUUID();
    node(other, 5);
    workOf(other);
    nodes.beatOnce();
    assertThat(publication()).isEqualTo("PROCESSING");
    assertThat(timer()).isEqualTo("true 7");
    assertThat(told).isEmpty();
  }

  @Test
  void whatANodeLeavesUnfinishedWhenItStopsIsTakenOver() {
    nodes.beatOnce();
    workOf(self.id());
    nodes.stop();
    var another = new Nodes(DB.prepared(), new ThisNode(UUID.randomUUID()), "there", told::add,
        new StaticListableBeanFactory().getBeanProvider(FailedEventPublications.class));
    another.beatOnce();
    assertThat(publication()).isEqualTo("FAILED");
  }

  @Test
  void whoTakesAPublicationUpAgainIsWhoWorksOnIt() {
    var first = UUID.randomUUID();
    workOf(first);
    assertThat(one("select node from database.event_publication")).isEqualTo(first.toString());
    DB.superuser().sql("set xingfuli.node = '" + self.id() + "'").update();
    DB.superuser().sql("update database.event_publication set status = 'RESUBMITTED'").update();
    assertThat(one("select node from database.event_publication")).isEqualTo(self.id().toString());
  }
}
