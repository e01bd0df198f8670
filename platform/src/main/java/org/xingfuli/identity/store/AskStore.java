package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Ask;

/** What one person has asked for and a second has to ask for too. */
@Component
public class AskStore {

  private final JdbcClient jdbc;

  AskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who has asked since then that it be done to the person. */
  public Optional<UUID> askedBy(Ask ask, UUID person, Instant since) {
    return jdbc.sql("select asked_by from " + table(ask) + " where person_id = ? and asked_at > ?")
        .params(person, Timestamp.from(since))
        .query(UUID.class)
        .optional();
  }

  /** Keeps who asked; the earlier asker is forgotten. */
  public void put(Ask ask, UUID person, UUID by, Instant now) {
    jdbc.sql("insert into " + table(ask) + " (person_id, asked_by, asked_at) values (?, ?, ?) "
            + "on conflict (person_id) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at")
        .params(person, by, Timestamp.from(now))
        .update();
  }

  public void delete(Ask ask, UUID person) {
    jdbc.sql("delete from " + table(ask) + " where person_id = ?").params(person).update();
  }

  /** Whether one has the other in hand: gave the other one of the hats, or has made the other a link since then. */
  public boolean hasInHand(UUID one, UUID other, Set<Role> hats, Instant since) {
    return jdbc.sql("""
            select exists (select from identity.appointment
                where person_id = :other and appointed_by = :one and revoked_at is null and role in (:hats))
              or exists (select from identity.one_time_link
                where person_id = :other and created_by = :one and created_at > :since)""")
        .param("one", one)
        .param("other", other)
        .param("hats", hats.stream().map(Role::name).toList())
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  private static String table(Ask ask) {
    return switch (ask) {
      case PASSWORD_LINK -> "identity.link_request";
      case SECOND_FACTOR_RESET -> "identity.second_factor_reset";
    };
  }
}
