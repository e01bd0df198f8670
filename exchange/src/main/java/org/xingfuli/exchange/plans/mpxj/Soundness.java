package org.xingfuli.exchange.plans.mpxj;

import java.util.List;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.kernel.Refused;

/** Holds a programme against the engine: demands, dates, and cycles even where there are other faults. */
final class Soundness {

  private Soundness() {}

  static void check(Programme programme, Findings findings) {
    try {
      programme.network();
    } catch (Refused refused) {
      refused.refusals().forEach(findings::fault);
    }
    if (findings.faults().stream().noneMatch(fault -> fault.code().equals("schedule.cycle"))) {
      cycles(programme, findings);
    }
  }

  /** The links alone: the network tells cycles only when nothing else is wrong. */
  private static void cycles(Programme programme, Findings findings) {
    var bare = Network.builder();
    programme.activities().forEach(activity -> bare.task(Task.of(activity.label(), 0)));
    programme.ties().forEach(tie -> bare.link(new Link(tie.from(), tie.to(), Link.Kind.FS, 0)));
    try {
      bare.build();
    } catch (Refused refused) {
      List.copyOf(refused.refusals()).forEach(findings::fault);
    }
  }
}
