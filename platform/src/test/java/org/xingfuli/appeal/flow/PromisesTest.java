package org.xingfuli.appeal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.ReceptionObjects;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refused;

/** A time said aloud binds: warned of once, broken once, never unbroken. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class, ReceptionObjects.class})
class PromisesTest {

  @Autowired Promises promises;
  @Autowired MatrixWorld world;
  @Autowired ReceptionObjects reception;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private UUID due(Duration in) {
    var id = reception.promise(Place.OWN);
    world.system(() -> jdbc.sql("update appeal.promise set due_at = ? where id = ?").params(clock.now().plus(in).atOffset(ZoneOffset.UTC), id)
        .update());
    return id;
  }

  private String state(UUID id) {
    return world.system(() -> jdbc.sql("select state from appeal.promise where id = ?").param(id).query(String.class).single());
  }

  private long lines(UUID id, String act) {
    return world.system(() -> jdbc.sql("""
            select count(*) from appeal.entry e join appeal.promise p on p.appeal_id = e.appeal_id where p.id = ? and e.act = ?""")
        .params(id, act).query(Long.class).single());
  }

  private boolean warned(UUID id) {
    return world.system(() -> jdbc.sql("select warned_at is not null from appeal.promise where id = ?").param(id).query(Boolean.class).single());
  }

  private void act(Runnable act) {
    world.system(() -> {
      act.run();
      return true;
    });
  }

  @Test
  void whatIsDueSoonIsWarnedOfAndWhatHasGoneByIsBrokenOnce() {
    var far = due(Duration.ofHours(3));
    var soon = due(Duration.ofMinutes(10));
    var gone = due(Duration.ofMinutes(-1));
    promises.watch();
    promises.watch();
    assertThat(state(far)).isEqualTo("OPEN");
    assertThat(warned(far)).isFalse();
    assertThat(warned(soon)).isTrue();
    assertThat(state(soon)).isEqualTo("OPEN");
    assertThat(state(gone)).isEqualTo("BROKEN");
    assertThat(lines(gone, "PROMISE_BROKEN")).isEqualTo(1);
  }

  @Test
  void keptAfterItsTimeItIsKeptLateAlsoWhenNobodyHadLooked() {
    var unseen = due(Duration.ofMinutes(-5));
    act(() -> promises.keep(null, unseen, "来过了"));
    assertThat(state(unseen)).isEqualTo("KEPT_LATE");
    assertThat(lines(unseen, "PROMISE_BROKEN")).isEqualTo(1);
    var intime = due(Duration.ofMinutes(5));
    act(() -> promises.keep(null, intime, "来过了"));
    assertThat(state(intime)).isEqualTo("KEPT");
    assertThatThrownBy(() -> act(() -> promises.keep(null, intime, "又来"))).isInstanceOf(Refused.class);
  }

  @Test
  void itMovesBeforeItsTimeAndWithAReasonAndNeverAfter() {
    var open = due(Duration.ofMinutes(20));
    assertThatThrownBy(() -> act(() -> promises.move(null, open, clock.now().plusSeconds(7_200), " "))).isInstanceOf(Refused.class);
    act(() -> promises.move(null, open, clock.now().plusSeconds(7_200), "电工临时抢修"));
    assertThat(state(open)).isEqualTo("MOVED");
    var gone = due(Duration.ofMinutes(-1));
    assertThatThrownBy(() -> act(() -> promises.move(null, gone, clock.now().plusSeconds(7_200), "迟了"))).isInstanceOf(Refused.class);
  }
}
