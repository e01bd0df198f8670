package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.PlannedWorks;
import org.xingfuli.programme.ProgressReported;

/**
 * An activity that an appeal waits for is finished: its reply is proposed, with the activity as proof, for a person to look at the place
 * and to sign. Nothing is answered by itself.
 */
@Component
public class ProposeReplies {

  /** The line of the timeline; it is no move of the graph. */
  public static final String PROPOSE = "PROPOSE";

  private static final String LISTENER = "appeal.propose-replies";
  private static final Scope SYSTEM = SystemScope.of(LISTENER);
  private static final List<AppealState> WAITING = List.of(AppealState.DISPATCHED, AppealState.HANDLING, AppealState.PAUSED);

  private final Transactions transactions;
  private final Inbox inbox;
  private final SideStore side;
  private final AppealStore store;
  private final EntryStore entries;
  private final CaseDesk desk;
  private final TellPeople tell;
  private final PlannedWorks works;
  private final BusinessClock clock;

  ProposeReplies(Transactions transactions, Inbox inbox, SideStore side, AppealStore store, EntryStore entries, CaseDesk desk,
      TellPeople tell, PlannedWorks works, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.side = side;
    this.store = store;
    this.entries = entries;
    this.desk = desk;
    this.tell = tell;
    this.works = works;
    this.clock = clock;
  }

  @Async
  @TransactionalEventListener
  void on(ProgressReported reported) {
    transactions.run(SYSTEM, () -> inbox.once(LISTENER, reported.eventId(), () -> propose(reported)));
  }

  private void propose(ProgressReported reported) {
    var waiting = side.linked("ACTIVITY", reported.activities());
    if (waiting.isEmpty()) {
      return;
    }
    var finished = works.of(reported.programmeId(), clock.today()).stream()
        .filter(work -> work.ended() != null && reported.activities().contains(work.activityId()))
        .collect(Collectors.toMap(PlannedWork::activityId, work -> work));
    for (var link : waiting) {
      var work = finished.get(link.target());
      if (work != null) {
        store.lock(link.appeal()).filter(appeal -> WAITING.contains(appeal.state()) && !proposed(appeal, link.target()))
            .ifPresent(appeal -> propose(appeal, work));
      }
    }
  }

  private boolean proposed(Appeal appeal, UUID activity) {
    return entries.of(appeal.id()).stream().anyMatch(entry -> entry.act().equals(PROPOSE) && entry.round() == appeal.round()
        && activity.toString().equals(String.valueOf(entry.facts().get("activity"))));
  }

  private void propose(Appeal appeal, PlannedWork work) {
    var by = new By(SYSTEM.principal(), "关联规则");
    var words = "“" + work.name().zh() + "”已于 " + work.ended() + " 完成。";
    desk.note(appeal, PROPOSE, appeal.state(), Note.inside(by, words).with(Map.of("activity", work.activityId())), desk.now());
    tell.proposed(appeal);
  }
}
