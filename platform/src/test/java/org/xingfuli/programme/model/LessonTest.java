package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xingfuli.programme.model.Lesson.Finished;
import org.xingfuli.programme.model.Lesson.Happened;

/** What finished projects teach about the template, and what they do not. */
class LessonTest {

  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  private static final List<TemplateActivity> TEMPLATE = Catalogue.activities();

  private static Finished project(int number, Map<String, Happened> happened) {
    return new Finished(new UUID(0, number), "2021-%03d".formatted(number), "示例" + number, 2021, Catalogue.reference(),
        happened);
  }

  private static Happened took(LocalDate start, int days, int lost) {
    return new Happened(start, start.plusDays(days - 1), lost);
  }

  @Test
  void theMedianOfWhatTheWorkItselfTookIsProposedWithEveryProjectAsEvidence() {
    var lessons = Lesson.of(TEMPLATE, List.of(project(1, Map.of("P03", took(DAY, 36, 0))),
        project(2, Map.of("P03", took(DAY, 45, 6))), project(3, Map.of("P03", took(DAY, 90, 0)))));
    assertThat(lessons).hasSize(1);
    var lesson = lessons.getFirst();
    assertThat(lesson.kind()).isEqualTo(Lesson.Kind.DURATION);
    assertThat(lesson.from()).isEqualTo(30);
    assertThat(lesson.to()).as("the middle one needed 39 of 45 days for the work").isEqualTo(39);
    assertThat(lesson.evidence()).extracting(Lesson.Evidence::actual).containsExactly(36, 45, 90);
    var row = TEMPLATE.stream().filter(each -> each.code().equals("P03")).findFirst().orElseThrow();
    assertThat(lesson.applied(row, "实绩 n=3", false)).satisfies(next -> {
      assertThat(next.duration()).isEqualTo(39);
      assertThat(next.assumption()).isFalse();
    });
  }

  @Test
  void aDayMoreIsNoLesson() {
    assertThat(Lesson.of(TEMPLATE, List.of(project(1, Map.of("P03", took(DAY, 31, 0)))))).isEmpty();
  }

  @Test
  void aLagIsShortenedOnlyToTheLongestAnybodyNeeded() {
    // R02 waits for R01SS+6; two projects began it after 2 and after 3 days.
    var one = new HashMap<>(Map.of("R01", took(DAY, 40, 0), "R02", took(DAY.plusDays(2), 42, 0)));
    var other = new HashMap<>(Map.of("R01", took(DAY, 40, 0), "R02", took(DAY.plusDays(3), 42, 0)));
    var lessons = Lesson.of(TEMPLATE, List.of(project(1, one), project(2, other)));
    assertThat(lessons).singleElement().satisfies(lesson -> {
      assertThat(lesson.kind()).isEqualTo(Lesson.Kind.LAG);
      assertThat(lesson.relation()).isEqualTo("R01SS+6");
      assertThat(lesson.to()).isEqualTo(3);
    });
    other.put("R02", took(DAY.plusDays(20), 42, 0));
    assertThat(Lesson.of(TEMPLATE, List.of(project(1, one), project(2, other)))).as("a longer one may have had any reason").isEmpty();
  }
}
