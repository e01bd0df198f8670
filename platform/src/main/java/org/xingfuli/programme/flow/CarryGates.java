package org.xingfuli.programme.flow;

import org.springframework.stereotype.Component;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.ConditionStanding;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.GateStore;

/**
 * Brings a project's stage, what was stated at its gates and which it passed into the year that goes on with it: a site that
 * was opened lawfully is not opened a second time.
 */
@Component
class CarryGates {

  private final GateStore gates;
  private final Evidence evidence;

  CarryGates(GateStore gates, Evidence evidence) {
    this.gates = gates;
    this.evidence = evidence;
  }

  /** Joins the running transaction. Who stated what and when stays; evidence that was withdrawn since is not referred to anew. */
  void carry(Project from, Project to) {
    var estate = to.estates().getFirst().estateId();
    for (var said : gates.ofProject(from.id())) {
      var id = UuidV7.create();
      var usable = evidence.usable(estate, said.evidence());
      gates.insert(new ConditionStanding(id, to.id(), to.area(), said.gate(), said.condition(), said.state(), said.reason(),
          said.evidence(), said.on(), said.at(), said.by(), said.byName(), said.via()));
      if (!usable.isEmpty()) {
        evidence.refer(usable, estate, DecideGate.SUBJECT, id);
      }
    }
    gates.carryPassages(from.id(), to.id(), to.area());
    gates.stage(to.id(), gates.stageOf(from.id()));
  }
}
