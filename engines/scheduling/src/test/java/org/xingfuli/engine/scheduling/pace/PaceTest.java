package org.xingfuli.engine.scheduling.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.risk.Risk;
import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.RiskResult;

/** What is said in percent comes out of a simulation as it was said. */
class PaceTest {

  private static final int MANY = 4_000;

  /** Tasks of a thousand days each, long enough that rounding does not count; of trades and projects by number. */
  private static Network tasks(int count) {
    NetworkBuilder network = Network.builder().horizon(9_000);
    for (int i = 0; i < count; i++) {
      int crew = network.crew(Crew.of("trade " + i / 2, 9));
      int task = network.task(Task.of("task " + i, 1_000).inProject(i % 2).holding(new Demand(crew, 1)));
      network.node(new Node("N", task, 1_000, 1));
    }
    return network.build();
  }

  private static RiskResult simulate(Network network, Pace pace) {
    RiskModel model = RiskModel.certain(network)
        .withTrades(network.crews().stream().map(Crew::code).toList());
    return Risk.simulate(network, ForwardPass.of(network), Actuals.none(), pace.in(model), Risk.Effort.of(MANY, 1));
  }

  @Test
  void nineOfTenNeedMoreThanTheFastestAndNineOfTenLessThanTheSlowestHoweverItIsShared() {
    for (Pace pace : List.of(Pace.ASSUMED, new Pace(90, 130, 0, 0), new Pace(90, 130, 70, 30))) {
      RiskResult result = simulate(tasks(1), pace);
      assertThat(result.quantile(0.1, 0)).as("%s", pace).isCloseTo(900, within(12));
      assertThat(result.quantile(0.9, 0)).as("%s", pace).isCloseTo(1_300, within(20));
    }
  }

  @Test
  void workOfATradeAndOfAProjectGoesTogetherAsFarAsTheyShare() {
    Network network = tasks(4);
    RiskResult result = simulate(network, Pace.ASSUMED);
    assertThat(together(result, 0, 1)).as("one trade").isCloseTo(0.30, within(0.05));
    assertThat(together(result, 0, 2)).as("one project").isCloseTo(0.20, within(0.05));
    assertThat(together(result, 0, 3)).as("neither").isCloseTo(0, within(0.05));
  }

  /** Correlation of the logarithms of two finishes. */
  private static double together(RiskResult result, int one, int other) {
    double[] x = IntStream.range(0, MANY).mapToDouble(r -> Math.log(result.finish(one, r))).toArray();
    double[] y = IntStream.range(0, MANY).mapToDouble(r -> Math.log(result.finish(other, r))).toArray();
    double meanX = IntStream.range(0, MANY).mapToDouble(r -> x[r]).average().orElseThrow();
    double meanY = IntStream.range(0, MANY).mapToDouble(r -> y[r]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int r = 0; r < MANY; r++) {
      xy += (x[r] - meanX) * (y[r] - meanY);
      xx += (x[r] - meanX) * (x[r] - meanX);
      yy += (y[r] - meanY) * (y[r] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void aHundredPercentIsThePlan() {
    RiskResult result = simulate(tasks(2), new Pace(100, 100, 30, 20));
    assertThat(result.quantile(0.001, 0)).isEqualTo(1_000).isEqualTo(result.quantile(1, 1));
  }

  @Test
  void whatCannotBeIsRefused() {
    Network network = tasks(1);
    assertThatThrownBy(() -> simulate(network, new Pace(130, 90, 30, 20))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> simulate(network, new Pace(90, 130, 70, 40))).isInstanceOf(IllegalArgumentException.class);
  }
}
