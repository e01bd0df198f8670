package org.xingfuli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;

/** The rules of the house that a class file can show; see docs/decisions/0001 and 0002. */
class ArchitectureTest {

  private static final JavaClasses OURS = new ClassFileImporter()
      .withImportOption(location -> !ofTests(location))
      .importPackages("org.xingfuli");

  /** Parts whose source folders are looked at, by the path of their checkout. */
  private static final List<String> PARTS =
      List.of("../kernel", "../engines/scheduling", "../engines/triage", "../engines/consensus", "../exchange", "../cli", "../platform", "../drills");

  private static boolean ofTests(Location location) {
    return location.contains("/test-classes/") || location.contains("-tests.jar") || location.contains("/out/test/");
  }

  @Test
  void nobodyReadsTheSystemsClockButTheClocks() {
    noClasses()
        .that().doNotHaveFullyQualifiedName("org.xingfuli.database.Clocks")
        .and().doNotHaveFullyQualifiedName("org.xingfuli.kernel.UuidV7")
        .and().resideOutsideOfPackages("org.xingfuli.cli..", "org.xingfuli.drills..")
        .should().callMethodWhere(new DescribedPredicate<JavaCall<?>>("tells system time") {
          @Override
          public boolean test(JavaCall<?> call) {
            var owner = call.getTargetOwner().getName();
            var name = call.getName();
            return owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"))
                && !call.getTargetOwner().isAssignableTo("org.xingfuli.kernel.BusinessClock")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
          }
        })
        .because("business dates come from BusinessClock, everything else from the injected Clock")
        .check(OURS);
  }

  @Test
  void sqlStandsInStoresOnly() {
    noClasses()
        .that().resideOutsideOfPackages("..store..", "org.xingfuli.database..", "org.xingfuli.drills..",
            "org.xingfuli.audit", "org.xingfuli.wire") // flat modules
        .should().dependOnClassesThat().areAssignableTo(JdbcClient.class)
        .orShould().dependOnClassesThat().areAssignableTo(JdbcOperations.class)
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.sql.Connection")
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.sql.PreparedStatement")
        .because("one schema has one place that knows it")
        .check(OURS);
  }

  @Test
  void modelsKnowNoSpring() {
    noClasses().that().resideInAPackage("org.xingfuli.*.model..")
        .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..")
        .because("what a module thinks with is tried without a platform")
        .check(OURS);
  }

  @Test
  void theKernelNeedsTheJdkOnly() {
    classes().that().resideInAPackage("org.xingfuli.kernel..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.xingfuli.kernel..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void theEngineNeedsTheKernelOnlyAndDoesNoInputOrOutput() {
    classes().that().resideInAPackage("org.xingfuli.engine..")
        .should().onlyDependOnClassesThat(resideInAPackage("java..")
            .and(DescribedPredicate.not(resideInAPackage("java.sql..").or(resideInAPackage("java.net.."))
                .or(resideInAPackage("java.nio.file.."))))
            .or(resideInAPackage("org.xingfuli.engine.."))
            .or(resideInAPackage("org.xingfuli.kernel.."))
            .or(resideInAPackage("org.jspecify.."))
            .or(resideInAPackage("com.google.ortools.."))
            .or(resideInAPackage("com.google.protobuf.."))
            .or(resideInAPackage("org.apache.lucene.."))
            .or(resideInAPackage("de.bwaldvogel.liblinear..")))
        .check(OURS);
  }

  @Test
  void enginesNeverSeeEachOtherAndEachKnowsItsOwnLibraries() {
    noClasses().that().resideInAPackage("org.xingfuli.engine.scheduling..")
        .should().dependOnClassesThat().resideInAnyPackage("org.xingfuli.engine.triage..", "org.xingfuli.engine.consensus..", "org.apache.lucene..", "de.bwaldvogel..")
        .check(OURS);
    noClasses().that().resideInAPackage("org.xingfuli.engine.triage..")
        .should().dependOnClassesThat().resideInAnyPackage("org.xingfuli.engine.scheduling..", "org.xingfuli.engine.consensus..", "com.google.ortools..")
        .check(OURS);
    // Until the platform asks the consensus engine, its classes are not on this path; then the rule counts.
    noClasses().that().resideInAPackage("org.xingfuli.engine.consensus..")
        .should().dependOnClassesThat().resideInAnyPackage("org.xingfuli.engine.scheduling..", "org.xingfuli.engine.triage..",
            "com.google.ortools..", "org.apache.lucene..", "de.bwaldvogel..")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void onlyTheThirdLayerKnowsTheSolverAndTheCoreOfTheEngineKnowsNoLayer() {
    noClasses().that().resideOutsideOfPackage("org.xingfuli.engine.scheduling.exact")
        .should().dependOnClassesThat().resideInAnyPackage("com.google.ortools..", "com.google.protobuf..")
        .because("its native library may be absent")
        .check(OURS);
    noClasses().that().resideInAPackage("org.xingfuli.engine.scheduling")
        .should().dependOnClassesThat().resideInAPackage("org.xingfuli.engine.scheduling.*..")
        .check(OURS);
  }

  @Test
  void aTransactionOpensOnlyWithAScope() {
    noClasses().that().resideInAPackage("org.xingfuli..")
        .should().beAnnotatedWith(Transactional.class)
        .orShould().dependOnClassesThat().areAssignableTo(Transactional.class)
        .because("Transactions is the one door")
        .check(OURS);
  }

  @Test
  void everyEndpointCarriesAMark() {
    methods().that().areDeclaredInClassesThat().areAnnotatedWith(RestController.class)
        .and().areMetaAnnotatedWith(RequestMapping.class)
        .should(beAnnotatedWith(Requires.class).or(beAnnotatedWith(Public.class)))
        .because("an endpoint without a mark is shut to everybody")
        .check(OURS);
  }

  @Test
  void endpointsStandInWeb() {
    classes().that(annotatedWith(RestController.class))
        .should().resideInAnyPackage("..web..", "org.xingfuli.wire..", "org.xingfuli.audit..", "org.xingfuli.demo..")
        .andShould().notBePublic()
        .check(OURS);
  }

  /** Facades answer questions. The few acts on them are for the demo, which plays the people; everybody else sends an event. */
  private static final Map<String, Set<String>> ACTS_FOR_THE_DEMO = Map.of(
      "org.xingfuli.programme.Programmes",
      Set.of("open", "addProject", "carryOver", "setCrew", "plan", "freeze", "takeOver", "report"),
      "org.xingfuli.estate.EstateIntake", Set.of("take"),
      "org.xingfuli.evidence.Evidence", Set.of("attachPast", "pair"),
      "org.xingfuli.utilities.Utilities", Set.of("request", "agree", "refuse", "propose", "withdraw", "post"),
      "org.xingfuli.identity.Accounts", Set.of("open"),
      "org.xingfuli.identity.Organisations", Set.of("add"));

  @Test
  void actsOfAModuleAreCalledFromItselfOnly() {
    ACTS_FOR_THE_DEMO.forEach((facade, acts) -> {
      var type = OURS.get(facade);
      assertThat(type.getMethods().stream().map(JavaMethod::getName)).as(facade).containsAll(acts);
      noClasses()
          .that().resideOutsideOfPackages(type.getPackageName() + "..", "org.xingfuli.demo..")
          .should().callMethodWhere(new DescribedPredicate<JavaCall<?>>("does what only people of that module do") {
            @Override
            public boolean test(JavaCall<?> call) {
              return call.getTargetOwner().getName().equals(facade) && acts.contains(call.getName());
            }
          })
          .because("a module asks another's facade a question; for consequences it listens to events")
          .check(OURS);
    });
    noClasses().that().resideInAnyPackage("..model..", "..store..")
        .should().dependOnClassesThat().resideInAnyPackage("..flow..", "..web..")
        .because("acts are called from their own module's web and listeners")
        .check(OURS);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    var silent = new TreeSet<String>();
    for (var part : PARTS) {
      for (var tree : List.of("src/main/java", "src/test/java")) {
        var root = Path.of(part, tree);
        if (Files.isDirectory(root)) {
          silent.addAll(packagesWithoutAWord(root));
        }
      }
    }
    // A test package that shares its name with one of main shares its description.
    assertThat(silent).isEmpty();
  }

  private static Set<String> packagesWithoutAWord(Path root) throws IOException {
    var silent = new TreeSet<String>();
    try (var folders = Files.walk(root).filter(Files::isDirectory)) {
      for (var folder : folders.toList()) {
        if (!holdsClasses(folder)) {
          continue;
        }
        var beside = Path.of(folder.toString().replace("src/test/java", "src/main/java"), "package-info.java");
        var own = folder.resolve("package-info.java");
        var word = Files.exists(own) ? own : beside;
        var text = Files.exists(word) ? Files.readString(word) : "";
        boolean said = root.endsWith("src/main/java")
            ? text.startsWith("/**") && text.contains("@NullMarked")
            : !text.isEmpty();
        if (!said) {
          silent.add(folder.toString());
        }
      }
    }
    return silent;
  }

  private static boolean holdsClasses(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"));
    }
  }

  @Test
  void theseRulesAreHeldAgainstSomething() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct().count()).isGreaterThan(20);
    assertThat(OURS.stream().map(JavaClass::getSimpleName)).noneMatch(name -> name.endsWith("Test"));
  }
}
