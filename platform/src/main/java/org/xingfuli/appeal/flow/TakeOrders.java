package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.SentOrder;
import org.xingfuli.appeal.store.OrderStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.StoredJson;

/**
 * Takes in the orders another system sends, many at once. Each order is answered for itself: received, known already, corrected, or
 * refused with all that is wrong with it; one bad order keeps none of the others back. Orders may come again, late, and in any
 * order: the same number is the same appeal, and its highest revision holds.
 */
@Component
public class TakeOrders {

  /** So many orders at most are sent at once. */
  public static final int MOST = 500;

  private static final int MOST_NUMBER = 60;

  private static final Logger LOG = LoggerFactory.getLogger(TakeOrders.class);

  /** What became of an order. */
  public enum Fate { RECEIVED, KNOWN, CORRECTED, REFUSED }

  /**
   * The answer to one order, in the place it was sent at.
   *
   * @param number as the other system numbers it
   * @param appeal our number; absent when it was refused
   * @param refusals what is wrong with it; each points into the order
   */
  public record Answer(String number, Fate fate, @Nullable String appeal, List<Refusal> refusals) {}

  private final Transactions transactions;
  private final OrderStore store;
  private final TakeIn takeIn;
  private final AmendAppeal amend;
  private final FindPlace places;
  private final Organisations organisations;
  private final PhoneKeys keys;
  private final BusinessClock clock;

  TakeOrders(Transactions transactions, OrderStore store, TakeIn takeIn, AmendAppeal amend, FindPlace places, Organisations organisations,
      PhoneKeys keys, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.takeIn = takeIn;
    this.amend = amend;
    this.places = places;
    this.organisations = organisations;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Takes them in, and answers when they are on disk.
   *
   * @throws Refused {@code appeal.orders-district} when the caller does not reach the whole district: an order may lie anywhere
   */
  public List<Answer> take(Channel channel, List<SentOrder> orders) {
    if (!CurrentScope.get().areas().contains(organisations.districtArea())) {
      throw new Refused(Refusal.of("appeal.orders-district"));
    }
    var now = clock.now();
    var answers = new ArrayList<@Nullable Answer>();
    // Of several revisions of one order in a batch the first come first; each round holds a number once.
    var rounds = new ArrayList<List<Asked>>();
    var seen = new HashMap<String, Integer>();
    for (var order : orders) {
      var faults = faults(order, now);
      answers.add(faults.isEmpty() ? null : new Answer(order.number(), Fate.REFUSED, null, faults));
      if (faults.isEmpty()) {
        int round = seen.merge(order.number(), 1, Integer::sum) - 1;
        if (rounds.size() == round) {
          rounds.add(new ArrayList<>());
        }
        // Before the transaction: the register may have to be read first.
        var where = places.find(order.address(), title(order) + "\n" + order.words(), order.latitude(), order.longitude());
        rounds.get(round).add(new Asked(answers.size() - 1, order, where, hash(order)));
      }
    }
    for (var round : rounds) {
      var taken = together(channel, round);
      for (int at = 0; at < round.size(); at++) {
        answers.set(round.get(at).at(), taken.get(at));
      }
    }
    return answers.stream().map(Objects::requireNonNull).toList();
  }

  /** An order on its way in, and its place in the batch. */
  private record Asked(int at, SentOrder order, NewAppeal.Where where, byte[] hash) {

    String number() {
      return order.number();
    }
  }

  /** Carries the refused out of the transaction, which ends without having done anything. */
  private static final class Refusing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Answer> answers;

    Refusing(List<Answer> answers) {
      this.answers = answers;
    }
  }

  /** Takes all of them in, or, when one is refused, none; then only the answers of the refused ones hold. */
  public List<Answer> allOrNone(Channel channel, List<SentOrder> orders) {
    try {
      return transactions.here(() -> {
        var answers = take(channel, orders);
        if (answers.stream().anyMatch(answer -> answer.fate() == Fate.REFUSED)) {
          throw new Refusing(answers);
        }
        return answers;
      });
    } catch (Refusing refusing) {
      return refusing.answers;
    }
  }

  /** The faults of an order that no register needs to be asked for. */
  public static List<Refusal> faults(SentOrder order, Instant now) {
    var faults = new ArrayList<Refusal>();
    if (order.number().isBlank() || order.number().length() > MOST_NUMBER) {
      faults.add(Refusal.of("appeal.order-number", Map.of("pointer", "/number", "most", MOST_NUMBER)));
    }
    if (order.revision() < 1) {
      faults.add(Refusal.of("appeal.order-revision", Map.of("pointer", "/revision", "revision", order.revision())));
    }
    faults.addAll(AppealCheck.faults(order.at(Channel.HOTLINE_12345, NewAppeal.Where.area("")), now));
    return faults;
  }

  private List<Answer> together(Channel channel, List<Asked> orders) {
    try {
      return transactions.here(() -> written(channel, orders));
    } catch (DataAccessException broken) {
      if (orders.size() == 1) {
        LOG.warn("an order of {} could not be written: {}", channel, broken.getClass().getSimpleName());
        return List.of(new Answer(orders.getFirst().number(), Fate.REFUSED, null, List.of(Refusal.of("common.disturbed"))));
      }
      return orders.stream().flatMap(one -> together(channel, List.of(one)).stream()).toList();
    }
  }

  private List<Answer> written(Channel channel, List<Asked> orders) {
    var by = new By(CurrentScope.get().principal(), channel.words().zh());
    var answers = new HashMap<String, Answer>();
    var held = store.hold(channel, orders.stream().map(Asked::number).toList());
    var fresh = orders.stream().filter(order -> !held.containsKey(order.number())).toList();
    if (!fresh.isEmpty()) {
      var late = received(channel, fresh, by, answers);
      // Somebody else took it in at this moment, or a clerk had typed it: its revision is told from what stands now.
      held.putAll(store.hold(channel, late));
    }
    for (var order : orders) {
      var known = held.get(order.number());
      if (known != null) {
        answers.put(order.number(), known(channel, order, known, by));
      }
    }
    return orders.stream().map(order -> Objects.requireNonNull(answers.get(order.number()))).toList();
  }

  /** Writes what is new, and tells which of it turned out to be known. */
  private List<String> received(Channel channel, List<Asked> fresh, By by, Map<String, Answer> answers) {
    var received = takeIn.write(fresh.stream().map(one -> TakeIn.Asked.of(one.order().at(channel, one.where()), by, null)).toList());
    var rows = new ArrayList<OrderStore.Row>();
    var late = new ArrayList<String>();
    for (int at = 0; at < fresh.size(); at++) {
      var one = fresh.get(at);
      var its = received.get(at);
      rows.add(OrderStore.Row.of(one.number(), its.id(), one.where().area(), one.where().estate(), one.order().revision(), one.hash()));
      answers.put(one.number(), new Answer(one.number(), its.again() ? Fate.KNOWN : Fate.RECEIVED, its.number(), List.of()));
      if (its.again()) {
        late.add(one.number());
      }
    }
    store.insert(channel, rows, clock.now());
    return late;
  }

  private Answer known(Channel channel, Asked asked, OrderStore.Held held, By by) {
    var order = asked.order();
    var number = amend.number(held.appeal());
    if (order.revision() == held.revision() && !held.same(asked.hash())) {
      return new Answer(order.number(), Fate.REFUSED, number, List.of(Refusal.of("appeal.order-other-content",
          Map.of("pointer", "/revision", "number", order.number(), "revision", order.revision()))));
    }
    if (order.revision() <= held.revision()) {
      return new Answer(order.number(), Fate.KNOWN, number, List.of());
    }
    amend.amend(held.appeal(), order.at(channel, asked.where()), order.revision(), by);
    store.revise(channel, order.number(), order.revision(), asked.hash(), clock.now());
    return new Answer(order.number(), Fate.CORRECTED, number, List.of());
  }

  private static String title(SentOrder order) {
    return Objects.requireNonNullElse(order.title(), "");
  }

  /** What the order says, in one form; under the installation's secret, since it holds a telephone number. */
  private byte[] hash(SentOrder order) {
    var who = order.complainant();
    return keys.ofText("order", StoredJson.write(Arrays.asList(order.kind(), order.urgency(), order.title(), order.words().strip(),
        order.classCode(), order.confidential(), order.address(), order.latitude(), order.longitude(), who.kind(), who.name(),
        who.phone(), who.door(), who.replyBy(), order.saidAt())));
  }
}
