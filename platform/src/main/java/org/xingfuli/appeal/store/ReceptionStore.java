package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.OpeningHours;
import org.xingfuli.appeal.model.OpeningHours.On;
import org.xingfuli.appeal.model.OpeningHours.Span;
import org.xingfuli.appeal.model.ReceptionPoint;
import org.xingfuli.appeal.model.Shift;

/** Keeps reception points with their hours, and who is on duty there. */
@Component
public class ReceptionStore {

  private static final String ORDERED = " order by active_to nulls first, name, id";

  private final JdbcClient jdbc;

  ReceptionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All within reach, those without an end first. */
  public List<ReceptionPoint> all() {
    return withHours(jdbc.sql("select * from appeal.reception_point" + ORDERED).query(ReceptionStore::row).list());
  }

  public List<ReceptionPoint> ofEstate(UUID estate) {
    return withHours(jdbc.sql("select * from appeal.reception_point where estate_id = ?" + ORDERED).param(estate)
        .query(ReceptionStore::row).list());
  }

  public Optional<ReceptionPoint> find(UUID id) {
    return withHours(jdbc.sql("select * from appeal.reception_point where id = ?").param(id).query(ReceptionStore::row).list())
        .stream().findFirst();
  }

  private static ReceptionPoint row(ResultSet row, int number) throws SQLException {
    return new ReceptionPoint(Fields.id(row, "id"), row.getString("area"), Fields.id(row, "estate_id"), row.getString("name"),
        row.getString("place"), row.getString("phone"), row.getObject("active_from", LocalDate.class),
        row.getObject("active_to", LocalDate.class), new OpeningHours(List.of()), row.getInt("version"));
  }

  private List<ReceptionPoint> withHours(List<ReceptionPoint> points) {
    if (points.isEmpty()) {
      return points;
    }
    Map<UUID, List<Span>> spans = new HashMap<>();
    jdbc.sql("select * from appeal.reception_hours where point_id = any(?)")
        .param(points.stream().map(ReceptionPoint::id).toArray(UUID[]::new))
        .query(row -> {
          spans.computeIfAbsent(Fields.id(row, "point_id"), _ -> new ArrayList<>()).add(new Span(On.valueOf(row.getString("day")),
              row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
        });
    return points.stream().map(point -> new ReceptionPoint(point.id(), point.area(), point.estate(), point.name(), point.place(),
        point.phone(), point.activeFrom(), point.activeTo(), new OpeningHours(spans.getOrDefault(point.id(), List.of())),
        point.version())).toList();
  }

  public void insert(ReceptionPoint point) {
    jdbc.sql("""
            insert into appeal.reception_point (id, area, estate_id, name, place, phone, active_from, active_to)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(point.id(), point.area(), point.estate(), point.name(), point.place(), point.phone(), point.activeFrom(),
            point.activeTo())).update();
    hours(point);
  }

  /** Writes it over the version that was seen; false when there is a later one. */
  public boolean change(ReceptionPoint point) {
    boolean changed = jdbc.sql("""
            update appeal.reception_point set name = ?, place = ?, phone = ?, active_from = ?, active_to = ?, version = version + 1
            where id = ? and version = ?""")
        .params(Fields.values(point.name(), point.place(), point.phone(), point.activeFrom(), point.activeTo(), point.id(),
            point.version())).update() == 1;
    if (changed) {
      jdbc.sql("delete from appeal.reception_hours where point_id = ?").param(point.id()).update();
      hours(point);
    }
    return changed;
  }

  private void hours(ReceptionPoint point) {
    for (var span : point.hours().spans()) {
      jdbc.sql("insert into appeal.reception_hours (point_id, area, estate_id, day, opens, closes) values (?, ?, ?, ?, ?, ?)")
          .params(point.id(), point.area(), point.estate(), span.on().name(), span.opens(), span.closes()).update();
    }
  }

  /** Who is on duty from one day to another, in order. */
  public List<Shift> shifts(UUID point, LocalDate from, LocalDate to) {
    return jdbc.sql("select * from appeal.duty where point_id = ? and day between ? and ? order by day, begins, id")
        .params(point, from, to)
        .query((row, number) -> new Shift(Fields.id(row, "id"), row.getObject("day", LocalDate.class),
            row.getObject("begins", LocalTime.class), row.getObject("ends", LocalTime.class), row.getString("who"),
            row.getString("deputy"))).list();
  }

  /** Puts these in the place of what the roster held for those days. */
  public void replace(ReceptionPoint point, LocalDate from, LocalDate to, List<Shift> shifts) {
    jdbc.sql("delete from appeal.duty where point_id = ? and day between ? and ?").params(point.id(), from, to).update();
    for (var shift : shifts) {
      jdbc.sql("""
              insert into appeal.duty (id, point_id, area, estate_id, day, begins, ends, who, deputy)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(Fields.values(shift.id(), point.id(), point.area(), point.estate(), shift.day(), shift.begins(), shift.ends(),
              shift.who(), shift.deputy())).update();
    }
  }
}
