package org.xingfuli.notice.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Words;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.Notices;
import org.xingfuli.notice.Notices.Notice;

/**
 * Tells people when what they may do has changed: appointed, revoked, or standing in for somebody. It stands here and not in
 * identity, since notices need to know who holds a role and identity must not need notices.
 */
@Component
class TellAppointed {

  private final Transactions transactions;
  private final Inbox inbox;
  private final People people;
  private final Notices notices;

  TellAppointed(Transactions transactions, Inbox inbox, People people, Notices notices) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.people = people;
    this.notices = notices;
  }

  @Async
  @TransactionalEventListener
  void on(AppointmentChanged changed) {
    // Asked before the transaction: who holds one connection and waits for a second waits for ever when all do so at once.
    var offices = people.offices(changed.personId()).stream().distinct().toList();
    transactions.run(SystemScope.of("notice.appointments"), () ->
        inbox.once("notice.appointments", changed.eventId(), () -> tell(changed.personId(), offices)));
  }

  private void tell(UUID person, List<Role> offices) {
    notices.notify(new Notice(AppointmentNotices.CHANGED,
        Map.of("offices", named(offices, "、", "无", Words::zh), "officesEn", named(offices, ", ", "none", Words::en)),
        new Audience.Person(person), "/account", "rights"));
  }

  private static String named(List<Role> offices, String between, String none, Function<Words, String> in) {
    return offices.isEmpty() ? none : offices.stream().map(Role::words).map(in).collect(Collectors.joining(between));
  }
}
