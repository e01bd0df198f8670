package org.xingfuli.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** The fault the gate must catch: an endpoint somebody forgot to mark is shut, to everybody. */
@PlatformTest
@Import({Staff.class, UnmarkedEndpointTest.Forgotten.class})
class UnmarkedEndpointTest {

  /** A test component, so that no other context finds it. */
  @TestComponent
  @RestController
  static class Forgotten {
    @GetMapping("/api/forgotten")
    String secret() {
      return "secret";
    }
  }

  @LocalServerPort int port;
  @Autowired Staff staff;

  @Test
  void anEndpointWithoutAMarkIsShutToEverybody() {
    assertThat(new Browser(port).get("/api/forgotten").status()).isEqualTo(401);
    for (var role : new Role[] {Role.ADMINISTRATOR, Role.AUDITOR, Role.COMMANDER, Role.PLANNER}) {
      var answer = new Browser(port).signedIn(staff.withRole(role, "320613")).get("/api/forgotten");
      assertThat(answer.status()).as(role.name()).isEqualTo(403);
      assertThat(answer.response().body()).doesNotContain("secret");
    }
  }
}
