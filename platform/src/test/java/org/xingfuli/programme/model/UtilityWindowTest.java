package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Basis.ProjectBasis;

/** An agreed window is the earliest day of the activity that waits for it, and of no other. */
class UtilityWindowTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.statutory().provisionalThrough(2024);

  private static LocalDate start(Basis basis, String code) {
    var result = Planning.plan(basis, CALENDAR, PlanRule.LATEST_START, 1, Map.of(), null);
    return Planning.dates(result).stream().filter(row -> basis.templateOf(row.position()).code().equals(code)
        && row.position() < basis.template().size()).findFirst().orElseThrow().start();
  }

  private static Basis with(Basis basis, String code, LocalDate from) {
    var projects = new ArrayList<>(basis.projects());
    var p = projects.getFirst();
    projects.set(0, new ProjectBasis(p.id(), p.name(), p.street(), p.area(), p.mainEstate(), p.sizeClass(), p.planting(),
        p.earliestStart(), p.quantities(), p.activities(),
        Map.of(code, new UtilityWindow(from, from.plusDays(2), Words.of("停气窗口", "gas outage")))));
    return new Basis(basis.year(), basis.starts(), basis.rules(), basis.template(), basis.crews(), basis.nodes(), projects);
  }

  @Test
  void theGasWorksWaitForTheGasWindow() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.DEFAULT);
    var before = start(basis, "U06");
    var window = before.plusDays(20);
    assertThat(start(with(basis, "U06", window), "U06")).isEqualTo(window);
    assertThat(start(with(basis, "U06", window), "U02")).isEqualTo(start(basis, "U02"));
    assertThat(start(with(basis, "U06", before.minusDays(20)), "U06")).as("a window long open holds nothing").isEqualTo(before);
  }

  @Test
  void aDraftOfBeforeAWindowWasAgreedIsNotAsGoodAsNew() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.DEFAULT);
    var agreed = with(basis, "U06", LocalDate.of(2022, 5, 12));
    assertThat(BasisChange.between(basis, agreed))
        .containsExactly(new BasisChange(BasisChange.What.PROJECTS_CHANGED, 1));
    assertThat(BasisChange.between(agreed, with(basis, "U06", LocalDate.of(2022, 5, 12)))).isEmpty();
  }
}
