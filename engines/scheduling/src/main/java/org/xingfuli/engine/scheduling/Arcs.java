package org.xingfuli.engine.scheduling;

import java.util.List;

/** Links grouped by one of their tasks, as flat arrays: those of task i are {@code from[i]} until {@code from[i + 1]}. */
final class Arcs {

  final int[] from;
  final int[] task;
  final Link.Kind[] kind;
  final int[] lag;

  private Arcs(int size, List<Link> links, boolean outgoing) {
    from = new int[size + 1];
    task = new int[links.size()];
    kind = new Link.Kind[links.size()];
    lag = new int[links.size()];
    for (Link link : links) {
      from[(outgoing ? link.from() : link.to()) + 1]++;
    }
    for (int i = 0; i < size; i++) {
      from[i + 1] += from[i];
    }
    int[] next = from.clone();
    for (Link link : links) {
      int k = next[outgoing ? link.from() : link.to()]++;
      task[k] = outgoing ? link.to() : link.from();
      kind[k] = link.kind();
      lag[k] = link.lag();
    }
  }

  static Arcs outgoing(int size, List<Link> links) {
    return new Arcs(size, links, true);
  }

  static Arcs incoming(int size, List<Link> links) {
    return new Arcs(size, links, false);
  }

  /** Whether every link is from finish or start to a start, without negative lag. */
  boolean plain() {
    for (int k = 0; k < task.length; k++) {
      if (lag[k] < 0 || kind[k] == Link.Kind.FF || kind[k] == Link.Kind.SF) {
        return false;
      }
    }
    return true;
  }

  int count(int i) {
    return from[i + 1] - from[i];
  }
}
