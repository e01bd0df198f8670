package org.xingfuli.command.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.identity.AppointmentChanged;

/** Somebody's rights have changed: a chart left open on a screen must not outlive them. */
@Component
class CutStreams {

  private final ChartStream stream;

  CutStreams(ChartStream stream) {
    this.stream = stream;
  }

  /** Cutting twice is cutting once, so no note of the event is kept; other nodes notice at their next heartbeat. */
  @Async
  @TransactionalEventListener
  void on(AppointmentChanged changed) {
    stream.recheck(changed.personId());
  }
}
