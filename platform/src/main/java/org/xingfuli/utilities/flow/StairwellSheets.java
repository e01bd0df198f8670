package org.xingfuli.utilities.flow;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RuleStore;

/** Makes the sheets of an agreed outage, one for each building, and takes them back when its window ends to hold. */
@Component
class StairwellSheets {

  private final NoticeStore store;
  private final RuleStore rules;

  StairwellSheets(NoticeStore store, RuleStore rules) {
    this.store = store;
    this.rules = rules;
  }

  void make(UtilityRequest request) {
    if (request.kind() != RequestKind.OUTAGE) {
      return;
    }
    var window = request.window();
    var due = due(window);
    request.buildings().forEach(building -> store.insert(new Notice(UuidV7.create(), request.id(), request.estateId(),
        building.id(), building.number(), request.services(), NoticeState.GRAPH.initial(), window, due, null, null),
        request.area()));
  }

  /** When the sheets of an outage must hang, so that households hear of it in time. */
  Instant due(Window window) {
    return window.firstDay().atTime(window.from()).atZone(BusinessClock.ZONE).minusHours(rules.rules().noticeHours()).toInstant();
  }

  /** How many had to be taken back. */
  int withdraw(UtilityRequest request) {
    return store.withdraw(request.id());
  }
}
