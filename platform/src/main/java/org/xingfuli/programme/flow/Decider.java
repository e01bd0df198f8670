package org.xingfuli.programme.flow;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.access.Permission;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.flow.ReadGates.ConditionReading;
import org.xingfuli.programme.flow.ReadGates.Standing;
import org.xingfuli.programme.model.ConditionStanding;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.Project;

/**
 * Whoever decides before a project's gates, with the roles that reach the project; docs/decisions/0031.
 *
 * @param person null for the platform's own tasks, which state what other modules know and plant the demo
 * @param waives whether the person may waive
 */
public record Decider(@Nullable UUID person, Set<Role> roles, boolean waives) {

  static final Decider PLATFORM = new Decider(null, EnumSet.allOf(Role.class), true);

  public static Decider of(SignedIn person, Project project) {
    var roles = person.grants().stream()
        .filter(grant -> grant.projects().contains(project.id()) || grant.over(project.area()))
        .map(SignedIn.Grant::role).collect(Collectors.toSet());
    return new Decider(person.personId(), roles, person.may(Permission.GATE_WAIVE)
        && roles.stream().anyMatch(role -> role.permissions().contains(Permission.GATE_WAIVE)));
  }

  /** Who says whether a condition stands; the contractor's its supervisor says, and anybody's the planner from paper. */
  private static Set<Role> saying(Mover mover) {
    return switch (mover) {
      case STREET -> EnumSet.of(Role.STREET_OFFICER, Role.PLANNER);
      case DELIVERY_AGENT -> EnumSet.of(Role.DELIVERY_AGENT, Role.PLANNER);
      case CONTRACTOR, SUPERVISOR -> EnumSet.of(Role.SUPERVISOR, Role.PLANNER);
      case COMMAND -> EnumSet.of(Role.COMMANDER, Role.PLANNER);
      case UTILITY -> EnumSet.of(Role.PLANNER);
    };
  }

  /** Whether the person says that a condition stands, or no more. */
  boolean states(Gate.Condition condition, ConditionState from, ConditionState to) {
    return saying(condition.role()).stream().anyMatch(roles::contains)
        || from == ConditionState.WAIVED && to == ConditionState.OPEN && waives;
  }

  /** What the person may say of a condition of a gate that is before the project. */
  public List<ConditionState> acts(ConditionReading reading) {
    var condition = reading.condition();
    return condition.retiredOn() != null ? List.of() : Arrays.stream(ConditionState.values())
        .filter(to -> ConditionState.GRAPH.legalActs(reading.state()).contains(DecideGate.to(to)))
        .filter(to -> to == ConditionState.WAIVED ? waives && !condition.byLaw() : states(condition, reading.state(), to))
        .toList();
  }

  /** Whether another has to pass the gate: the person waived a condition of it, or stated alone all that stands. */
  public boolean needsAnother(Standing gate) {
    if (person == null) {
      return false;
    }
    var said = gate.conditions().stream()
        .filter(each -> each.state() == ConditionState.WAIVED || each.condition().counts() && each.state() != ConditionState.OPEN)
        .toList();
    return said.stream().anyMatch(each -> each.state() == ConditionState.WAIVED && mine(each))
        || !said.isEmpty() && said.stream().allMatch(this::mine);
  }

  private boolean mine(ConditionReading reading) {
    var last = Objects.requireNonNull(reading.last());
    return last.via().equals(ConditionStanding.HAND) && last.by().equals(person);
  }
}
