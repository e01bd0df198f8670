package org.xingfuli.drills.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xingfuli.drills.events.CrashPoints.Caught;

/** What a death is worth, and where it can have happened. */
class CrashPointsTest {

  @Test
  void aDeathThatCaughtNobodyIsADeathAndNoCrashPoint() {
    var points = new CrashPoints();
    points.died(Place.BEFORE_COMMIT, Caught.NOTHING);
    points.died(Place.EFFECT, new Caught(3, 1));
    points.died(Place.EFFECT, new Caught(0, 2));
    assertThat(points.deaths()).isEqualTo(3);
    assertThat(points.deathsThatCaught()).isEqualTo(2);
    assertThat(points.withoutEffect()).isEqualTo(3);
    assertThat(points.withEffect()).isEqualTo(3);
    assertThat(points.byPlace()).isEqualTo(Map.of("BEFORE_COMMIT", 1, "EFFECT", 2));
  }

  @Test
  void noTwoPlacesBeforeAndAfterACommitCanBeTakenForEachOther() {
    assertThat(Place.BEFORE_COMMIT.holds(true, 0, true)).as("committed").isFalse();
    assertThat(Place.AFTER_COMMIT.holds(false, 0, false)).as("not committed").isFalse();
    assertThat(Place.EFFECT.holds(true, 1, true)).as("its effect is committed").isFalse();
    assertThat(Place.COMPLETION.holds(true, 0, true)).as("its effect is not committed").isFalse();
    assertThat(Place.COMPLETION.holds(true, 1, false)).as("its publication is complete").isFalse();
  }

  @Test
  void whatIsDeliveredAgainMayHaveBeenCompletedByAnotherDeliveryButNeverWithoutItsEffect() {
    for (var place : EnumSet.of(Place.LISTENER_AGAIN, Place.EFFECT_AGAIN, Place.COMPLETION_AGAIN)) {
      assertThat(place.holds(true, 1, false)).as(place.name()).isTrue();
      assertThat(place.holds(true, 0, false)).as("%s, complete without an effect", place).isFalse();
    }
    assertThat(Place.COMPLETION_AGAIN.holds(true, 0, true)).as("its effect is not committed").isFalse();
  }

  @Test
  void everyPlaceHoldsForAnActThatDiedThere() {
    assertThat(Place.BEFORE_COMMIT.holds(false, 0, false)).isTrue();
    for (var place : EnumSet.of(Place.AFTER_COMMIT, Place.LISTENER, Place.EFFECT, Place.LISTENER_AGAIN, Place.EFFECT_AGAIN)) {
      assertThat(place.holds(true, 0, true)).as(place.name()).isTrue();
    }
    for (var place : EnumSet.of(Place.COMPLETION, Place.COMPLETION_AGAIN, Place.LISTENER_AGAIN, Place.EFFECT_AGAIN)) {
      assertThat(place.holds(true, 1, true)).as(place.name()).isTrue();
    }
  }

  @Test
  void aPassageIsDrawnForEveryPlaceButAnywhere() {
    var random = new Random(7);
    for (var place : Place.values()) {
      var passage = place.passage(random);
      if (place == Place.ANYWHERE) {
        assertThat(passage).isZero();
      } else {
        assertThat(passage).as(place.name()).isPositive();
      }
    }
  }
}
