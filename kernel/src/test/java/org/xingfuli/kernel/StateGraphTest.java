package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateGraphTest {

  private enum Order {
    ISSUED,
    ACKNOWLEDGED,
    REPLIED,
    CLOSED
  }

  private enum Act {
    RECEIPT,
    REPLY,
    RETURN,
    CLOSE
  }

  private final StateGraph<Order, Act> graph =
      StateGraph.<Order, Act>named("order", Order.ISSUED)
          .edge(Order.ISSUED, Act.RECEIPT, Order.ACKNOWLEDGED)
          .edge(Order.ACKNOWLEDGED, Act.REPLY, Order.REPLIED)
          .edge(Order.REPLIED, Act.RETURN, Order.ACKNOWLEDGED)
          .edge(Order.REPLIED, Act.CLOSE, Order.CLOSED)
          .build();

  @Test
  void everyEdgeMoves() {
    assertThat(graph.edges())
        .hasSize(4)
        .allSatisfy(edge -> assertThat(graph.move(edge.from(), edge.act()).orRefuse()).isEqualTo(edge.to()));
  }

  @Test
  void everyOtherPairOfStateAndActIsRefused() {
    assertThat(graph.illegalMoves())
        .hasSize(4 * 4 - 4)
        .allSatisfy(
            illegal ->
                assertThatThrownBy(() -> graph.move(illegal.from(), illegal.act()).orRefuse())
                    .isInstanceOf(Refused.class));
  }

  @Test
  void aRefusalNamesTheStateTheActAndWhatIsLegal() {
    var move = graph.move(Order.REPLIED, Act.RECEIPT);
    assertThat(move)
        .isInstanceOfSatisfying(
            StateGraph.Move.Illegal.class,
            illegal -> {
              assertThat(illegal.refusal().code()).isEqualTo("state.illegal-act");
              assertThat(illegal.refusal().values())
                  .containsEntry("graph", "order")
                  .containsEntry("state", "REPLIED")
                  .containsEntry("act", "RECEIPT")
                  .containsEntry("legal", List.of("RETURN", "CLOSE"));
            });
  }

  @Test
  void theGraphKnowsItsEndsAndActs() {
    assertThat(graph.finalStates()).containsExactly(Order.CLOSED);
    assertThat(graph.acts()).containsExactlyInAnyOrder(Act.values());
    assertThat(graph.legalActs(Order.CLOSED)).isEmpty();
    assertThat(graph.initial()).isEqualTo(Order.ISSUED);
    assertThatThrownBy(() -> graph.acts().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theDiagramShowsEveryEdge() {
    assertThat(graph.toMermaid())
        .isEqualTo(
            """
            stateDiagram-v2
              [*] --> ISSUED
              ISSUED --> ACKNOWLEDGED : RECEIPT
              ACKNOWLEDGED --> REPLIED : REPLY
              REPLIED --> ACKNOWLEDGED : RETURN
              REPLIED --> CLOSED : CLOSE
              CLOSED --> [*]
            """);
  }

  @Test
  void aGraphThatContradictsItselfIsNotBuilt() {
    var builder = StateGraph.<Order, Act>named("order", Order.ISSUED).edge(Order.ISSUED, Act.RECEIPT, Order.CLOSED);
    assertThatThrownBy(() -> builder.edge(Order.ISSUED, Act.RECEIPT, Order.REPLIED))
        .hasMessage("order: RECEIPT leaves ISSUED twice");
    assertThatThrownBy(builder::build).hasMessage("order: no act leads to [ACKNOWLEDGED, REPLIED]");
  }
}
