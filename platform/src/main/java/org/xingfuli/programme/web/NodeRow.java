package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.util.UUID;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.NodeRule;
import org.xingfuli.programme.model.ProgrammeNode;

/** A node with its due date resolved, and why it is this one. */
record NodeRow(
    UUID id,
    String code,
    Words name,
    NodeRule rule,
    LocalDate nominalDate,
    LocalDate resolvedDate,
    Words resolution,
    int weight,
    String activityCode,
    ProgrammeNode.AppliesTo appliesTo,
    boolean unconfirmed,
    boolean provisional,
    int version) {

  static NodeRow of(ProgrammeNode node, WorkCalendar calendar) {
    var resolved = node.rule().resolve(node.nominal(), calendar);
    return new NodeRow(node.id(), node.code(), node.name(), node.rule(), node.nominal(), resolved.due(),
        resolved.why(), node.weight(), node.activityCode(), node.appliesTo(), node.unconfirmed(),
        calendar.isProvisional(resolved.due(), node.nominal()), node.version());
  }
}
