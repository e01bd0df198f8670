package org.xingfuli.utilities.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;

/** Keeps the sheets for stairwells. */
@Component
public class NoticeStore {

  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Notice notice, String area) {
    jdbc.sql("""
        insert into utilities.notice (id, request_id, building_id, building_number, services, state, first_day, last_day,
          from_time, to_time, due_at, estate_id, area)
        values (:id, :request, :building, :number, :services, :state, :first, :last, :from, :to, :due, :estate, :area)""")
        .param("id", notice.id()).param("request", notice.requestId()).param("building", notice.buildingId())
        .param("number", notice.buildingNumber()).param("services", Windows.names(notice.services()))
        .param("state", notice.state().name()).param("first", notice.window().firstDay())
        .param("last", notice.window().lastDay()).param("from", notice.window().from()).param("to", notice.window().to())
        .param("due", Windows.utc(notice.dueAt())).param("estate", notice.estateId()).param("area", area)
        .update();
  }

  /** The sheets that hang or should, of a request. */
  public List<Notice> ofRequest(UUID request) {
    return jdbc.sql("select * from utilities.notice where request_id = ? and state <> 'WITHDRAWN'" + ORDER).param(request)
        .query(NoticeStore::row).list();
  }

  private static final String ORDER = """
       order by due_at, nullif(regexp_replace(building_number, '[^0-9].*$', ''), '')::numeric nulls last, building_number, id""";

  /** The sheets of an estate or a request or of all in reach, for one of the services when given, the next due first. */
  public List<Notice> list(@Nullable UUID estate, @Nullable UUID request, @Nullable NoticeState state,
      @Nullable Collection<UtilityService> among, int limit, int offset) {
    return jdbc.sql("""
            select * from utilities.notice
            where (cast(:estate as uuid) is null or estate_id = cast(:estate as uuid))
              and (cast(:request as uuid) is null or request_id = cast(:request as uuid))
              and (cast(:state as text) is null or state = cast(:state as text))
              and (cast(:among as text[]) is null or services && cast(:among as text[]))""" + ORDER + " limit :limit offset :offset")
        .param("estate", estate).param("request", request).param("state", state == null ? null : state.name())
        .param("among", among == null ? null : Windows.names(among))
        .param("limit", limit).param("offset", offset).query(NoticeStore::row).list();
  }

  public long count(@Nullable UUID estate, @Nullable UUID request, @Nullable NoticeState state,
      @Nullable Collection<UtilityService> among) {
    return jdbc.sql("""
            select count(*) from utilities.notice
            where (cast(:estate as uuid) is null or estate_id = cast(:estate as uuid))
              and (cast(:request as uuid) is null or request_id = cast(:request as uuid))
              and (cast(:state as text) is null or state = cast(:state as text))
              and (cast(:among as text[]) is null or services && cast(:among as text[]))""")
        .param("estate", estate).param("request", request).param("state", state == null ? null : state.name())
        .param("among", among == null ? null : Windows.names(among))
        .query(Long.class).single();
  }

  public Optional<Notice> lock(UUID id) {
    return jdbc.sql("select * from utilities.notice where id = ? for update").param(id).query(NoticeStore::row).optional();
  }

  public Optional<Notice> find(UUID id) {
    return jdbc.sql("select * from utilities.notice where id = ?").param(id).query(NoticeStore::row).optional();
  }

  /** The sheet that stands for the same building in the place of one that was taken back. */
  public Optional<Notice> standing(Notice withdrawn) {
    return jdbc.sql("""
        select * from utilities.notice where request_id = ? and building_id = ? and state <> 'WITHDRAWN'
        order by id desc limit 1""").params(withdrawn.requestId(), withdrawn.buildingId()).query(NoticeStore::row).optional();
  }

  public void posted(UUID id, Instant at, UUID by) {
    jdbc.sql("update utilities.notice set state = 'POSTED', posted_at = ?, posted_by = ? where id = ?")
        .params(Windows.utc(at), by, id).update();
  }

  /** Those of a request must not hang any more. */
  public int withdraw(UUID request) {
    return jdbc.sql("update utilities.notice set state = 'WITHDRAWN' where request_id = ? and state <> 'WITHDRAWN'")
        .param(request).update();
  }

  private static Notice row(ResultSet row, int number) throws SQLException {
    return new Notice(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class),
        row.getObject("estate_id", UUID.class), row.getObject("building_id", UUID.class), row.getString("building_number"),
        Windows.services(row.getArray("services")), NoticeState.valueOf(row.getString("state")), Windows.read(row),
        Windows.instant(row, "due_at"), Windows.instantIfAny(row, "posted_at"), row.getObject("posted_by", UUID.class));
  }
}
