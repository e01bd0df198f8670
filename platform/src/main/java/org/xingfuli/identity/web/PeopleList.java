package org.xingfuli.identity.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.flow.SignInGuard;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.AttemptStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Mask;
import org.xingfuli.wire.Page;

/** The people the caller looks after, with what they hold. */
@Component
class PeopleList {

  private final Transactions transactions;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final AttemptStore attempts;
  private final Organisations organisations;
  private final AppointmentViews views;
  private final Audit audit;
  private final Clock clock;

  PeopleList(Transactions transactions, PersonStore people, AppointmentStore appointments, AttemptStore attempts,
      Organisations organisations, AppointmentViews views, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.appointments = appointments;
    this.attempts = attempts;
    this.organisations = organisations;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  Page<PersonRow> page(@Nullable String query, @Nullable UUID organisation, @Nullable String cursor, int limit) {
    var after = Cursor.read(cursor, 1);
    return transactions.here(() -> {
      var found = people.page(query, organisation, after.isEmpty() ? "" : after.getFirst(), limit + 1);
      var shown = found.subList(0, Math.min(limit, found.size()));
      var next = found.size() > limit ? Cursor.after(shown.getLast().signInName()) : null;
      return new Page<>(rows(shown), next, people.count(query, organisation));
    });
  }

  /** One person. */
  PersonRow one(UUID id) {
    return transactions.here(() -> rows(List.of(people.find(id).orElseThrow(
        () -> new Refused(Refusal.of("common.not-found")))))).getFirst();
  }

  /** Everybody the query finds; that somebody took them along is recorded. */
  List<PersonRow> all(@Nullable String query) {
    return transactions.here(() -> {
      var rows = rows(people.page(query, null, "", Integer.MAX_VALUE));
      audit.record("identity.people-export", new Subject("person", CurrentScope.get().principal()),
          Map.of("rows", rows.size()));
      return rows;
    });
  }

  private List<PersonRow> rows(List<Person> shown) {
    var held = appointments.ofPeople(shown.stream().map(Person::id).toList());
    var seen = views.of(held);
    var byPerson = new HashMap<UUID, List<AppointmentView>>();
    for (var at = 0; at < held.size(); at++) {
      byPerson.computeIfAbsent(held.get(at).personId(), whose -> new ArrayList<>()).add(seen.get(at));
    }
    var names = organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    var locked = attempts.locked(
        shown.stream().map(person -> SignInGuard.nameKey(person.signInName())).toList(), clock.instant());
    var rows = new ArrayList<PersonRow>();
    for (var person : shown) {
      UUID organisation = person.organisationId();
      rows.add(new PersonRow(person.id(), person.name(), person.title(), person.signInName(), organisation,
          names.getOrDefault(organisation, ""), Mask.phone(person.phone()), person.disabled(), person.passwordHash() != null,
          locked.get(SignInGuard.nameKey(person.signInName())), byPerson.getOrDefault(person.id(), List.of())));
    }
    return rows;
  }
}
