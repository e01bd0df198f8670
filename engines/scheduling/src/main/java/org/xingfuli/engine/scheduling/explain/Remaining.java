package org.xingfuli.engine.scheduling.explain;

import java.util.BitSet;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;

/**
 * What is left to be planned at a data date, as a network in which what has begun stands: nothing is asked of it any more, and
 * what has not begun starts at the data date at the earliest.
 *
 * @param given the network as it was
 * @param network of the same tasks, crews and nodes
 * @param open the tasks that have not begun
 * @param today the data date
 */
record Remaining(Network given, Network network, BitSet open, int today) {

  static Remaining of(Network given, Actuals actuals) {
    BitSet open = new BitSet();
    open.set(0, given.size());
    actuals.progress().keySet().forEach(open::clear);
    NetworkBuilder builder = copy(given).unlink(link -> !open.get(link.to()));
    open.stream().filter(i -> given.task(i).release() < actuals.dataDate())
        .forEach(i -> builder.replace(i, given.task(i).notBefore(actuals.dataDate())));
    return new Remaining(given, builder.build(), open, actuals.dataDate());
  }

  /** With the horizon of the original, also where nobody gave it one: dates are asked within the same periods. */
  static NetworkBuilder copy(Network network) {
    return network.toBuilder().horizon(network.horizon());
  }
}
