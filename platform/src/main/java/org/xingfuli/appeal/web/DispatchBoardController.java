package org.xingfuli.appeal.web;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.appeal.web.AppealView.SuggestedUnit;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;

/** The dispatcher's board: where every open appeal stands, whose it may be, and what each unit has on its desk. */
@RestController
@RequestMapping("/api/appeals/board")
class DispatchBoardController {

  /** So many cards stand in a column; whoever has more goes to the inbox. */
  private static final int MOST = 30;

  /** Where an appeal stands for the dispatcher. */
  enum Lane {
    RECEIVED(AppealState.RECEIVED),
    ACCEPTED(AppealState.ACCEPTED, AppealState.REOPENED),
    DISPATCHED(AppealState.DISPATCHED),
    HANDLING(AppealState.HANDLING, AppealState.PAUSED),
    REPLIED(AppealState.REPLIED);

    private final EnumSet<AppealState> states;

    Lane(AppealState first, AppealState... more) {
      this.states = EnumSet.of(first, more);
    }

    /** Whether it waits for somebody to say whose it is. */
    private boolean waits() {
      return this == RECEIVED || this == ACCEPTED;
    }
  }

  /**
   * @param lanes in the order an appeal goes
   * @param loads who has most beyond its limit first
   */
  record DispatchBoard(List<BoardLane> lanes, List<UnitLoad> loads) {}

  /** @param total of all, of which the first due are shown */
  record BoardLane(Lane lane, long total, List<BoardCard> cards) {}

  /** @param units whose it may be, the likeliest first, each with its reason; only while it waits for a unit */
  record BoardCard(AppealRow row, List<SuggestedUnit> units) {}

  /** What a unit has on its desk: not replied to yet, of these due today and overdue. */
  record UnitLoad(UUID unit, String name, int open, int dueToday, int overdue) {}

  private final Transactions transactions;
  private final InboxStore inbox;
  private final AppealViews views;
  private final CaseDesk desk;
  private final BusinessClock clock;

  DispatchBoardController(Transactions transactions, InboxStore inbox, AppealViews views, CaseDesk desk, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.views = views;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.APPEAL_DISPATCH)
  DispatchBoard board(@RequestParam(required = false) @Nullable String area, @RequestParam(required = false) @Nullable String classCode) {
    return transactions.picture(() -> {
      var units = desk.units();
      var loads = inbox.loads(clock.now(), clock.endOfToday(), units);
      var names = views.unitNames(loads.stream().map(InboxStore.Load::unit).toList());
      return new DispatchBoard(List.of(Lane.values()).stream().map(lane -> {
        var filter = new InboxStore.Filter(true, lane.states, null, area, null, classCode, null, units, null, null, null, null, false,
            null, null, null);
        var appeals = inbox.byDue(filter, null, null, MOST);
        var rows = views.rows(appeals);
        return new BoardLane(lane, inbox.count(filter), IntStream.range(0, rows.size()).mapToObj(at -> new BoardCard(
            rows.get(at), lane.waits() ? views.unitsFor(appeals.get(at)) : List.of())).toList());
      }).toList(), loads.stream().map(load -> new UnitLoad(load.unit(), names.getOrDefault(load.unit(), "–"), load.open(), load.dueToday(),
          load.overdue())).toList());
    });
  }
}
