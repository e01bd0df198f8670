package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.engine.scheduling.ForwardPass;

/** The template every project is expanded from. */
class TemplateTest {

  @Test
  void theReferenceEstateReproducesEveryComputedDateOfTheTemplateOnCalendarDays() throws IOException {
    var network = ProgrammeNetwork.of(
        ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS), ADistrict.CALENDAR);
    var dates = ForwardPass.of(network.network());
    var computed = new ArrayList<String>();
    for (int activity = 0; activity < network.basis().size(); activity++) {
      computed.add("%s,%s,%s".formatted(network.basis().templateOf(activity).code(),
          network.horizon().date(dates.start(activity)), network.horizon().date(dates.finish(activity) - 1)));
    }
    try (var stream = TemplateTest.class.getResourceAsStream("/reference-estate-dates.csv")) {
      assertThat(stream).isNotNull();
      var expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      assertThat(computed).hasSize(55).isEqualTo(expected);
    }
  }

  @Test
  void rainOfADraftStopsTheOutdoorWorkThatTheRulesSay() {
    var half = PlanningRules.DEFAULT;
    assertThat(stopped(half)).isNotEmpty().allMatch(each -> each.outdoor() && each.rainSensitivity().doubleValue() >= 0.5);
    assertThat(half.unconfirmed()).isTrue();
    var none = stoppingFrom("1");
    assertThat(stopped(none)).allMatch(each -> each.rainSensitivity().compareTo(BigDecimal.ONE) == 0);
    assertThat(stopped(stoppingFrom("0"))).hasSameSizeAs(Catalogue.activities().stream().filter(TemplateActivity::outdoor).toList());
    assertThat(half.dateLike(none)).isFalse();
    assertThat(half.dateLike(stoppingFrom("0.50"))).isTrue();
    assertThat(half.heldTo(none).rainStopsFrom()).isEqualTo(half.rainStopsFrom());
  }

  private static PlanningRules stoppingFrom(String sensitivity) {
    var rules = PlanningRules.DEFAULT;
    return new PlanningRules(rules.office(), rules.site(), rules.atRiskDays(), new BigDecimal(sensitivity), true, "");
  }

  private static List<TemplateActivity> stopped(PlanningRules rules) {
    var network = ProgrammeNetwork.of(ADistrict.ofTheReferenceEstate(rules), ADistrict.CALENDAR);
    return IntStream.range(0, network.basis().size()).filter(i -> network.network().task(i).rainSensitive())
        .mapToObj(network.basis()::templateOf).toList();
  }

  @Test
  void theTemplateAndItsCrewsHaveNoFault() {
    assertThat(TemplateCheck.faults(Catalogue.activities(), Catalogue.crews())).isEmpty();
    assertThat(Catalogue.crews()).hasSize(27);
  }

  @Test
  void everyFigureOfTheTemplateSaysThatItIsAnAssumption() {
    assertThat(Catalogue.activities()).allMatch(TemplateActivity::assumption).noneMatch(a -> a.source().isBlank());
    assertThat(Catalogue.crews()).allMatch(Crew::assumption).noneMatch(crew -> crew.source().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"P01SS+10;D04FF+5", "E06FS-20", "A01SF+0"})
  void theNotationOfPredecessorsReadsBackAsItWasWritten(String notation) {
    assertThat(Relation.notation(Relation.parse(notation))).isEqualTo(notation);
  }

  @Test
  void aCircleAnUnknownPredecessorAndAnUnknownCrewAreAllFound() {
    var template = new ArrayList<>(Catalogue.activities());
    template.set(0, with(template.get(0), "Q06FS+0"));
    assertThat(TemplateCheck.faults(template, Catalogue.crews()))
        .extracting(fault -> fault.code()).containsExactly("programme.template-circle");
    template.set(0, with(template.get(0), "Z99FS+0"));
    template.set(1, with(template.get(1), "P01SS+10;P02FS+0"));
    assertThat(TemplateCheck.faults(template, Catalogue.crews().subList(1, 27)))
        .extracting(fault -> fault.code())
        .containsExactlyInAnyOrder(
            "programme.predecessor-unknown", "programme.crew-unknown", "programme.template-circle");
  }

  @Test
  void aCircleIsToldInTheOrderOfWork() {
    var template = new ArrayList<>(Catalogue.activities());
    template.set(0, with(template.get(0), "P02FS+0"));
    assertThat(TemplateCheck.faults(template, Catalogue.crews())).hasSize(1).first()
        .extracting(fault -> fault.values().get("activity")).isEqualTo("P01 → P02 → P01");
  }

  @Test
  void aCodeTakenTwiceIsAFaultAndNotACrash() {
    var template = new ArrayList<>(Catalogue.activities());
    template.add(template.getFirst());
    assertThat(TemplateCheck.faults(template, Catalogue.crews()))
        .extracting(fault -> fault.code()).containsExactly("programme.activity-exists");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("more of a quantity never makes an activity shorter (seeded)")
  void moreOfAQuantityNeverMakesAnActivityShorter(long seed) {
    var random = new Random(seed);
    for (var activity : Catalogue.activities()) {
      var factor = 3 * random.nextDouble();
      var less = ADistrict.scaled(Catalogue.reference(), factor);
      var more = ADistrict.scaled(Catalogue.reference(), factor + random.nextDouble());
      assertThat(activity.durationFor(more)).as("%s, seed %s", activity.code(), seed)
          .isGreaterThanOrEqualTo(activity.durationFor(less)).isPositive();
    }
  }

  @Test
  void anEstateSplitInHalfAndJoinedAgainHasTheQuantitiesOfTheWhole() {
    var half = new BigDecimal("0.5");
    assertThat(Quantities.NONE.plus(Catalogue.reference(), half).plus(Catalogue.reference(), half))
        .isEqualTo(Quantities.NONE.plus(Catalogue.reference(), BigDecimal.ONE));
  }

  private static TemplateActivity with(TemplateActivity a, String predecessors) {
    return new TemplateActivity(a.code(), a.name(), a.phase(), a.duration(), a.driver(), a.referenceQuantity(),
        a.unit(), a.scalingShare(), a.crews(), Relation.parse(predecessors), a.earliest(), a.outdoor(),
        a.rainSensitivity(), a.concealed(), a.calendar(), a.assumption(), a.source(), a.version());
  }
}
