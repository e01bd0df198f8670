package org.xingfuli.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.wire.Problem;

/** Two things of one name are silently one in the contract: what is said of either is then believed of both. */
@PlatformTest
class SchemaNamesTest {

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private WireTypes ours() {
    var types = new WireTypes();
    types.add(Problem.class);
    requestMappingHandlerMapping.getHandlerMethods().values().stream()
        .filter(endpoint -> endpoint.getBeanType().getName().startsWith("org.xingfuli."))
        .forEach(endpoint -> types.endpoint(endpoint.getMethod()));
    return types;
  }

  @Test
  void noNameStandsForTwoThings() {
    assertThat(ours().twoThings()).as("rename one of them, and write the contract anew").isEmpty();
  }

  @Test
  void everyNameInTheContractIsATypesName() {
    var inTheContract = new TreeSet<>(new Browser(port).get("/api/openapi.json").body().at("/components/schemas").propertyNames());
    assertThat(inTheContract).isNotEmpty();
    inTheContract.removeAll(ours().names());
    inTheContract.remove(SseEmitter.class.getSimpleName());
    assertThat(inTheContract).as("names whose type was not looked at").isEmpty();
  }

  /** What is nested in an endpoint is named by itself. */
  private static final class OneController {
    record Planted(int number) {}

    record Twin(String zh, String en) {}

    record Answer(List<Planted> rows, Twin name) {}

    Answer one() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class AnotherController {
    record Planted(@NotBlank String words) {}

    record Twin(String zh, String en) {}

    Twin another(@RequestBody Planted sent) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class StricterController {
    record Planted(@NotNull String words) {}

    void stricter(@RequestBody Planted sent) {}
  }

  @Test
  void aNameForTwoThingsIsFoundWhereverTheyLie() throws ReflectiveOperationException {
    var types = new WireTypes();
    types.endpoint(OneController.class.getDeclaredMethod("one"));
    assertThat(types.twoThings()).isEmpty();
    types.endpoint(AnotherController.class.getDeclaredMethod("another", AnotherController.Planted.class));
    assertThat(types.twoThings()).as("twins are one thing").containsOnlyKeys("Planted");
  }

  @Test
  void whatIsAskedOfAFieldBelongsToTheThing() throws ReflectiveOperationException {
    var types = new WireTypes();
    types.endpoint(AnotherController.class.getDeclaredMethod("another", AnotherController.Planted.class));
    types.endpoint(StricterController.class.getDeclaredMethod("stricter", StricterController.Planted.class));
    assertThat(types.twoThings()).containsOnlyKeys("Planted");
  }
}
