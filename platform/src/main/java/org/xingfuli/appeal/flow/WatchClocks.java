package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;

/**
 * Warns before a limit ends and escalates after it: first whoever handles the appeal, then the street, then the command. The
 * steps are an assumption. What was done is on the appeal itself, so that a job begun twice does nothing twice.
 */
@Component
public class WatchClocks {

  /** So long after its end an appeal goes one step further up, in hours; an emergency in minutes. */
  private static final List<Integer> LATE = List.of(0, 24, 72);

  private static final int MOST = 200;
  private static final String TASK = "appeal.watch-clocks";

  private final Transactions transactions;
  private final AppealStore store;
  private final ClockStore clocks;
  private final InboxStore inbox;
  private final CaseDesk desk;
  private final TellPeople tell;

  WatchClocks(Transactions transactions, AppealStore store, ClockStore clocks, InboxStore inbox, CaseDesk desk,
      TellPeople tell) {
    this.transactions = transactions;
    this.store = store;
    this.clocks = clocks;
    this.inbox = inbox;
    this.desk = desk;
    this.tell = tell;
  }

  /** Warns of and escalates what is due at this moment. */
  public void watch() {
    transactions.run(SystemScope.of(TASK), this::warn);
    for (var late : transactions.as(SystemScope.of(TASK), () -> inbox.toEscalate(desk.now(), LATE, MOST))) {
      transactions.run(SystemScope.of(TASK), () -> store.lock(late.id()).ifPresent(this::escalate));
    }
  }

  private void warn() {
    var now = desk.now();
    var due = clocks.dueForWarning(now, MOST);
    if (due.isEmpty()) {
      return;
    }
    clocks.warned(due.stream().map(one -> one.clock().id()).toList(), now);
    due.stream().map(one -> one.clock().appealId()).distinct().flatMap(id -> store.find(id).stream()).forEach(tell::dueSoon);
  }

  private void escalate(Appeal appeal) {
    var now = desk.now();
    int level = level(appeal, now);
    if (level <= appeal.escalation()) {
      return;
    }
    var by = new By(SystemScope.of(TASK).principal(), "督办规则");
    var next = CaseDesk.move(appeal, Act.SUPERVISE);
    store.change(appeal.id()).set("escalation", level).write();
    desk.note(appeal, Act.SUPERVISE, next, Note.inside(by, "").with(Map.of("level", level)), now);
    tell.overdue(appeal, level);
  }

  private static int level(Appeal appeal, Instant now) {
    var due = appeal.dueAt();
    if (due == null || due.isAfter(now) || !appeal.state().open()) {
      return 0;
    }
    var late = Duration.between(due, now);
    long units = appeal.urgency() == Urgency.EMERGENCY ? late.toMinutes() : late.toHours();
    return (int) LATE.stream().filter(hours -> units >= hours).count();
  }
}
