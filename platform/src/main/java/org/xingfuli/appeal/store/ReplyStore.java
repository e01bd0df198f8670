package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.UuidV7;

/** Keeps replies with the proof of their outcome, and what was said when the complainant was called back. */
@Component
public class ReplyStore {

  /** A reply as it was signed. */
  public record Reply(UUID id, UUID appeal, int round, String words, Outcome outcome, UUID signedBy, String signer,
      Instant signedAt, boolean withLead) {}

  /** What a call-back came to. */
  public enum Result { SATISFIED, UNSATISFIED, UNREACHED }

  /**
   * One call-back.
   *
   * @param byComplainant whether the complainant said so on the resident page
   * @param recheck whether it was drawn at random after closing
   */
  public record CallBack(UUID id, int round, Instant at, Result result, @Nullable Boolean resolved, String words, String byTitle,
      boolean byComplainant, boolean recheck) {}

  private final JdbcClient jdbc;

  ReplyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a reply of the appeal's present round with its proofs. */
  public UUID insert(Appeal appeal, String words, Outcome outcome, List<Proof> proofs, By by, Instant at, boolean withLead) {
    var id = UuidV7.create();
    jdbc.sql("""
            insert into appeal.reply (id, appeal_id, area, estate_id, round, words, outcome, signed_by, signer, signed_at, with_lead)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(id, appeal.id(), appeal.area(), appeal.estate(), appeal.round(), words, outcome.name(), by.id(), by.title(),
            Fields.utc(at), withLead)).update();
    for (var proof : proofs) {
      boolean evidence = proof.kind() == Proof.Kind.EVIDENCE;
      jdbc.sql("""
              insert into appeal.proof (id, reply_id, appeal_id, area, estate_id, kind, evidence_id, activity_id, words)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(Fields.values(UuidV7.create(), id, appeal.id(), appeal.area(), appeal.estate(), proof.kind().name(),
              evidence ? proof.target() : null, proof.kind() == Proof.Kind.ACTIVITY ? proof.target() : null, proof.words()))
          .update();
    }
    return id;
  }

  /** The replies to an appeal, the first round first. */
  public List<Reply> of(UUID appeal) {
    return jdbc.sql("select * from appeal.reply where appeal_id = ? order by round").param(appeal)
        .query(ReplyStore::reply).list();
  }

  public Optional<Reply> ofRound(UUID appeal, int round) {
    return jdbc.sql("select * from appeal.reply where appeal_id = ? and round = ?").params(appeal, round)
        .query(ReplyStore::reply).optional();
  }

  public List<Proof> proofs(UUID reply) {
    return jdbc.sql("select * from appeal.proof where reply_id = ? order by id").param(reply)
        .query((row, n) -> {
          var kind = Proof.Kind.valueOf(row.getString("kind"));
          return new Proof(kind, kind == Proof.Kind.EVIDENCE ? Fields.idIfAny(row, "evidence_id")
              : Fields.idIfAny(row, "activity_id"), row.getString("words"));
        }).list();
  }

  public void insert(Appeal appeal, CallBack call, UUID by) {
    jdbc.sql("""
            insert into appeal.call_back (id, appeal_id, area, estate_id, round, at, result, resolved, words, by_id, by_title,
              by_complainant, recheck)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(call.id(), appeal.id(), appeal.area(), appeal.estate(), call.round(), Fields.utc(call.at()),
            call.result().name(), call.resolved(), call.words(), by, call.byTitle(), call.byComplainant(), call.recheck()))
        .update();
  }

  /** The call-backs of an appeal, the first one first. */
  public List<CallBack> callBacks(UUID appeal) {
    return jdbc.sql("select * from appeal.call_back where appeal_id = ? order by id").param(appeal)
        .query((row, n) -> new CallBack(Fields.id(row, "id"), row.getInt("round"), Fields.instant(row, "at"),
            Result.valueOf(row.getString("result")), row.getObject("resolved", Boolean.class), row.getString("words"),
            row.getString("by_title"), row.getBoolean("by_complainant"), row.getBoolean("recheck"))).list();
  }

  private static Reply reply(ResultSet row, int number) throws SQLException {
    return new Reply(Fields.id(row, "id"), Fields.id(row, "appeal_id"), row.getInt("round"), row.getString("words"),
        Outcome.valueOf(row.getString("outcome")), Fields.id(row, "signed_by"), row.getString("signer"),
        Fields.instant(row, "signed_at"), row.getBoolean("with_lead"));
  }
}
