package org.xingfuli.database;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.database.server.CannotStart;

/**
 * Whether this database holds example data (示例数据). It is decided once, at the first start, and kept with the data: a plain
 * start later on never plants the demo over real estates, and never hides that a demo is one.
 */
@Component
public class Installation {

  /** What a start may ask for: {@code AUTO} takes what is there, and the demo when nothing is. */
  enum Wanted { AUTO, TRUE, FALSE }

  private final boolean sample;

  Installation(Transactions transactions, JdbcClient jdbc, Clock system, @Value("${xingfuli.demo}") Wanted wanted) {
    sample = transactions.as(SystemScope.of("database.installation"), () -> {
      jdbc.sql("insert into database.installation (sample, since) values (?, ?) on conflict do nothing")
          .params(wanted != Wanted.FALSE, system.instant().atOffset(ZoneOffset.UTC)).update();
      return jdbc.sql("select sample from database.installation").query(Boolean.class).single();
    });
    if (sample && wanted == Wanted.FALSE) {
      throw new CannotStart(
          "这里是示例数据，不能当作空平台启动（--empty）。可能：用 --data 另指一个空目录。",
          "This is example data and cannot be started as an empty platform (--empty). Maybe name another folder with --data.");
    }
    if (!sample && wanted == Wanted.TRUE) {
      throw new CannotStart(
          "这里是正式数据，不能载入示例（--demo）。可能：用 --data 另指一个空目录。",
          "This is real data, and the demo is not loaded over it (--demo). Maybe name another folder with --data.");
    }
  }

  /** Whether everything here is invented; the screens say so then. */
  public boolean sample() {
    return sample;
  }
}
