package org.xingfuli.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web client is generated from {@code platform/openapi.json}, so that file must be what the platform answers. After a
 * change of an endpoint write it anew: {@code mvn -o -pl platform -am -Dtest=ContractTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dxingfuli.contract=write test}.
 */
@PlatformTest
class ContractTest {

  private static final Path COMMITTED = Path.of("openapi.json");
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private JsonNode running() {
    var answer = new Browser(port).get("/api/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void theCommittedContractIsTheRunningOne() throws IOException {
    var running = JSON.writeValueAsString(running()) + "\n";
    if ("write".equals(System.getProperty("xingfuli.contract"))) {
      Files.writeString(COMMITTED, running);
    }
    assertThat(Files.readString(COMMITTED))
        .as("write it anew with -Dxingfuli.contract=write, and generate the web client again")
        .isEqualTo(running);
  }

  @Test
  void everyEndpointOfOursStandsInTheContract() {
    var contract = running().path("paths");
    var missing = new TreeSet<String>();
    requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, endpoint) -> {
      for (var path : mapping.getPatternValues()) {
        if (endpoint.getBeanType().getName().startsWith("org.xingfuli.") && path.startsWith("/api/")
            && contract.path(path.replaceAll("\\{\\*?(\\w+)(:[^}]*)?}", "{$1}")).isMissingNode()) {
          missing.add(path);
        }
      }
    });
    assertThat(missing).isEmpty();
  }

  @Test
  void whatCannotBeNullIsRequired() {
    var session = running().at("/components/schemas/SessionView");
    assertThat(session.path("required").toString()).contains("businessDate", "mustChangePassword");
    var appointment = running().at("/components/schemas/AppointmentView");
    assertThat(appointment.path("required").toString()).as("an answer is whole").contains("roleName", "projectId");
    assertThat(appointment.at("/properties/projectId/type").toString()).contains("string", "null");
    var wanted = running().at("/components/schemas/NewAppointment");
    assertThat(wanted.path("required").toString()).contains("role").doesNotContain("projectId");
  }
}
