package org.xingfuli.notice.flow;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.NoticeChannel;
import org.xingfuli.notice.NoticeChannel.Outgoing;
import org.xingfuli.notice.model.Template;
import org.xingfuli.notice.store.DeliveryStore;
import org.xingfuli.notice.store.MessageStore;
import org.xingfuli.notice.store.MessageStore.NewMessage;
import org.xingfuli.notice.store.OutboxStore;
import org.xingfuli.notice.store.OutboxStore.Said;

/** Makes of what was said a message for everybody it is meant for, and a delivery for every channel that carries it. */
@Component
public class TakeApart {

  /** What inboxes on all nodes hear; the text is the person. */
  public static final String TOPIC = "notice.inbox";

  private static final Logger LOG = LoggerFactory.getLogger(TakeApart.class);
  private static final Scope SYSTEM = SystemScope.of("notice.dispatch");
  private static final int BATCH = 100;

  private final Transactions transactions;
  private final OutboxStore outbox;
  private final MessageStore messages;
  private final DeliveryStore deliveries;
  private final Templates templates;
  private final List<NoticeChannel> channels;
  private final People people;
  private final Bulletin bulletin;
  private final Clock clock;

  TakeApart(Transactions transactions, OutboxStore outbox, MessageStore messages, DeliveryStore deliveries,
      Templates templates, List<NoticeChannel> channels, People people, Bulletin bulletin, Clock clock) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.messages = messages;
    this.deliveries = deliveries;
    this.templates = templates;
    this.channels = channels;
    this.people = people;
    this.bulletin = bulletin;
    this.clock = clock;
  }

  /** Takes apart all that waits; a notice and its messages stand or fall together. */
  public void all() {
    int taken;
    do {
      taken = transactions.as(SYSTEM, () -> {
        var waiting = outbox.waiting(BATCH);
        waiting.forEach(this::takeApart);
        return waiting.size();
      });
    } while (taken == BATCH);
  }

  private void takeApart(Said said) {
    var kind = templates.kind(said.notice().kind());
    var words = templates.inForce(kind).filled(said.notice().values());
    boolean first = true;
    if (said.notice().audience() instanceof Audience.Contact contact) {
      tell(said, words, kind.urgent(), null, contact.telephone(), true);
    } else {
      for (var person : persons(said.notice().audience())) {
        first &= !tell(said, words, kind.urgent(), person, null, first);
      }
    }
    outbox.taken(said.id(), clock.instant());
  }

  private Collection<UUID> persons(Audience audience) {
    return switch (audience) {
      case Audience.Person one -> Set.of(one.id());
      case Audience.Holders holders -> people.holders(holders.role(), holders.area(), holders.project());
      case Audience.Contact contact -> Set.of();
    };
  }

  /** Whether it became a message of its own; what an unread one took in goes to the inbox only. */
  private boolean tell(Said said, Template words, boolean urgent, @Nullable UUID person,
      @Nullable String telephone, boolean first) {
    var id = UuidV7.create();
    boolean fresh = messages.put(new NewMessage(id, said.id(), words.kind(), person, telephone, words.titleZh(),
        words.bodyZh(), words.titleEn(), words.bodyEn(), said.notice().link(), urgent, said.notice().collapse(), said.at()));
    if (fresh) {
      var outgoing = new Outgoing(id, words.kind(), "", telephone, words.titleZh(), words.bodyZh(), words.titleEn(),
          words.bodyEn(), said.notice().link(), urgent, first, said.at());
      channels.stream().filter(channel -> channel.carries(outgoing)).forEach(channel ->
          deliveries.put(UuidV7.create(), id, channel.code(), clock.instant()));
    }
    if (person != null) {
      bulletin.post(TOPIC, person.toString());
    }
    LOG.debug("{} said to {}", words.kind(), person);
    return fresh;
  }
}
