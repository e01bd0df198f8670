package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.xingfuli.database.PlatformTest;

/** A session ends when nobody uses it, and in any case after its longest time (ASVS 7.3.1, 7.3.2). */
@PlatformTest
@Import(Staff.class)
@TestPropertySource(properties = {"xingfuli.sign-in.idle=3s", "xingfuli.sign-in.longest=8s"})
class SessionEndTest {

  @LocalServerPort int port;
  @Autowired Staff staff;

  private Browser signedIn() {
    return new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  @Test
  void aSessionNobodyUsesEnds() throws InterruptedException {
    var browser = signedIn();
    assertThat(browser.get("/api/programmes").status()).isEqualTo(200);
    Thread.sleep(4_500);
    assertThat(browser.get("/api/programmes").code()).isEqualTo("common.sign-in-needed");
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aSessionThatIsAlwaysUsedLivesPastTheIdleTimeAndEndsAfterTheLongest() throws InterruptedException {
    var browser = signedIn();
    var begun = Instant.now();
    while (browser.get("/api/programmes").status() == 200) {
      assertThat(Duration.between(begun, Instant.now())).as("still signed in").isLessThan(Duration.ofSeconds(12));
      Thread.sleep(400);
    }
    assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(7_500));
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
  }
}
