package org.xingfuli.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that one administrator has asked for and a second has to ask for too. */
@Component
public class LinkRequestStore {

  private final JdbcClient jdbc;

  LinkRequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who has asked for a link for the person since then. */
  public Optional<UUID> askedBy(UUID person, Instant since) {
    return jdbc.sql("select asked_by from identity.link_request where person_id = ? and asked_at > ?")
        .params(person, Timestamp.from(since))
        .query(UUID.class)
        .optional();
  }

  /** Keeps who asked; the earlier asker is forgotten. */
  public void put(UUID person, UUID by, Instant now) {
    jdbc.sql("""
            insert into identity.link_request (person_id, asked_by, asked_at) values (?, ?, ?)
            on conflict (person_id) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at""")
        .params(person, by, Timestamp.from(now))
        .update();
  }

  public void delete(UUID person) {
    jdbc.sql("delete from identity.link_request where person_id = ?").params(person).update();
  }

  /** Whether one administrator has the other in hand: appointed the other, or has made the other a link since then. */
  public boolean hasInHand(UUID one, UUID other, Instant since) {
    return jdbc.sql("""
            select exists (select from identity.appointment
                where person_id = :other and appointed_by = :one and role = 'ADMINISTRATOR' and revoked_at is null)
              or exists (select from identity.one_time_link
                where person_id = :other and created_by = :one and created_at > :since)""")
        .param("one", one)
        .param("other", other)
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }
}
