package org.xingfuli.utilities.flow;

import org.springframework.stereotype.Component;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RuleStore;

/** Makes the sheets of an agreed outage, one for each building, and takes them back when its window ends to hold. */
@Component
class Notices {

  private final NoticeStore store;
  private final RuleStore rules;

  Notices(NoticeStore store, RuleStore rules) {
    this.store = store;
    this.rules = rules;
  }

  void make(UtilityRequest request) {
    if (request.kind() != RequestKind.OUTAGE) {
      return;
    }
    var window = request.window();
    var due = window.firstDay().atTime(window.from()).atZone(BusinessClock.ZONE)
        .minusHours(rules.rules().noticeHours()).toInstant();
    request.buildings().forEach(building -> store.insert(new Notice(UuidV7.create(), request.id(), request.estateId(),
        building.id(), building.number(), request.services(), NoticeState.GRAPH.initial(), window, due, null, null),
        request.area()));
  }

  /** How many had to be taken back. */
  int withdraw(UtilityRequest request) {
    return store.withdraw(request.id());
  }
}
