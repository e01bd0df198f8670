package org.xingfuli.appeal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.web.ResidentView.StepState;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** What a stairwell tells of the works follows from the plan and the reports, and says no more than they do. */
class PlaceViewsTest {

  private static final LocalDate TODAY = LocalDate.of(2022, 4, 20);

  private static PlannedWork work(String code, String start, String finish, @Nullable String begun, @Nullable String ended) {
    return new PlannedWork(UUID.randomUUID(), UUID.randomUUID(), code, Words.of(code + " 施工", code + " works"), LocalDate.parse(start),
        LocalDate.parse(finish), begun == null ? null : LocalDate.parse(begun), ended == null ? null : LocalDate.parse(ended),
        ended != null ? 100 : begun != null ? 40 : 0, 0, null, Map.of(), Map.of());
  }

  private static final List<PlannedWork> SPRING = List.of(
      work("C01", "2022-02-10", "2022-02-18", "2022-02-10", "2022-02-20"),
      work("D01", "2022-02-20", "2022-03-20", "2022-02-21", "2022-03-18"),
      work("D04", "2022-03-20", "2022-04-18", "2022-03-22", null),
      work("R01", "2022-04-11", "2022-05-12", "2022-04-11", null),
      work("F01", "2022-05-20", "2022-08-19", null, null),
      work("Q05", "2022-09-16", "2022-09-16", null, null));

  @Test
  void whatWasBegunLastIsWhatIsDoneNow() {
    var now = PlaceViews.now(SPRING, TODAY);
    assertThat(now).isNotNull();
    assertThat(now.activity().zh()).isEqualTo("R01 施工");
    assertThat(now.state()).isEqualTo(State.ON_TIME);
    assertThat(now.until()).isEqualTo("2022-05-12");
  }

  @Test
  void whatShouldHaveBeenDoneIsCalledLate() {
    var now = PlaceViews.now(SPRING.subList(0, 3), TODAY);
    assertThat(now).isNotNull();
    assertThat(now.state()).isEqualTo(State.LATE);
    assertThat(PlaceViews.now(SPRING.subList(0, 3), LocalDate.of(2022, 4, 18))).as("its last day is not late").isNotNull()
        .extracting(ResidentView.NowView::state).isEqualTo(State.ON_TIME);
  }

  @Test
  void whereNothingRunsNothingIsSaidToRun() {
    assertThat(PlaceViews.now(SPRING.subList(4, 6), TODAY)).isNull();
    assertThat(PlaceViews.now(List.of(), TODAY)).isNull();
  }

  @Test
  void aStepIsDoneWhenAllOfItIsAndBegunWithItsFirstWork() {
    var steps = PlaceViews.steps(SPRING);
    assertThat(steps).extracting(step -> step.name().zh()).containsExactly("进场", "拆违", "屋顶", "墙和管", "完工");
    assertThat(steps).extracting(ResidentView.StepView::state)
        .containsExactly(StepState.DONE, StepState.NOW, StepState.NOW, StepState.NEXT, StepState.NEXT);
    assertThat(steps.getFirst().date()).as("when it really ended").isEqualTo("2022-02-20");
    assertThat(steps.get(1).date()).as("the last of what belongs to it, as planned").isEqualTo("2022-04-18");
  }

  @Test
  void aPartThatIsNotPlannedIsNoStep() {
    assertThat(PlaceViews.steps(SPRING.subList(0, 2))).extracting(step -> step.name().zh()).containsExactly("进场", "拆违");
    assertThat(PlaceViews.steps(List.of())).isEmpty();
  }
}
