package org.xingfuli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.StateGraph;

/** Rule 7 of the house: whatever has states has one graph, and the code, the documentation and the tests read that graph. */
class StateGraphsTest {

  private static final Path PAGE = Path.of("../docs/reference/states.md");

  @Test
  void everyEnumOfStatesHasItsGraph() {
    var without = new ArrayList<String>();
    for (var type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.xingfuli")) {
      boolean states = type.isEnum() && type.getPackageName().endsWith(".model") && type.getSimpleName().endsWith("State");
      if (states && graphs().keySet().stream().noneMatch(type.getName()::equals)) {
        without.add(type.getName());
      }
    }
    assertThat(without).isEmpty();
    assertThat(graphs()).isNotEmpty();
  }

  @Test
  void everyIllegalMoveIsRefusedAndNamesWhatIsLegal() {
    graphs().forEach((name, graph) -> {
      assertThat(graph.illegalMoves()).as(name).isNotEmpty();
      refuseAll(name, graph);
    });
  }

  private static <S extends Enum<S>, A> void refuseAll(String name, StateGraph<S, A> graph) {
    for (var illegal : graph.illegalMoves()) {
      assertThat(graph.move(illegal.from(), illegal.act())).as(name + " " + illegal)
          .isInstanceOf(StateGraph.Move.Illegal.class);
    }
  }

  @Test
  void theDocumentationShowsTheGraphsAsTheyAre() throws IOException {
    var page = Files.readString(PAGE);
    graphs().forEach((name, graph) -> assertThat(page).as(name).contains(graph.toMermaid()));
  }

  /** The constants {@code GRAPH} of our classes, by the name of the class that holds the states. */
  private static Map<String, StateGraph<?, ?>> graphs() {
    var graphs = new TreeMap<String, StateGraph<?, ?>>();
    for (var type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.xingfuli")) {
      for (var field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(StateGraph.class) && field.getModifiers().toString().contains("STATIC")) {
          try {
            var constant = field.reflect();
            assertThat(Modifier.isPublic(constant.getModifiers())).as(field.getFullName()).isTrue();
            graphs.put(type.getName(), (StateGraph<?, ?>) constant.get(null));
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(field.getFullName(), e);
          }
        }
      }
    }
    return graphs;
  }
}
