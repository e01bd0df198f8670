package org.xingfuli.estate.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.store.DeedStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;

/** Writes down what is done to an estate, inside the act's own transaction, for everybody who sees the estate. */
@Component
public class History {

  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  private final DeedStore store;
  private final BusinessClock business;
  private final Clock clock;

  History(DeedStore store, BusinessClock business, Clock clock) {
    this.store = store;
    this.business = business;
    this.clock = clock;
  }

  /** What something in the estate is, for those who read of it later. */
  public record About(Deed.Kind kind, UUID id, @Nullable UUID building, String name) {

    public static About estate(Estate estate) {
      return new About(Deed.Kind.ESTATE, estate.id(), null, estate.name());
    }
  }

  /** Writes down what differs; nothing when nothing does. */
  public void changed(Estate estate, String act, About about, Map<String, @Nullable String> was,
      Map<String, @Nullable String> now, Because because) {
    var changes = Fields.differences(was, now);
    if (!changes.isEmpty()) {
      write(estate, act, about, changes, because);
    }
  }

  /** Writes down an act that is more than a change of fields. */
  public void did(Estate estate, String act, About about, Because because) {
    write(estate, act, about, List.of(), because);
  }

  /** Writes down what was done before the platform was there, by somebody without an account. */
  public void past(Estate estate, String act, About about, List<Deed.Change> changes, @Nullable String reason,
      String title, LocalDate day) {
    store.insert(estate, new Deed(UuidV7.create(), estate.id(), act, about.kind(), about.id(), about.building(),
        about.name(), changes, reason, null, null, title, day,
        day.atTime(END_OF_DAY).atZone(BusinessClock.ZONE).toInstant()));
  }

  private void write(Estate estate, String act, About about, List<Deed.Change> changes, Because because) {
    var scope = CurrentScope.get();
    boolean person = scope.kind() == Scope.Kind.PERSON;
    store.insert(estate, new Deed(UuidV7.create(), estate.id(), act, about.kind(), about.id(), about.building(),
        about.name(), changes, because.reason(), because.undoes(), person ? scope.principal() : null,
        person ? null : scope.actor(), business.today(), clock.instant()));
  }
}
