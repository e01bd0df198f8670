package org.xingfuli.kernel;

import static java.util.Collections.unmodifiableSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A state machine as one object whose edges are named acts. The code that moves, the diagram in the documentation and
 * the test that tries every illegal move read the same graph.
 *
 * <p>An act that can end in two ways is two acts ({@code CALL_BACK_SATISFIED}, {@code CALL_BACK_UNSATISFIED}): from
 * one state one act leads to one state. Whether an act is allowed for other reasons (rights, missing proof) is not the
 * graph's matter.
 *
 * @param <S> the states
 * @param <A> the acts, usually an enum; their {@code toString} names them in refusals and diagrams
 */
public final class StateGraph<S extends Enum<S>, A> {

  /** One allowed move. */
  public record Edge<S, A>(S from, A act, S to) {}

  /** A move that the graph does not hold. */
  public record IllegalMove<S, A>(S from, A act) {}

  /** What comes of trying an act. */
  public sealed interface Move<S> {

    /** The act is legal and leads to the next state. */
    record Legal<S>(S next) implements Move<S> {}

    /** The act is illegal in the present state; the refusal names the state, the act and the acts that are legal. */
    record Illegal<S>(Refusal refusal) implements Move<S> {}

    /**
     * The next state.
     *
     * @throws Refused when the act is illegal
     */
    default S orRefuse() {
      return switch (this) {
        case Legal<S>(var next) -> next;
        case Illegal<S>(var refusal) -> throw new Refused(refusal);
      };
    }
  }

  private final String name;
  private final S initial;
  private final Map<S, Map<A, S>> edges;
  private final Set<A> acts = new LinkedHashSet<>();

  private StateGraph(String name, S initial, Map<S, Map<A, S>> edges) {
    this.name = name;
    this.initial = initial;
    this.edges = edges;
    edges.values().forEach(out -> acts.addAll(out.keySet()));
  }

  /** Begins a graph of that name, as it stands in refusals, such as {@code appeal}. */
  public static <S extends Enum<S>, A> Builder<S, A> named(String name, S initial) {
    return new Builder<>(name, initial);
  }

  public Move<S> move(S state, A act) {
    var next = edgesFrom(state).get(act);
    if (next != null) {
      return new Move.Legal<>(next);
    }
    var legal = legalActs(state).stream().map(Object::toString).toList();
    return new Move.Illegal<>(
        Refusal.of(
            "state.illegal-act", Map.of("graph", name, "state", state.name(), "act", act.toString(), "legal", legal)));
  }

  public S initial() {
    return initial;
  }

  public Set<S> states() {
    return unmodifiableSet(EnumSet.allOf(initial.getDeclaringClass()));
  }

  /** All acts in the order they were first named. */
  public Set<A> acts() {
    return unmodifiableSet(acts);
  }

  public Set<A> legalActs(S state) {
    return unmodifiableSet(edgesFrom(state).keySet());
  }

  /** States no act leaves. */
  public Set<S> finalStates() {
    var ends = EnumSet.allOf(initial.getDeclaringClass());
    ends.removeIf(state -> !edgesFrom(state).isEmpty());
    return unmodifiableSet(ends);
  }

  public List<Edge<S, A>> edges() {
    var all = new ArrayList<Edge<S, A>>();
    edges.forEach((from, out) -> out.forEach((act, to) -> all.add(new Edge<>(from, act, to))));
    return List.copyOf(all);
  }

  /** Every pair of a state and an act that must be refused. */
  public List<IllegalMove<S, A>> illegalMoves() {
    var illegal = new ArrayList<IllegalMove<S, A>>();
    for (var state : states()) {
      acts.stream()
          .filter(act -> !edgesFrom(state).containsKey(act))
          .forEach(act -> illegal.add(new IllegalMove<>(state, act)));
    }
    return List.copyOf(illegal);
  }

  /** The graph as a Mermaid state diagram, for the documentation. */
  public String toMermaid() {
    var diagram = new StringBuilder("stateDiagram-v2\n  [*] --> ").append(initial).append('\n');
    for (var edge : edges()) {
      diagram.append("  %s --> %s : %s\n".formatted(edge.from(), edge.to(), edge.act()));
    }
    finalStates().forEach(end -> diagram.append("  ").append(end).append(" --> [*]\n"));
    return diagram.toString();
  }

  private Map<A, S> edgesFrom(S state) {
    return edges.getOrDefault(state, Map.of());
  }

  /** Collects the edges; a graph that contradicts itself or leaves a state unreachable is never built. */
  public static final class Builder<S extends Enum<S>, A> {

    private final String name;
    private final S initial;
    private final Map<S, Map<A, S>> edges;

    private Builder(String name, S initial) {
      this.name = name;
      this.initial = initial;
      edges = new EnumMap<>(initial.getDeclaringClass());
    }

    public Builder<S, A> edge(S from, A act, S to) {
      if (edges.computeIfAbsent(from, _ -> new LinkedHashMap<>()).putIfAbsent(act, to) != null) {
        throw new IllegalArgumentException(name + ": " + act + " leaves " + from + " twice");
      }
      return this;
    }

    public StateGraph<S, A> build() {
      var unreachable = EnumSet.allOf(initial.getDeclaringClass());
      reach(initial, unreachable);
      if (!unreachable.isEmpty()) {
        throw new IllegalArgumentException(name + ": no act leads to " + unreachable);
      }
      var copy = new EnumMap<S, Map<A, S>>(initial.getDeclaringClass());
      edges.forEach((from, out) -> copy.put(from, new LinkedHashMap<>(out)));
      return new StateGraph<>(name, initial, copy);
    }

    private void reach(S state, Set<S> unreached) {
      if (unreached.remove(state)) {
        edges.getOrDefault(state, Map.of()).values().forEach(next -> reach(next, unreached));
      }
    }
  }
}
