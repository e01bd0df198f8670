package org.xingfuli.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the chain; nothing here changes or deletes an entry or a seal, and the login may not either. */
@Repository
class AuditStore {

  static final String ENTRY =
      "e.id, e.at, e.principal, e.kind, e.title, e.act, e.subject_type, e.subject_id, e.facts, e.personal_hash";
  private static final long SEALER_LOCK = 0x7365616c6572L;
  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  AuditStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  void insert(Entry entry) {
    jdbc.sql("""
            with written as (
              insert into audit.entry (id, at, principal, kind, title, act, subject_type, subject_id, facts, personal_hash)
              values (:id, :at, :principal, :kind, :title, :act, :subjectType, :subjectId, :facts, :personalHash)
              returning id)
            insert into audit.unsealed (entry_id) select id from written""")
        .param("id", entry.id())
        .param("at", offset(entry.at()))
        .param("principal", entry.principal())
        .param("kind", entry.kind())
        .param("title", entry.title())
        .param("act", entry.act())
        .param("subjectType", entry.subject().type())
        .param("subjectId", entry.subject().id())
        .param("facts", entry.facts())
        .param("personalHash", entry.personalHash(), Types.BINARY)
        .update();
  }

  void insertPersonal(UUID entryId, byte[] salt, String person, String data) {
    jdbc.sql("insert into audit.personal (entry_id, salt, person, data) values (?, ?, ?, ?)")
        .params(entryId, salt, person, data)
        .update();
  }

  /** The same for many, in two statements. */
  void insert(List<Audit.Written> written) {
    template.batchUpdate("""
            with written as (
              insert into audit.entry (id, at, principal, kind, title, act, subject_type, subject_id, facts, personal_hash)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id)
            insert into audit.unsealed (entry_id) select id from written""", written, BATCH, (statement, one) -> {
      var entry = one.entry();
      statement.setObject(1, entry.id());
      statement.setObject(2, offset(entry.at()));
      statement.setObject(3, entry.principal());
      statement.setString(4, entry.kind());
      statement.setString(5, entry.title());
      statement.setString(6, entry.act());
      statement.setString(7, entry.subject().type());
      statement.setObject(8, entry.subject().id());
      statement.setString(9, entry.facts());
      statement.setBytes(10, entry.personalHash());
    });
    var personal = written.stream().filter(one -> one.personal() != null).toList();
    template.batchUpdate("insert into audit.personal (entry_id, salt, person, data) values (?, ?, ?, ?)", personal, BATCH,
        (statement, one) -> {
          var kept = Objects.requireNonNull(one.personal());
          statement.setObject(1, one.entry().id());
          statement.setBytes(2, kept.salt());
          statement.setString(3, kept.person());
          statement.setString(4, kept.data());
        });
  }

  int erasePersonal(UUID principal) {
    return jdbc.sql("""
            delete from audit.personal where entry_id in (select id from audit.entry where principal = ?)""")
        .param(principal)
        .update();
  }

  /** Whether this transaction is the one sealer; held until it ends. */
  boolean becomeSealer() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)").param(SEALER_LOCK).query(Boolean.class).single();
  }

  List<Entry> unsealed(int most) {
    return jdbc.sql("select " + ENTRY + " from audit.unsealed u join audit.entry e on e.id = u.entry_id order by e.id limit ?")
        .param(most)
        .query((row, n) -> entry(row))
        .list();
  }

  void seal(List<Seal> seals) {
    template.batchUpdate("insert into audit.seal (number, entry_id, content, hash, at) values (?, ?, ?, ?, ?)", seals,
        seals.size(), (statement, seal) -> {
          statement.setLong(1, seal.number());
          statement.setObject(2, seal.entryId());
          statement.setBytes(3, seal.content());
          statement.setBytes(4, seal.hash());
          statement.setTimestamp(5, Timestamp.from(seal.at()));
        });
    template.batchUpdate("delete from audit.unsealed where entry_id = ?", seals, seals.size(),
        (statement, seal) -> statement.setObject(1, seal.entryId()));
  }

  /** The last link. */
  Optional<Seal> head() {
    return jdbc.sql("select number, entry_id, content, hash, at from audit.seal order by number desc limit 1")
        .query((row, n) -> seal(row))
        .optional();
  }

  long countEntries() {
    return jdbc.sql("select count(*) from audit.entry").query(Long.class).single();
  }

  /** A record with its link, which is absent while it waits. */
  record Found(Entry entry, @Nullable Seal seal) {}

  Optional<Found> recorded(String act, Subject subject) {
    return jdbc.sql("select s.number, s.entry_id, s.content, s.hash, s.at as sealed_at, " + ENTRY + """
           from audit.entry e left join audit.seal s on s.entry_id = e.id
          where e.act = :act and e.id >= :subject and e.subject_id = :subject and e.subject_type = :type
          order by e.id limit 1""")
        .param("act", act).param("subject", subject.id()).param("type", subject.type())
        .query((row, n) -> new Found(entry(row), row.getObject("entry_id") == null ? null
            : new Seal(row.getLong("number"), row.getObject("entry_id", UUID.class), row.getBytes("content"),
                row.getBytes("hash"), row.getTimestamp("sealed_at").toInstant())))
        .optional();
  }

  Set<UUID> subjects(String act) {
    return Set.copyOf(jdbc.sql("select distinct subject_id from audit.entry where act = ?").param(act)
        .query((row, n) -> row.getObject(1, UUID.class)).list());
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("principal", UUID.class), row.getString("kind"), row.getString("title"), row.getString("act"),
        new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)), row.getString("facts"),
        row.getBytes("personal_hash"));
  }

  static Seal seal(ResultSet row) throws SQLException {
    return new Seal(row.getLong("number"), row.getObject("entry_id", UUID.class), row.getBytes("content"),
        row.getBytes("hash"), row.getTimestamp("at").toInstant());
  }

  static OffsetDateTime offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
