package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.Programmes.PlannedActivity;

/** A wrong report is corrected by a later one, and the history says what was corrected. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class CorrectionTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser foreman;

  @BeforeAll
  void aYearIsFrozen() {
    year = years.frozen();
    foreman = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, year.projects().getFirst()));
  }

  /** Six days into the planned work. */
  private PlannedActivity begun(String code) {
    var activity = years.planned(year.programme(), year.projects().getFirst(), code);
    clock.moveTo(activity.start().plusDays(6));
    return activity;
  }

  private Browser.Answer said(UUID activity, int percent, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("percent", percent);
    return foreman.post("/api/activities/" + activity + "/progress-reports", body);
  }

  @Test
  void aLowerPercentageIsTakenWithItsReasonAndTheHistorySaysWhatItCorrects() {
    var activity = begun("P01");
    said(activity.id(), 60, Map.of());
    assertThat(said(activity.id(), 40, Map.of()).code()).isEqualTo("programme.percent-goes-down");
    var corrected = said(activity.id(), 40, Map.of("reason", "MISREPORTED", "note", "上次多报一个单元"));
    assertThat(corrected.status()).as("%s", corrected.body()).isEqualTo(201);
    assertThat(corrected.body().at("/corrects/percent").asInt()).isEqualTo(60);
    var history = foreman.get("/api/activities/" + activity.id() + "/progress-reports").body();
    assertThat(history.at("/0/corrects").isNull()).isTrue();
    assertThat(history.at("/1/corrects/percent").asInt()).isEqualTo(60);
    assertThat(history.at("/1/corrects/actualStart").isNull()).isTrue();
    var book = "/api/projects/" + year.projects().getFirst() + "/progress-reports.xlsx";
    assertThat(foreman.rows(book + "?activity=" + activity.id())).extracting(row -> row.get(7)).as("the latest first")
        .containsExactly("40", "60");
    assertThat(foreman.rows(book + "?activity=" + activity.id()).getFirst())
        .contains("P01", "上次填报有误", "上次多报一个单元", "原填 60%");
    assertThat(foreman.rows(book).size()).isGreaterThanOrEqualTo(2);
    var another = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, year.projects().getLast()));
    assertThat(another.read(book).status()).isEqualTo(404);
  }

  @Test
  void theActualStartIsCorrectedAndTheOldOneStaysInTheHistory() {
    var activity = begun("P02");
    var wrong = activity.start().plusDays(5);
    said(activity.id(), 20, Map.of("actualStart", wrong.toString()));
    var corrected = said(activity.id(), 20, Map.of("actualStart", activity.start().plusDays(1).toString()));
    assertThat(corrected.status()).as("%s", corrected.body()).isEqualTo(201);
    assertThat(corrected.body().at("/corrects/actualStart").asString()).isEqualTo(wrong.toString());
    assertThat(corrected.body().at("/corrects/percent").isNull()).isTrue();
  }

  @Test
  void correctingTheStartOfFinishedWorkLeavesItsFinishAlone() {
    var activity = begun("P03");
    var finish = activity.start().plusDays(3);
    said(activity.id(), 100, Map.of(
        "actualStart", activity.start().plusDays(2).toString(), "actualFinish", finish.toString()));
    var corrected = said(activity.id(), 100, Map.of("actualStart", activity.start().toString()));
    assertThat(corrected.status()).as("%s", corrected.body()).isEqualTo(201);
    assertThat(corrected.body().at("/actualFinish").asString()).isEqualTo(finish.toString());
  }

  @Test
  void lostDaysAreTakenBackToNothingAndNoFurther() {
    var activity = begun("P04");
    said(activity.id(), 20, Map.of("daysLost", 3, "reason", "RAIN"));
    var back = said(activity.id(), 20, Map.of("daysLost", -3, "reason", "RAIN"));
    assertThat(back.status()).as("%s", back.body()).isEqualTo(201);
    assertThat(back.body().at("/corrects/daysLost").asInt()).isEqualTo(3);
    assertThat(said(activity.id(), 20, Map.of("daysLost", -1, "reason", "RAIN")).code())
        .isEqualTo("programme.days-lost-below-zero");
  }

  @Test
  void aReportIsAnsweredAsItIsReadLaterAlsoWhenItIsSentTwice() {
    var activity = begun("P05");
    var path = "/api/activities/" + activity.id() + "/progress-reports";
    var key = UUID.randomUUID().toString();
    var first = foreman.post(path, Map.of("percent", 30, "note", " 先做三单元 "), key);
    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    assertThat(foreman.post(path, Map.of("percent", 30, "note", " 先做三单元 "), key).body()).isEqualTo(first.body());
    assertThat(foreman.get(path).body().path(0)).isEqualTo(first.body());
  }
}
