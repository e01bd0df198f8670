package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;

/** Everybody may ask whether the platform is well; what it measures is for operators. */
@PlatformTest
@Import(Staff.class)
class OperationsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;

  private Browser as(Role role) {
    return new Browser(port).signedIn(staff.withRole(role, "320613"));
  }

  @Test
  void healthIsToldToEverybodyAndTellsNoMore() {
    var health = new Browser(port).get("/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("status").asString()).isEqualTo("UP");
    assertThat(health.body().has("components")).isFalse();
  }

  @Test
  void metricsAreForOperatorsOnly() {
    assertThat(new Browser(port).get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(as(Role.PLANNER).get("/actuator/prometheus").status()).isEqualTo(403);
    assertThat(as(Role.ADMINISTRATOR).get("/actuator/prometheus").status()).isEqualTo(403);
    var metrics = as(Role.OPERATOR).read("/actuator/prometheus");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.text()).contains("jvm_memory_used_bytes");
  }

  @Test
  void whatIsNotExposedIsThereForNobody() {
    assertThat(as(Role.OPERATOR).get("/actuator/env").status()).isEqualTo(404);
    assertThat(as(Role.PLANNER).get("/actuator/env").status()).isEqualTo(403);
  }
}
