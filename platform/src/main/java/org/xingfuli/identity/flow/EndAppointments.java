package org.xingfuli.identity.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.kernel.UuidV7;

/**
 * Closes appointments and deputies whose last day has passed and puts that on record. They stopped counting at midnight
 * already, since every request reads the days; closing makes room for giving the same office again.
 */
@Component
class EndAppointments {

  private final Transactions transactions;
  private final AppointmentStore appointments;
  private final Rights rights;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndAppointments(Transactions transactions, AppointmentStore appointments, Rights rights, Audit audit,
      ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.appointments = appointments;
    this.rights = rights;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Everybody's. */
  void all() {
    transactions.run(SystemScope.of("identity.end-appointments"), () -> end(null));
  }

  /** One person's, before something new is given, in the running transaction. */
  void of(UUID person) {
    end(person);
  }

  private List<Appointment> end(@Nullable UUID person) {
    var over = appointments.end(person, rights.today(), clock.instant());
    over.forEach(appointment -> audit.record("identity.appointment-ended", new Subject("person", appointment.personId()),
        Appoint.facts(appointment)));
    over.stream().map(Appointment::personId).distinct()
        .forEach(whose -> events.publishEvent(new AppointmentChanged(UuidV7.create(), whose)));
    return over;
  }

  /** Runs it on one node at a time. */
  @Configuration(proxyBeanMethods = false)
  static class Timer {

    @Bean
    RecurringTask<Void> closeWhatRanOut(EndAppointments work) {
      return Tasks.recurring("identity.end-appointments", FixedDelay.ofMinutes(10))
          .execute((instance, context) -> work.all());
    }
  }
}
