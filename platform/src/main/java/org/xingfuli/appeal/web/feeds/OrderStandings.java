package org.xingfuli.appeal.web.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.AppealClocks;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.store.OrderStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.wire.Problems;

/** Tells the system that sent an order where it stands and what was answered, so that both tell the resident the same. */
@Component
class OrderStandings {

  private final Transactions transactions;
  private final OrderStore orders;
  private final ReplyStore replies;
  private final AppealClocks clocks;
  private final CaseDesk desk;

  OrderStandings(Transactions transactions, OrderStore orders, ReplyStore replies, AppealClocks clocks, CaseDesk desk) {
    this.transactions = transactions;
    this.orders = orders;
    this.replies = replies;
    this.clocks = clocks;
    this.desk = desk;
  }

  /**
   * Where an order stands.
   *
   * @param dueAt end of the clock that ends first; none when nothing runs
   * @param reply the latest; absent until somebody has signed one
   * @param reopened how often the resident refused the outcome
   */
  record OrderStanding(String orderNumber, String appealNumber, AppealState state, @Nullable Instant dueAt, @Nullable OrderReply reply,
      int reopened, @Nullable Boolean resolved, @Nullable Boolean satisfied, @Nullable Instant closedAt) {}

  /** What was answered, by whom and when. */
  record OrderReply(String words, Outcome outcome, String signer, Instant signedAt) {}

  OrderStanding of(Channel channel, String number) {
    return transactions.here(() -> {
      var id = orders.appeal(channel, number);
      if (id == null) {
        throw Problems.absent();
      }
      var appeal = desk.read(id);
      var reply = replies.of(id).stream().reduce((first, second) -> second).orElse(null);
      return new OrderStanding(number, appeal.number(), appeal.state(), clocks.first(id).map(clock -> clock.deadline().dueAt()).orElse(null),
          reply == null ? null : new OrderReply(reply.words(), reply.outcome(), reply.signer(), reply.signedAt()), appeal.reopened(),
          appeal.resolved(), appeal.satisfied(), appeal.closedAt());
    });
  }
}
