package org.xingfuli.notice.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.notice.NoticeChannel;
import org.xingfuli.notice.NoticeChannel.NotHandedOver;
import org.xingfuli.notice.NoticeChannel.Outgoing;
import org.xingfuli.notice.NoticeProperties;
import org.xingfuli.notice.model.DeliveryState;
import org.xingfuli.notice.model.DeliveryState.Act;
import org.xingfuli.notice.model.Masked;
import org.xingfuli.notice.store.DeliveryStore;
import org.xingfuli.notice.store.DeliveryStore.Delivery;
import org.xingfuli.notice.store.WordsStore;

/**
 * Hands over what is due. A delivery is leased before its channel is asked and settled afterwards, each in a transaction of its
 * own: no connection waits for a slow gateway, two nodes never hand over the same, and what a killed node had in hand is tried
 * again under the same id when the lease has ended.
 */
@Component
public class HandOver {

  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final Scope SYSTEM = SystemScope.of("notice.dispatch");
  private static final int BATCH = 50;
  /** Longer than a batch can take, slow as its channels may be. */
  private static final int LEASE_PATIENCES = BATCH + 10;
  private static final int MOST_DOUBLINGS = 10;

  private final Transactions transactions;
  private final DeliveryStore store;
  private final WordsStore settings;
  private final Map<String, NoticeChannel> channels;
  private final NoticeProperties properties;
  private final People people;
  private final BusinessClock business;
  private final Clock clock;

  HandOver(Transactions transactions, DeliveryStore store, WordsStore settings, List<NoticeChannel> channels,
      NoticeProperties properties, People people, BusinessClock business, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.settings = settings;
    this.channels = channels.stream().collect(Collectors.toMap(NoticeChannel::code, Function.identity()));
    this.properties = properties;
    this.people = people;
    this.business = business;
    this.clock = clock;
  }

  /** Hands over all that is due now. */
  public void all() {
    List<Delivery> due;
    do {
      due = transactions.as(SYSTEM, () -> {
        boolean quiet = settings.quietHours().at(LocalTime.ofInstant(business.now(), BusinessClock.ZONE));
        return store.lease(clock.instant(), properties.patience().multipliedBy(LEASE_PATIENCES), quiet, BATCH);
      });
      var names = people.names(due.stream().map(Delivery::person).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
      due.forEach(delivery -> settle(delivery, failure(delivery, names)));
    } while (due.size() == BATCH);
  }

  /** Why it is not there, nothing when it is. */
  private @Nullable String failure(Delivery delivery, Map<UUID, String> names) {
    var channel = channels.get(delivery.channel());
    if (channel == null) {
      return "渠道已停用 / the channel is switched off";
    }
    try {
      channel.handOver(outgoing(delivery, names));
      return null;
    } catch (NotHandedOver e) {
      return e.getMessage();
    } catch (RuntimeException e) {
      LOG.error("channel {} broke on {}", delivery.channel(), delivery.id(), e);
      return e.getClass().getSimpleName();
    }
  }

  private static Outgoing outgoing(Delivery delivery, Map<UUID, String> names) {
    var recipient = delivery.person() == null
        ? Masked.telephone(Objects.requireNonNull(delivery.address()))
        : names.getOrDefault(delivery.person(), "");
    return new Outgoing(delivery.id(), delivery.kind(), recipient, delivery.address(), delivery.titleZh(), delivery.bodyZh(),
        delivery.titleEn(), delivery.bodyEn(), delivery.link(), delivery.urgent(), delivery.first(), delivery.at());
  }

  private void settle(Delivery delivery, @Nullable String failure) {
    var now = clock.instant();
    boolean over = delivery.attempts() >= properties.attempts();
    var act = failure == null ? Act.HAND_OVER : over ? Act.GIVE_UP : null;
    var state = act == null ? delivery.state() : DeliveryState.GRAPH.move(delivery.state(), act).orRefuse();
    if (failure != null) {
      LOG.warn("{} by {} is not there after {} attempts: {}", delivery.id(), delivery.channel(), delivery.attempts(), failure);
    }
    transactions.run(SYSTEM, () -> store.settle(delivery.id(), state, now.plus(pause(delivery.attempts())), failure, now));
  }

  private Duration pause(int attempts) {
    return properties.pause().multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
  }
}
