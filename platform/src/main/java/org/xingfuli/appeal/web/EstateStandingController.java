package org.xingfuli.appeal.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;

/** How the open appeals of one estate stand, for its page. */
@RestController
@RequestMapping("/api/appeals")
class EstateStandingController {

  private static final int CLASSES = 3;
  private static final int NEWEST = 4;

  private final Transactions transactions;
  private final InboxStore inbox;
  private final CaseDesk desk;
  private final AppealViews views;
  private final BusinessClock clock;

  EstateStandingController(Transactions transactions, InboxStore inbox, CaseDesk desk, AppealViews views, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.desk = desk;
    this.views = views;
    this.clock = clock;
  }

  /** A class and how many of the open appeals are of it. */
  record AppealClassCount(String code, Words name, long count) {}

  /**
   * The open appeals of an estate, as far as the caller reads them.
   *
   * @param overdue those beyond their limit
   * @param reopened those that were answered and are open again
   * @param classes the most frequent ones
   * @param newest those that came last
   */
  record EstateAppeals(long open, long overdue, long reopened, List<AppealClassCount> classes, List<AppealRow> newest) {}

  @GetMapping("/estate-standing")
  @Requires(Permission.APPEAL_READ)
  EstateAppeals of(@RequestParam UUID estate) {
    return transactions.picture(() -> {
      var filter = InboxStore.Filter.open(estate, desk.units());
      var counted = inbox.byEstate(filter, clock.now()).stream().findFirst().orElse(new InboxStore.OfEstate(estate, 0, 0, 0));
      return new EstateAppeals(counted.open(), counted.overdue(), counted.reopened(),
          inbox.mostFrequent(filter, CLASSES).stream().map(one -> new AppealClassCount(one.classCode(),
              Objects.requireNonNullElse(Classes.words(one.classCode()), new Words(one.classCode(), one.classCode())), one.count())).toList(),
          views.rows(inbox.latest(filter, null, NEWEST)));
    });
  }
}
