package org.xingfuli.appeal.web.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.TakeOrders;
import org.xingfuli.appeal.flow.TakeOrders.Fate;
import org.xingfuli.appeal.model.SentOrder;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.wire.Problem;
import org.xingfuli.wire.Problems;

/** Takes a batch in, whatever its form, and answers each order in its place. */
@Component
class OrderAnswers {

  private final TakeOrders take;
  private final Problems problems;

  OrderAnswers(TakeOrders take, Problems problems) {
    this.take = take;
    this.problems = problems;
  }

  /**
   * What became of a batch.
   *
   * @param orders in the order they were sent
   */
  record OrdersTaken(int received, int known, int corrected, int refused, List<OrderTaken> orders) {}

  /**
   * What became of one order.
   *
   * @param orderNumber as the sender numbers it
   * @param appealNumber our number, under which a resident may ask; absent when it was refused
   * @param errors all that is wrong with a refused one
   */
  record OrderTaken(@Nullable String orderNumber, Fate fate, @Nullable String appealNumber, List<Problem.Fault> errors) {}

  /** An order that was read, or what is wrong with it. */
  record Read(SentOrder order, List<Refusal> faults) {}

  <B> OrdersTaken taken(Channel channel, List<B> bodies, Function<B, Read> reading) {
    var answers = new ArrayList<@Nullable OrderTaken>();
    var sound = new ArrayList<SentOrder>();
    for (var body : bodies) {
      var read = reading.apply(body);
      if (read.faults().isEmpty()) {
        sound.add(read.order());
        answers.add(null);
      } else {
        answers.add(refused(read.order().number(), read.faults()));
      }
    }
    var taken = take.take(channel, sound).iterator();
    answers.replaceAll(answer -> answer == null ? answer(taken.next()) : answer);
    var all = answers.stream().map(Objects::requireNonNull).toList();
    return new OrdersTaken(count(all, Fate.RECEIVED), count(all, Fate.KNOWN), count(all, Fate.CORRECTED), count(all, Fate.REFUSED), all);
  }

  private OrderTaken answer(TakeOrders.Answer answer) {
    return answer.fate() == Fate.REFUSED
        ? new OrderTaken(answer.number(), Fate.REFUSED, answer.appeal(), faults(answer.refusals()))
        : new OrderTaken(answer.number(), answer.fate(), answer.appeal(), List.of());
  }

  private OrderTaken refused(String number, List<Refusal> faults) {
    return new OrderTaken(number.isEmpty() ? null : number, Fate.REFUSED, null, faults(faults));
  }

  /** The faults of an order; each with its place in it, if it has one. */
  List<Problem.Fault> faults(List<Refusal> refusals) {
    return problems.of(Refusal.of("common.invalid"), refusals).errors();
  }

  private static int count(List<OrderTaken> all, Fate fate) {
    return (int) all.stream().filter(one -> one.fate() == fate).count();
  }
}
