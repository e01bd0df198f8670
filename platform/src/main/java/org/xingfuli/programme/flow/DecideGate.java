package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.model.ConditionStanding;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.GatePassage;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.RequestLedger;

/**
 * States of a gate's conditions whether they stand, passes gates of which nothing required is missing, and moves a project
 * from stage to stage.
 */
@Component
public class DecideGate {

  /** What evidence knows a statement on a condition as. */
  public static final String SUBJECT = "gate-condition";

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProjectStore projects;
  private final GateStore gates;
  private final ReadGates read;
  private final Evidence evidence;
  private final GoesOn goesOn;
  private final BusinessClock today;
  private final Clock system;

  DecideGate(Transactions transactions, RequestLedger ledger, Audit audit, ProjectStore projects, GateStore gates, ReadGates read,
      Evidence evidence, GoesOn goesOn, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.projects = projects;
    this.gates = gates;
    this.read = read;
    this.evidence = evidence;
    this.goesOn = goesOn;
    this.today = today;
    this.system = system;
  }

  /**
   * What is said of a condition.
   *
   * @param reason needed to waive and to open again; when evidence is asked for, the document's number where none is attached
   */
  public record Said(ConditionState state, String reason, List<UUID> evidence) {}

  /**
   * Says by hand whether a condition stands. Saying again what stands already changes nothing.
   *
   * @param person who says it; null for the platform's own tasks
   */
  public void state(@Nullable SignedIn person, UUID projectId, String gate, String condition, Said said) {
    transactions.here(() -> stated(person, projectId, gate, condition, said, ConditionStanding.HAND));
  }

  /** {@link #state} by another module, named in {@code via}. */
  void stated(UUID projectId, String gateCode, String conditionCode, Said said, String via) {
    stated(null, projectId, gateCode, conditionCode, said, via);
  }

  private void stated(
      @Nullable SignedIn person, UUID projectId, String gateCode, String conditionCode, Said said, String via) {
    projects.lock(projectId);
    var project = read.of(projectId);
    Refused.ifAny(goesOn.elsewhere(project.project()));
    var gate = standing(project, gateCode);
    var reading = gate.conditions().stream().filter(each -> each.condition().code().equals(conditionCode)).findFirst()
        .orElseThrow(Unknown::row);
    if (reading.state() == said.state()) {
      return;
    }
    var act = to(said.state());
    if (gate.passage() != null) {
      throw new Refused(Refusal.of("programme.gate-passed-already",
          Map.of("gate", gate.gate().name().zh(), "date", gate.passage().on())));
    }
    if (reading.condition().retiredOn() != null && via.equals(ConditionStanding.HAND)) {
      throw new Refused(Refusal.of("programme.gate-condition-retired", Map.of(
          "condition", reading.condition().text().zh(), "date", reading.condition().retiredOn())));
    }
    allowed(decider(person, project.project()), reading, said.state());
    Refused.ifAny(faults(reading.condition(), said));
    var next = ConditionState.GRAPH.move(reading.state(), act).orRefuse();
    var id = UuidV7.create();
    if (!said.evidence().isEmpty()) {
      evidence.refer(said.evidence(), project.project().estates().getFirst().estateId(), SUBJECT, id);
    }
    gates.insert(new ConditionStanding(id, projectId, project.project().area(), gateCode, conditionCode,
        next, said.reason().strip(), said.evidence(), today.today(), system.instant(), CurrentScope.get().principal(),
        CurrentScope.get().actor(), via));
    audit.record("programme.gate-condition", new Subject("project", projectId), Map.of(
        "project", project.project().code(), "gate", gateCode, "condition", conditionCode, "state", next.name(),
        "reason", said.reason().strip(), "evidence", said.evidence().size(), "via", via));
  }

  static ConditionState.Act to(ConditionState state) {
    return switch (state) {
      case MET -> ConditionState.Act.MEET;
      case WAIVED -> ConditionState.Act.WAIVE;
      case OPEN -> ConditionState.Act.REOPEN;
    };
  }

  private static Decider decider(@Nullable SignedIn person, Project project) {
    return person == null ? Decider.PLATFORM : Decider.of(person, project);
  }

  private static void allowed(Decider decider, ReadGates.ConditionReading reading, ConditionState to) {
    var condition = reading.condition();
    if (to == ConditionState.WAIVED && condition.byLaw()) {
      throw new Refused(Refusal.of("programme.gate-by-law",
          Map.of("condition", condition.text().zh(), "source", condition.source())));
    }
    if (to == ConditionState.WAIVED && !decider.waives()) {
      throw new Refused(Refusal.of("programme.gate-waived-by-commander", Map.of("condition", condition.text().zh())));
    }
    if (to != ConditionState.WAIVED && !decider.states(condition, reading.state(), to)) {
      throw new Refused(Refusal.of("programme.gate-not-yours",
          Map.of("condition", condition.text().zh(), "role", condition.role().label().zh())));
    }
  }

  private static List<Refusal> faults(Gate.Condition condition, Said said) {
    var faults = new ArrayList<Refusal>();
    if (said.state() != ConditionState.MET && said.reason().isBlank()) {
      faults.add(Refusal.of("programme.gate-reason-missing",
          Map.of("condition", condition.text().zh(), "pointer", "/reason")));
    }
    if (said.state() == ConditionState.MET && condition.evidenceRequired() && said.evidence().isEmpty()
        && said.reason().isBlank()) {
      faults.add(Refusal.of("programme.gate-evidence-missing",
          Map.of("condition", condition.text().zh(), "pointer", "/evidence")));
    }
    return faults;
  }

  /**
   * Passes a gate; the project moves on where the gate stands before an act.
   *
   * @param person who passes it; null for the platform's own tasks
   */
  public void pass(@Nullable SignedIn person, @Nullable String key, UUID projectId, String gateCode) {
    transactions.here(() -> ledger.once(key, "programme.gate-pass", String.class, () -> {
      projects.lock(projectId);
      var project = read.of(projectId);
      Refused.ifAny(goesOn.elsewhere(project.project()));
      var gate = standing(project, gateCode);
      if (gate.passage() != null) {
        throw new Refused(Refusal.of("programme.gate-passed-already",
            Map.of("gate", gate.gate().name().zh(), "date", gate.passage().on())));
      }
      if (gate.missing() > 0) {
        throw new Refused(Refusal.of("programme.gate-incomplete", Map.of("gate", gate.gate().name().zh(),
            "missing", gate.missing(), "first", gate.conditions().stream()
                .filter(each -> each.condition().counts() && each.state() == ConditionState.OPEN)
                .findFirst().orElseThrow().condition().text().zh())));
      }
      if (decider(person, project.project()).needsAnother(gate)) {
        throw new Refused(Refusal.of("programme.gate-second-person", Map.of("gate", gate.gate().name().zh())));
      }
      var act = gate.gate().act();
      if (act != null) {
        gates.stage(projectId, ProjectStage.GRAPH.move(project.stage(), act).orRefuse());
      }
      var waived = (int) gate.conditions().stream().filter(each -> each.state() == ConditionState.WAIVED).count();
      gates.insert(new GatePassage(projectId, project.project().area(), gateCode, today.today(), system.instant(),
          CurrentScope.get().principal(), CurrentScope.get().actor(), waived, false));
      audit.record("programme.gate-pass", new Subject("project", projectId),
          Map.of("project", project.project().code(), "gate", gateCode, "waived", waived));
      return gateCode;
    }));
  }

  /** Moves a project on where no gate stands before it: works begun, warranty begun, archived. */
  public void move(@Nullable String key, UUID projectId, ProjectStage.Act act) {
    transactions.here(() -> ledger.once(key, "programme.project-stage", String.class, () -> {
      projects.lock(projectId);
      var project = read.of(projectId);
      Refused.ifAny(goesOn.elsewhere(project.project()));
      var guarded = project.gates().stream().filter(each -> each.gate().act() == act).findFirst();
      if (guarded.isPresent()) {
        throw new Refused(Refusal.of("programme.gate-before-it", Map.of("gate", guarded.get().gate().name().zh())));
      }
      var next = ProjectStage.GRAPH.move(project.stage(), act).orRefuse();
      gates.stage(projectId, next);
      audit.record("programme.project-stage", new Subject("project", projectId),
          Map.of("project", project.project().code(), "from", project.stage().name(), "to", next.name()));
      return next.name();
    }));
  }

  private static ReadGates.Standing standing(ReadGates.ProjectGates project, String gate) {
    return project.gates().stream().filter(each -> each.gate().code().equals(gate)).findFirst()
        .orElseThrow(Unknown::row);
  }
}
