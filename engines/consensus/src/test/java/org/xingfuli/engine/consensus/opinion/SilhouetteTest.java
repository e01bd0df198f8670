package org.xingfuli.engine.consensus.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.kernel.Dice;

/** Silhouettes by hand, and over cells beside exactly; components beside what is known of them. */
class SilhouetteTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @Test
  void byHand() {
    List<Place> places = List.of(new Place(0, 0), new Place(1, 0), new Place(4, 0));
    // The first two: a = 1, b = 4 and 3; the third is alone.
    assertThat(Silhouette.of(places, new int[] {0, 0, 1}, 2)).isEqualTo((3.0 / 4 + 2.0 / 3) / 3, within(1e-15));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void overCellsItIsNearlyWhatItIsExactly(long seed) {
    Dice dice = new Dice(seed);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      int camp = dice.between(0, 2);
      places.add(new Place(camp * 2 + (dice.between(-1_000, 1_000) + dice.between(-1_000, 1_000)) / 1e3,
          camp % 2 * 3 + dice.between(-1_000, 1_000) / 1e3));
    }
    for (int k = 2; k <= 5; k++) {
      int[] labels = Objects.requireNonNull(KMeans.of(places, k));
      assertThat(Silhouette.overCells(places, labels, k)).isEqualTo(Silhouette.exact(places, labels, k), within(0.01));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void componentsAreDirectionsThatTheCovarianceOnlyStretches(long seed) {
    Dice dice = new Dice(seed);
    Votes votes = Rounds.votes(new Rounds(dice).noise(dice.between(30, 80), dice.between(3, 40)));
    Components components = Components.of(votes);
    double[][] loadings = components.loadings();
    assertThat(Matrices.dot(loadings[0], loadings[0])).isEqualTo(1, within(1e-12));
    assertThat(Matrices.dot(loadings[1], loadings[1])).isEqualTo(1, within(1e-12));
    assertThat(Matrices.dot(loadings[0], loadings[1])).isEqualTo(0, within(1e-10));
    assertThat(components.explained()[0]).isGreaterThanOrEqualTo(components.explained()[1]);
    for (double[] loading : loadings) {
      double most = Arrays.stream(loading).map(Math::abs).max().orElse(0);
      assertThat(Arrays.stream(loading).max().orElse(0)).as("the largest is positive").isGreaterThan(most * (1 - 1e-6));
    }
    // Who saw one statement stands where their one vote points, stretched by √statements.
    double[] place = components.place(new int[] {1}, new byte[] {-1});
    double along = Math.sqrt(votes.statements().size()) * (-1 - components.means()[1]);
    assertThat(place[0]).isEqualTo(along * loadings[0][1], within(1e-12));
    assertThat(place[1]).isEqualTo(along * loadings[1][1], within(1e-12));
    double total = 0;
    double[][] image = new double[2][votes.statements().size()];
    for (int p = 0; p < votes.participants().size(); p++) {
      double[] centred = new double[votes.statements().size()];
      for (int i = 0; i < votes.seen(p).length; i++) {
        centred[votes.seen(p)[i]] = votes.said(p)[i] - components.means()[votes.seen(p)[i]];
      }
      total += Matrices.dot(centred, centred);
      for (int c = 0; c < 2; c++) {
        double part = Matrices.dot(centred, loadings[c]);
        for (int s = 0; s < centred.length; s++) {
          image[c][s] += part * centred[s];
        }
      }
    }
    for (int c = 0; c < 2; c++) {
      for (int s = 0; s < image[c].length; s++) {
        assertThat(image[c][s] / total).isEqualTo(components.explained()[c] * loadings[c][s], within(1e-9));
      }
    }
  }
}
