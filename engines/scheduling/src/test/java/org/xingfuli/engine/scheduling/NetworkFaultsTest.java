package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A faulty network is refused whole, with every fault. */
class NetworkFaultsTest {

  private final NetworkBuilder network = Network.builder();

  @Test
  void allFaultsComeAtOnce() {
    network.crew(Crew.of("roofers", 2));
    network.crew(new Crew("odd", List.of(new Crew.Step(5, -1), new Crew.Step(5, 1))));
    network.task(Task.of("a", -1));
    network.task(Task.of("b", 1).holding(new Demand(0, 3), new Demand(0, 1), new Demand(7, 1), new Demand(1, 0)));
    network.task(Task.of("c", 1).on(4).notBefore(-2));
    network.link(Link.finishToStart(0, 9));
    network.node(new Node("M1", 12, 3, -1));
    assertThat(refusals()).extracting(Refusal::code).containsExactlyInAnyOrder(
        "schedule.negative-capacity", "schedule.profile-not-ascending", "schedule.negative-duration",
        "schedule.demand-above-capacity", "schedule.crew-asked-twice", "schedule.unknown-crew",
        "schedule.demand-below-one", "schedule.unknown-calendar", "schedule.negative-release",
        "schedule.unknown-task", "schedule.unknown-task", "schedule.negative-weight");
  }

  @Test
  void everyCycleIsNamedAndWhatOnlyWaitsForItIsNot() {
    for (String name : List.of("a", "b", "c", "waits", "alone")) {
      network.task(Task.of(name, 1));
    }
    network.link(Link.finishToStart(0, 1)).link(Link.finishToStart(1, 2)).link(Link.finishToStart(2, 0));
    network.link(Link.finishToStart(2, 3)).link(new Link(4, 4, Link.Kind.SS, 0));
    List<Refusal> refusals = refusals();
    assertThat(refusals).extracting(Refusal::code).containsOnly("schedule.cycle");
    assertThat(refusals).extracting(r -> r.values().get("cycle"))
        .containsExactlyInAnyOrder(List.of("b", "c", "a"), List.of("alone"));
  }

  @Test
  void aHorizonTooShortIsRefusedAtOnce() {
    network.horizon(10).task(Task.of("a", 8).notBefore(5));
    assertThat(refusals().getFirst()).isEqualTo(
        Refusal.of("schedule.horizon-too-short", Map.of("task", "a", "horizon", 10, "needed", 13L)));
  }

  @Test
  void aHorizonTooShortForTheCrewsIsRefusedByEveryGeneration() {
    network.horizon(10).crew(Crew.of("roofers", 1));
    network.task(Task.of("a", 6).holding(new Demand(0, 1)));
    network.task(Task.of("b", 6).holding(new Demand(0, 1)));
    Network built = network.build();
    assertThat(codes(() -> SerialGeneration.of(built, new int[2]))).containsExactly("schedule.horizon-too-short");
    assertThat(codes(() -> ParallelGeneration.of(built, new int[2]))).containsExactly("schedule.horizon-too-short");
    assertThat(codes(() -> Scheduler.schedule(built, Objective.makespan())))
        .containsExactly("schedule.horizon-too-short");
  }

  @Test
  void aCrewThatNeverWorksLongEnoughEndsInARefusalNotInALoop() {
    network.horizon(50).crew(new Crew("inspectors", List.of(new Crew.Step(0, 1), new Crew.Step(3, 0))));
    network.task(Task.of("a", 4).holding(new Demand(0, 1)));
    Network built = network.build();
    assertThat(codes(() -> SerialGeneration.of(built, new int[1]))).containsExactly("schedule.horizon-too-short");
    assertThat(codes(() -> ParallelGeneration.of(built, new int[1]))).containsExactly("schedule.horizon-too-short");
  }

  @Test
  void aCalendarThatEndsBeforeTheHorizonIsRefused() {
    BitSet working = new BitSet();
    working.set(0, 4);
    network.horizon(10).calendar(Calendar.of(working, 4));
    network.task(Task.of("a", 1));
    assertThat(refusals()).extracting(Refusal::code).containsExactly("schedule.calendar-too-short");
  }

  private List<Refusal> refusals() {
    return catchThrowableOfType(Refused.class, network::build).refusals();
  }

  private static List<String> codes(Runnable act) {
    return catchThrowableOfType(Refused.class, act::run).refusals().stream().map(Refusal::code).toList();
  }
}
