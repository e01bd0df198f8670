package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.Person;

/** People; row-level security shows those whose organisation the scope reaches, and oneself. */
@Component
public class PersonStore {

  private static final String COLUMNS = """
      select p.id, p.sign_in_name, p.name, p.title, p.organisation_id, p.area, p.password_hash, p.password_changed_at,
        p.disabled_at from identity.person p\s""";

  private static final String MATCHING = """
      where (cast(:query as text) is null or p.name ilike :query or p.title ilike :query or p.sign_in_name ilike :query)
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
  public List<Person> page(@Nullable String query, String after, int limit) {
    return jdbc.sql(COLUMNS + MATCHING + " and p.sign_in_name > :after order by p.sign_in_name limit :limit")
        .param("query", pattern(query))
        .param("after", after)
        .param("limit", limit)
        .query(PersonStore::read)
        .list();
  }

  public long count(@Nullable String query) {
    return jdbc.sql("select count(*) from identity.person p " + MATCHING)
        .param("query", pattern(query))
        .query(Long.class)
        .single();
  }

  /** Puts the person on record; false when the sign-in name is taken, by somebody seen or not. */
  public boolean insert(Person person, Instant now) {
    return jdbc.sql("""
            insert into identity.person (id, sign_in_name, name, title, organisation_id, area, password_hash,
              password_changed_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sign_in_name) do nothing""")
        .params(person.id(), person.signInName(), person.name(), person.title(), person.organisationId(), person.area())
        .param(person.passwordHash())
        .param(time(person.passwordChangedAt()))
        .param(Timestamp.from(now))
        .update() == 1;
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
        row.getString("title"), row.getObject("organisation_id", UUID.class), row.getString("area"),
        row.getString("password_hash"), instant(row, "password_changed_at"), instant(row, "disabled_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
