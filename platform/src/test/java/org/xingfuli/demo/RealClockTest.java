package org.xingfuli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;

/** The business clock of a real installation is nobody's to move. */
@PlatformTest
@Import(Staff.class)
class RealClockTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired BusinessClock clock;

  @Test
  void aRealInstallationRefusesToMoveItsClock() {
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var today = clock.today();
    for (var answer : List.of(
        planner.touch("GET", "/api/business-clock", null),
        planner.touch("PUT", "/api/business-clock/day", Map.of("day", today.plusDays(1).toString())),
        planner.touch("PUT", "/api/business-clock/play", Map.of("daysPerMinute", 7)),
        planner.touch("DELETE", "/api/business-clock/play", null))) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body().path("code").asString()).isEqualTo("demo.real-installation");
    }
    assertThat(clock.today()).isEqualTo(today);
  }
}
