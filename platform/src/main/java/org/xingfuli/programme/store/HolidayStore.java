package org.xingfuli.programme.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.wire.StoredJson;

/** Years of holidays imported since the product was built. */
@Component
public class HolidayStore {

  private final JdbcClient jdbc;

  HolidayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<HolidayYear> all() {
    return jdbc.sql("select content from programme.holiday_year order by year")
        .query((row, number) -> StoredJson.read(row.getString(1), HolidayYear.class)).list();
  }

  /** Another word after every change, so that what was read before is known to be old. */
  public String stamp() {
    return jdbc.sql("select count(*) || ' ' || coalesce(max(imported_at)::text, '') from programme.holiday_year")
        .query(String.class).single();
  }

  /** Keeps the year with every date its import moved. */
  public void put(HolidayYear year, Instant at, String by, List<?> recomputed) {
    jdbc.sql("""
        insert into programme.holiday_year (year, content, imported_at, imported_by, recomputed)
        values (?, ?, ?, ?, ?)
        on conflict (year) do update set content = excluded.content, imported_at = excluded.imported_at,
          imported_by = excluded.imported_by, recomputed = excluded.recomputed""")
        .params(year.year(), StoredJson.write(year), PlanStore.utc(at), by, StoredJson.write(recomputed))
        .update();
  }
}
