package org.xingfuli.programme.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.GateConditionStated;
import org.xingfuli.programme.model.ConditionState;

/**
 * Takes down what other modules find of a gate's condition; a gate that was passed already stays as it was passed, and so
 * does a project that another year took over.
 */
@Component
class HearConditions {

  private final Transactions transactions;
  private final Inbox inbox;
  private final DecideGate decide;
  private final ReadGates read;
  private final GoesOn goesOn;

  HearConditions(Transactions transactions, Inbox inbox, DecideGate decide, ReadGates read, GoesOn goesOn) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.decide = decide;
    this.read = read;
    this.goesOn = goesOn;
  }

  @Async
  @TransactionalEventListener
  void on(GateConditionStated stated) {
    transactions.run(SystemScope.of("programme.gates"), () ->
        inbox.once("programme.gates", stated.eventId(), () -> take(stated)));
  }

  private void take(GateConditionStated stated) {
    var project = read.of(stated.projectId());
    if (!goesOn.elsewhere(project.project()).isEmpty()) {
      return;
    }
    var passed = project.gates().stream()
        .anyMatch(gate -> gate.gate().code().equals(stated.gate()) && gate.passage() != null);
    if (!passed) {
      decide.stated(stated.projectId(), stated.gate(), stated.condition(),
          new DecideGate.Said(stated.met() ? ConditionState.MET : ConditionState.OPEN, stated.words(), stated.evidence()),
          stated.by());
    }
  }
}
