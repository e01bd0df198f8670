package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.Person;

/** People; row-level security shows those whose organisation the scope reaches, and oneself. */
@Component
public class PersonStore {

  private static final String COLUMNS = """
      select p.id, p.sign_in_name, p.name, p.title, p.organisation_id, p.area, p.phone, p.password_hash, p.password_changed_at,
        p.disabled_at from identity.person p\s""";

  private static final String MATCHING = """
      where (cast(:query as text) is null or p.name ilike :query or p.title ilike :query or p.sign_in_name ilike :query)
        and (cast(:organisation as uuid) is null or p.organisation_id = :organisation)
      """;

  private final JdbcClient jdbc;

  PersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Person> find(UUID id) {
    return jdbc.sql(COLUMNS + "where p.id = ?").param(id).query(PersonStore::read).optional();
  }

  /** The person, held until the transaction ends, so that two acts on the same person follow each other. */
  public Optional<Person> hold(UUID id) {
    return jdbc.sql(COLUMNS + "where p.id = ? for update").param(id).query(PersonStore::read).optional();
  }

  public Optional<Person> bySignInName(String signInName) {
    return jdbc.sql(COLUMNS + "where p.sign_in_name = ?").param(signInName).query(PersonStore::read).optional();
  }

  public List<Person> byIds(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "where p.id in (:ids)").param("ids", ids).query(PersonStore::read).list();
  }

  /** People in the order of their sign-in names, after the given one. */
  public List<Person> page(@Nullable String query, @Nullable UUID organisation, String after, int limit) {
    return jdbc.sql(COLUMNS + MATCHING + " and p.sign_in_name > :after order by p.sign_in_name limit :limit")
        .param("query", pattern(query))
        .param("organisation", organisation)
        .param("after", after)
        .param("limit", limit)
        .query(PersonStore::read)
        .list();
  }

  public long count(@Nullable String query, @Nullable UUID organisation) {
    return jdbc.sql("select count(*) from identity.person p " + MATCHING)
        .param("query", pattern(query))
        .param("organisation", organisation)
        .query(Long.class)
        .single();
  }

  /** Puts the person on record; false when the sign-in name is taken, by somebody seen or not. */
  public boolean insert(Person person, Instant now) {
    return jdbc.sql("""
            insert into identity.person (id, sign_in_name, name, title, organisation_id, area, phone, password_hash,
              password_changed_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sign_in_name) do nothing""")
        .params(person.id(), person.signInName(), person.name(), person.title(), person.organisationId(), person.area())
        .param(person.phone())
        .param(person.passwordHash())
        .param(time(person.passwordChangedAt()))
        .param(Timestamp.from(now))
        .update() == 1;
  }

  /** Corrects who and where the person is. */
  public void update(Person person) {
    jdbc.sql("update identity.person set name = ?, title = ?, organisation_id = ?, area = ?, phone = ? where id = ?")
        .params(person.name(), person.title(), person.organisationId(), person.area())
        .param(person.phone())
        .param(person.id())
        .update();
  }

  /** How many people of the organisation may sign in. */
  public long activeIn(UUID organisation) {
    return jdbc.sql("select count(*) from identity.person where organisation_id = ? and disabled_at is null")
        .param(organisation).query(Long.class).single();
  }

  /** Those of the sign-in names that are taken, by people seen or not. */
  public Set<String> taken(Collection<String> signInNames) {
    return signInNames.isEmpty()
        ? Set.of()
        : Set.copyOf(jdbc.sql("select sign_in_name from identity.person where sign_in_name in (:names)")
            .param("names", signInNames).query((row, n) -> row.getString(1)).list());
  }

  public void setPassword(UUID id, String hash, Instant now) {
    jdbc.sql("update identity.person set password_hash = ?, password_changed_at = ? where id = ?")
        .params(hash, Timestamp.from(now), id)
        .update();
  }

  /** Better settings for the same password: the day it was changed stays. */
  public void rehash(UUID id, String hash) {
    jdbc.sql("update identity.person set password_hash = ? where id = ?").params(hash, id).update();
  }

  public void setDisabled(UUID id, @Nullable Instant at) {
    jdbc.sql("update identity.person set disabled_at = ? where id = ?").param(time(at)).param(id).update();
  }

  /** Whether the names of a person long gone were erased. */
  public boolean erased(UUID id) {
    return jdbc.sql("select erased_at is not null from identity.person where id = ?").param(id).query(Boolean.class).single();
  }

  /** Takes the people of an organisation along to the area it is now looked after from. */
  public void moveArea(UUID organisationId, String area) {
    jdbc.sql("update identity.person set area = ? where organisation_id = ?").params(area, organisationId).update();
  }

  private static @Nullable String pattern(@Nullable String query) {
    return query == null || query.isBlank()
        ? null
        : "%" + query.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Person read(ResultSet row, int number) throws SQLException {
    return new Person(row.getObject("id", UUID.class), row.getString("sign_in_name"), row.getString("name"),
        row.getString("title"), row.getObject("organisation_id", UUID.class), row.getString("area"), row.getString("phone"),
        row.getString("password_hash"), instant(row, "password_changed_at"), instant(row, "disabled_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
