package org.xingfuli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Modules stand on floors and look only down, and nobody reaches into another's rooms (docs/decisions/0001). */
class ModularityTest {

  /** The libraries below the platform are Maven modules and guarded as such. */
  private static final ApplicationModules MODULES = ApplicationModules.of(XingfuliApplication.class,
      resideInAnyPackage("org.xingfuli.kernel..", "org.xingfuli.engine..", "org.xingfuli.exchange..", "org.xingfuli.cli.."));

  @Test
  void nobodyLooksUpOrReachesIntoAnothersRooms() {
    MODULES.verify();
  }

  @Test
  void theBasementKnowsNoBusiness() {
    assertThat(MODULES.getModuleByName("identity")).isPresent();
    for (var name : List.of("database", "wire", "access")) {
      var module = MODULES.getModuleByName(name).orElseThrow();
      assertThat(module.getDirectDependencies(MODULES).uniqueModules().map(m -> m.getIdentifier().toString()))
          .as(name).isSubsetOf("database", "wire", "access");
    }
  }

  /** Diagrams and canvases, into target/spring-modulith-docs. */
  @Test
  void theModulesDrawThemselves() {
    new Documenter(MODULES).writeDocumentation();
  }
}
