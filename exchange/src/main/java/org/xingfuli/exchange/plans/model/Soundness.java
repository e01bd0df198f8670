package org.xingfuli.exchange.plans.model;

import java.util.ArrayList;
import java.util.List;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Holds what was read against the engine: demands, dates, and circles even where there are other faults. */
public final class Soundness {

  private Soundness() {}

  /** Every fault of a programme's network. */
  public static List<Refusal> faults(Programme programme) {
    var faults = new ArrayList<Refusal>();
    try {
      programme.network();
    } catch (Refused refused) {
      faults.addAll(refused.refusals());
    }
    if (faults.stream().noneMatch(fault -> fault.code().equals("schedule.cycle"))) {
      faults.addAll(circles(programme.activities().stream().map(Activity::label).toList(),
          programme.ties().stream().map(tie -> new Link(tie.from(), tie.to(), tie.kind(), 0)).toList()));
    }
    return faults;
  }

  /** Circles among the links alone: a network tells of them only when nothing else is wrong. */
  public static List<Refusal> circles(List<String> names, List<Link> links) {
    var bare = Network.builder();
    names.forEach(name -> bare.task(Task.of(name, 0)));
    links.stream().filter(link -> Math.max(link.from(), link.to()) < names.size()).forEach(bare::link);
    try {
      bare.build();
      return List.of();
    } catch (Refused refused) {
      return refused.refusals();
    }
  }
}
