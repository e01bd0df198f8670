package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.WalkIn;

/** Keeps what only the table of a reception point knows of an appeal. */
@Component
public class WalkInStore {

  private static final int MOST = 500;

  private final JdbcClient jdbc;

  WalkInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(WalkIn one, Appeal appeal) {
    jdbc.sql("""
            insert into appeal.walk_in (appeal_id, point_id, area, estate_id, came_at, teller, at_once, answer_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(one.appeal(), one.point(), appeal.area(), appeal.estate(), Fields.utc(one.cameAt()), one.teller().name(),
            one.atOnce(), Fields.utcIfAny(one.answerBy()))).update();
  }

  public Optional<WalkIn> find(UUID appeal) {
    return jdbc.sql("select * from appeal.walk_in where appeal_id = ?").param(appeal).query(WalkInStore::row).optional();
  }

  /** Who came to the point from one moment to another, and before that whose answer still stands out; the latest first. */
  public List<WalkIn> queue(UUID point, Instant from, Instant to) {
    return jdbc.sql("""
            select w.* from appeal.walk_in w join appeal.appeal a on a.id = w.appeal_id
            where w.point_id = :point and w.came_at < :to and (w.came_at >= :from
              or w.answer_by is not null and a.state not in ('REPLIED', 'CLOSED', 'ARCHIVED', 'MERGED'))
            order by w.came_at desc, w.appeal_id desc limit :most""")
        .param("point", point).param("from", Fields.utc(from)).param("to", Fields.utc(to)).param("most", MOST)
        .query(WalkInStore::row).list();
  }

  private static WalkIn row(ResultSet row, int number) throws SQLException {
    return new WalkIn(Fields.id(row, "appeal_id"), Fields.id(row, "point_id"), Fields.instant(row, "came_at"),
        WalkIn.Teller.valueOf(row.getString("teller")), row.getBoolean("at_once"), Fields.instantIfAny(row, "answer_by"));
  }
}
