package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.database.Columns;
import org.xingfuli.kernel.UuidV7;

/** Keeps what stands beside an appeal: units that help, extensions asked for, what it is linked to, its words for searching. */
@Component
public class SideStore {

  /** A unit that helps, and what it answered. */
  public record Support(UUID organisation, String asked, Instant askedAt, @Nullable String answer, @Nullable Instant answeredAt) {}

  /** More time that was asked for. */
  public record Extension(UUID id, int round, UUID askedBy, Instant askedAt, String reason, int days, @Nullable UUID decidedBy,
      @Nullable Instant decidedAt, @Nullable Boolean granted) {}

  /** What an appeal is about beside its place. */
  public record Linked(String kind, UUID target, String words, Instant linkedAt) {}

  /** The words of one appeal for searching. */
  public record Text(UUID appeal, String area, @Nullable UUID estate, String plain, int[] keys) {}

  private final JdbcClient jdbc;

  SideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asks a unit to help; asked again, it is asked anew. */
  public void ask(Appeal appeal, UUID organisation, String words, Instant at) {
    jdbc.sql("""
            insert into appeal.support (appeal_id, organisation_id, area, estate_id, asked, asked_at) values (?, ?, ?, ?, ?, ?)
            on conflict (appeal_id, organisation_id) do update
              set asked = excluded.asked, asked_at = excluded.asked_at, answer = null, answered_at = null""")
        .params(Fields.values(appeal.id(), organisation, appeal.area(), appeal.estate(), words, Fields.utc(at))).update();
  }

  public boolean answer(UUID appeal, UUID organisation, String words, Instant at) {
    return jdbc.sql("update appeal.support set answer = ?, answered_at = ? where appeal_id = ? and organisation_id = ?")
        .params(words, Fields.utc(at), appeal, organisation).update() == 1;
  }

  public List<Support> supports(UUID appeal) {
    return jdbc.sql("select * from appeal.support where appeal_id = ? order by asked_at, organisation_id").param(appeal)
        .query((row, n) -> new Support(Fields.id(row, "organisation_id"), row.getString("asked"),
            Fields.instant(row, "asked_at"), row.getString("answer"), Fields.instantIfAny(row, "answered_at"))).list();
  }

  public boolean supports(UUID appeal, Collection<UUID> units) {
    return jdbc.sql("select count(*) from appeal.support where appeal_id = ? and organisation_id = any(?)")
        .params(appeal, units.toArray(UUID[]::new)).query(Long.class).single() > 0;
  }

  public void askExtension(Appeal appeal, UUID by, Instant at, String reason, int days) {
    jdbc.sql("""
            insert into appeal.extension (id, appeal_id, area, estate_id, round, asked_by, asked_at, reason, days)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(UuidV7.create(), appeal.id(), appeal.area(), appeal.estate(), appeal.round(), by, Fields.utc(at), reason, days))
        .update();
  }

  public Optional<Extension> openExtension(UUID appeal) {
    return extensions(appeal).stream().filter(extension -> extension.decidedAt() == null).findFirst();
  }

  public List<Extension> extensions(UUID appeal) {
    return jdbc.sql("select * from appeal.extension where appeal_id = ? order by id").param(appeal)
        .query((row, n) -> new Extension(Fields.id(row, "id"), row.getInt("round"), Fields.id(row, "asked_by"),
            Fields.instant(row, "asked_at"), row.getString("reason"), row.getInt("days"), Fields.idIfAny(row, "decided_by"),
            Fields.instantIfAny(row, "decided_at"), row.getObject("granted", Boolean.class))).list();
  }

  public void decide(UUID extension, UUID by, Instant at, boolean granted) {
    jdbc.sql("update appeal.extension set decided_by = ?, decided_at = ?, granted = ? where id = ?")
        .params(by, Fields.utc(at), granted, extension).update();
  }

  /** Links once; the same link again changes nothing. */
  public void link(Appeal appeal, String kind, UUID target, String words, UUID by, Instant at) {
    jdbc.sql("""
            insert into appeal.link (appeal_id, kind, target_id, area, estate_id, words, linked_by, linked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(Fields.values(appeal.id(), kind, target, appeal.area(), appeal.estate(), words, by, Fields.utc(at))).update();
  }

  public boolean unlink(UUID appeal, UUID target) {
    return jdbc.sql("delete from appeal.link where appeal_id = ? and target_id = ?").params(appeal, target).update() > 0;
  }

  /** An appeal and what of these it is linked to. */
  public record LinkedAppeal(UUID appeal, UUID target) {}

  /** The appeals linked to one of these, in the order of their ids. */
  public List<LinkedAppeal> linked(String kind, Collection<UUID> targets) {
    return jdbc.sql("select appeal_id, target_id from appeal.link where kind = ? and target_id = any(?) order by appeal_id, target_id")
        .params(kind, targets.toArray(UUID[]::new))
        .query((row, n) -> new LinkedAppeal(Fields.id(row, "appeal_id"), Fields.id(row, "target_id"))).list();
  }

  public List<Linked> links(UUID appeal) {
    return jdbc.sql("select * from appeal.link where appeal_id = ? order by linked_at, target_id").param(appeal)
        .query((row, n) -> new Linked(row.getString("kind"), Fields.id(row, "target_id"), row.getString("words"),
            Fields.instant(row, "linked_at"))).list();
  }

  /** Appeals that were not read for searching yet, the first one first. */
  public List<UUID> undigested(int most) {
    return jdbc.sql("select appeal_id from appeal.undigested order by appeal_id limit ? for update skip locked").param(most)
        .query((row, n) -> Fields.id(row, "appeal_id")).list();
  }

  public void digested(Collection<UUID> appeals) {
    jdbc.sql("delete from appeal.undigested where appeal_id = any(?)").param(appeals.toArray(UUID[]::new)).update();
  }

  /** The appeal's words have changed: it is to be read for searching again, also when it is being read now. */
  public void digestAgain(UUID appeal) {
    jdbc.sql("""
            insert into appeal.undigested (appeal_id) values (?)
            on conflict (appeal_id) do update set appeal_id = excluded.appeal_id""").param(appeal).update();
  }

  public void texts(List<Text> texts) {
    jdbc.sql("""
            insert into appeal.search_text (appeal_id, area, estate_id, plain, keys)
            select r.appeal_id, r.area, r.estate_id, r.plain, r.keys::integer[]
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[]) as r (appeal_id, area, estate_id, plain, keys)
            on conflict (appeal_id) do update set area = excluded.area, estate_id = excluded.estate_id, plain = excluded.plain,
              keys = excluded.keys""")
        .params(List.of(Columns.text(texts, Text::appeal), Columns.text(texts, Text::area), Columns.text(texts, Text::estate),
            Columns.text(texts, Text::plain), Columns.text(texts, text -> Columns.numbers(text.keys()))))
        .update();
  }
}
