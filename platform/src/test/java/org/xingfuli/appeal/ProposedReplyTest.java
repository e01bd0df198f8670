package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** The activity an appeal waits for is finished: its reply is proposed, once, and signed by nobody but a person. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class ProposedReplyTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;

  private Browser clerk;
  private Browser planner;

  @BeforeEach
  void aClerkAndAPlanner() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
  }

  private List<JsonNode> proposals(UUID appeal) {
    return clerk.get("/api/appeals/" + appeal).body().path("timeline").valueStream()
        .filter(line -> line.path("act").asString().equals("PROPOSE")).toList();
  }

  private void reported(UUID activity, int percent) {
    var answer = planner.post("/api/activities/" + activity + "/progress-reports", Map.of("percent", percent, "daysLost", 0, "note", ""));
    assertThat(answer.status()).as("%s", answer.body()).isLessThan(300);
  }

  @Test
  void aFinishedActivityProposesTheReplyOfTheAppealThatWaitsForIt() {
    var activity = world.activity(Place.OWN);
    var waits = objects.appeal(Place.OWN, AppealState.HANDLING);
    var other = objects.appeal(Place.OWN, AppealState.HANDLING);
    var linked = clerk.post("/api/appeals/" + waits + "/link", Map.of("kind", "ACTIVITY", "target", activity, "words", "等这道工序"));
    assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
    reported(activity, 60);
    reported(activity, 100);
    await().atMost(Duration.ofSeconds(20)).until(() -> !proposals(waits).isEmpty());
    var view = clerk.get("/api/appeals/" + waits).body();
    assertThat(view.at("/proposal/activity").asString()).isEqualTo(activity.toString());
    assertThat(view.at("/proposal/words").asString()).contains("完成");
    assertThat(view.at("/row/state").asString()).as("nothing is answered by itself").isEqualTo("HANDLING");
    assertThat(proposals(waits)).hasSize(1);
    assertThat(proposals(other)).as("an appeal that does not wait for it hears nothing").isEmpty();
    var community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var replied = community.post("/api/appeals/" + waits + "/reply", Map.of("words", view.at("/proposal/words").asString(), "outcome", "RESOLVED",
        "proofs", List.of(Map.of("kind", "ACTIVITY", "target", activity, "words", "工序完成"))));
    assertThat(replied.status()).as("%s", replied.body()).isEqualTo(200);
    assertThat(replied.body().path("proposal").isNull()).isTrue();
  }
}
