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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xingfuli.database.Columns;

/** The tables of the chain; nothing here changes or deletes an entry or a seal, and the login may not either. */
@Repository
class AuditStore {

  static final String ENTRY =
      "e.id, e.at, e.principal, e.kind, e.title, e.act, e.subject_type, e.subject_id, e.facts, e.personal_hash";
  private static final long SEALER_LOCK = 0x7365616c6572L;

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
    var entries = written.stream().map(Audit.Written::entry).toList();
    jdbc.sql("""
            with written as (
              insert into audit.entry (id, at, principal, kind, title, act, subject_type, subject_id, facts, personal_hash)
              select * from unnest(?::uuid[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                ?::text[], ?::bytea[]) returning id)
            insert into audit.unsealed (entry_id) select id from written""")
        .params(List.of(Columns.text(entries, Entry::id), Columns.text(entries, Entry::at), Columns.text(entries, Entry::principal),
            Columns.text(entries, Entry::kind), Columns.text(entries, Entry::title), Columns.text(entries, Entry::act),
            Columns.text(entries, entry -> entry.subject().type()), Columns.text(entries, entry -> entry.subject().id()),
            Columns.text(entries, Entry::facts), Columns.text(entries, entry -> Columns.bytes(entry.personalHash()))))
        .update();
    var personal = written.stream().filter(one -> one.personal() != null).toList();
    if (personal.isEmpty()) {
      return;
    }
    jdbc.sql("""
            insert into audit.personal (entry_id, salt, person, data)
            select * from unnest(?::uuid[], ?::bytea[], ?::text[], ?::text[])""")
        .params(List.of(Columns.text(personal, one -> one.entry().id()), Columns.text(personal, one -> Columns.bytes(kept(one).salt())),
            Columns.text(personal, one -> kept(one).person()), Columns.text(personal, one -> kept(one).data())))
        .update();
  }

  private static Audit.Kept kept(Audit.Written one) {
    return Objects.requireNonNull(one.personal());
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
    jdbc.sql("""
            with sealed as (
              insert into audit.seal (number, entry_id, content, hash, at)
              select * from unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[], ?::timestamptz[]) returning entry_id)
            delete from audit.unsealed where entry_id in (select entry_id from sealed)""")
        .params(List.of(Columns.text(seals, Seal::number), Columns.text(seals, Seal::entryId), Columns.text(seals, seal -> Columns.bytes(seal.content())),
            Columns.text(seals, seal -> Columns.bytes(seal.hash())), Columns.text(seals, Seal::at)))
        .update();
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
