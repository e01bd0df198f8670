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
import org.xingfuli.identity.By;

/** Keeps what was learnt of the clerks' corrections, and which of it is asked. */
@Component
public class RoutingStore {

  /**
   * A model without its weights.
   *
   * @param precision of what it suggests, by cross-validation; absent where nothing could be held back
   * @param rejected share it leaves to a person
   */
  public record Made(UUID id, String version, Instant at, By by, int rows, int classes, @Nullable Double precision, double rejected,
      double seconds) {}

  /** An appeal whose class a person has said. */
  public record Labelled(UUID id, String title, String words, String classCode) {}

  private final JdbcClient jdbc;

  RoutingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest appeals of which a person has said or confirmed the class. */
  public List<Labelled> labelled(int most) {
    return jdbc.sql("select id, title, words, class_code from appeal.appeal where class_by = 'PERSON' "
            + "and class_code is not null and erased_at is null order by id desc limit ?")
        .param(most).query((row, n) -> new Labelled(Fields.id(row, "id"), row.getString("title"), row.getString("words"),
            row.getString("class_code"))).list();
  }

  /** How many classes people have said since then. */
  public long since(Instant moment) {
    return jdbc.sql("""
            select count(*) from appeal.entry e join appeal.appeal a on a.id = e.appeal_id
            where e.act = 'CORRECT' and e.at > ? and jsonb_exists(e.facts, 'class')""")
        .param(Fields.utc(moment)).query(Long.class).single();
  }

  public void insert(Made made, byte[] model) {
    jdbc.sql("""
            insert into appeal.routing_model (id, version, made_at, made_by, maker, rows, classes, precision, rejected, seconds, model)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(made.id(), made.version(), Fields.utc(made.at()), made.by().id(), made.by().title(), made.rows(),
            made.classes(), made.precision(), made.rejected(), made.seconds(), model)).update();
  }

  /** All models, the latest first. */
  public List<Made> all() {
    return jdbc.sql("""
            select id, version, made_at, made_by, maker, rows, classes, precision, rejected, seconds from appeal.routing_model
            order by id desc""").query(RoutingStore::row).list();
  }

  public Optional<byte[]> model(UUID id) {
    return jdbc.sql("select model from appeal.routing_model where id = ?").param(id).query((row, n) -> row.getBytes(1)).optional();
  }

  /** The model that is asked; none while the rules of the first day are. */
  public @Nullable UUID chosen() {
    return jdbc.sql("select model_id from appeal.routing_choice").query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single().orElse(null);
  }

  public void choose(@Nullable UUID model) {
    jdbc.sql("update appeal.routing_choice set model_id = ?, learn_anew = false").params(Fields.values(model)).update();
  }

  /** Every model goes, and none is asked; whether one was, and is to be learnt anew, is kept. */
  public void forget() {
    jdbc.sql("""
            update appeal.routing_choice
            set erasures = erasures + 1, learn_anew = learn_anew or model_id is not null, model_id = null""").update();
    jdbc.sql("delete from appeal.routing_model").update();
  }

  /** How often words were erased; held until the transaction ends if wanted, so that none are meanwhile. */
  public long erasures(boolean held) {
    return jdbc.sql("select erasures from appeal.routing_choice" + (held ? " for update" : "")).query(Long.class).single();
  }

  public boolean toLearnAnew() {
    return jdbc.sql("select learn_anew from appeal.routing_choice").query(Boolean.class).single();
  }

  private static Made row(ResultSet row, int number) throws SQLException {
    return new Made(Fields.id(row, "id"), row.getString("version"), Fields.instant(row, "made_at"),
        new By(Fields.id(row, "made_by"), row.getString("maker")), row.getInt("rows"), row.getInt("classes"),
        row.getObject("precision", Double.class), row.getDouble("rejected"), row.getDouble("seconds"));
  }
}
