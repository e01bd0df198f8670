package org.xingfuli.appeal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;

/** What is beyond its limit goes further up step by step, and nobody is told the same twice. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class WatchClocksTest {

  @Autowired WatchClocks watch;
  @Autowired ReplyToAppeal reply;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private UUID overdue(Duration late) {
    var id = objects.appeal(Place.OWN, AppealState.HANDLING);
    var ended = clock.now().minus(late).atOffset(ZoneOffset.UTC);
    world.system(() -> jdbc.sql("update appeal.clock set due_at = ? where appeal_id = ? and stopped_at is null").params(ended, id).update());
    world.system(() -> jdbc.sql("update appeal.appeal set due_at = ? where id = ?").params(ended, id).update());
    return id;
  }

  private int level(UUID id) {
    return world.system(() -> jdbc.sql("select escalation from appeal.appeal where id = ?").param(id).query(Integer.class).single());
  }

  private long lines(UUID id) {
    return world.system(() -> jdbc.sql("select count(*) from appeal.entry where appeal_id = ? and act = 'SUPERVISE'").param(id)
        .query(Long.class).single());
  }

  private long told(UUID id) {
    return world.system(() -> jdbc.sql("select count(*) from notice.outbox where kind = ? and link like '%' || ?")
        .params(TellPeople.OVERDUE, id.toString()).query(Long.class).single());
  }

  @Test
  void anAppealBeyondItsLimitGoesUpAStepAndIsToldOnce() {
    var handler = overdue(Duration.ofHours(1));
    var street = overdue(Duration.ofHours(25));
    var command = overdue(Duration.ofHours(73));
    watch.watch();
    watch.watch();
    assertThat(List.of(level(handler), level(street), level(command))).containsExactly(1, 2, 3);
    assertThat(List.of(handler, street, command)).allSatisfy(id -> {
      assertThat(lines(id)).as("one line for one step").isEqualTo(1);
      assertThat(told(id)).as("one notice for one step").isEqualTo(1);
    });
  }

  @Test
  void anAppealWhoseNextStepHasItsOwnTimeBeginsAtTheFirstStepAgain() {
    var id = overdue(Duration.ofHours(25));
    watch.watch();
    assertThat(level(id)).isEqualTo(2);
    world.system(() -> {
      reply.reply(null, id, new ReplyToAppeal.Answer("已换灯", Outcome.EXPLAINED,
          List.of(new Proof(Proof.Kind.PAPER, null, "维修单 0012")), Map.of()));
      return true;
    });
    watch.watch();
    assertThat(level(id)).as("it was late with the reply, not with the call-back").isZero();
  }
}
