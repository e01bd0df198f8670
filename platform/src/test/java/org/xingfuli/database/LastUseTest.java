package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** A session in use costs a write a minute, and lives as long as it is used. */
@PlatformTest
@Import(Staff.class)
class LastUseTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;

  private record Session(long lastUse, long end) {}

  private Session session(String person) {
    return transactions.as(SystemScope.of("test"), () -> jdbc.sql(
            "select last_access_time, expiry_time from database.spring_session where principal_name = ?").param(person)
        .query((row, number) -> new Session(row.getLong(1), row.getLong(2))).single());
  }

  @Test
  void theLastUseIsNotedWhenAMinuteHasPassedAndNotBefore() throws InterruptedException {
    var browser = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var person = browser.get("/api/session").body().at("/person/id").asString();
    var first = session(person);
    Thread.sleep(20);
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    assertThat(session(person)).isEqualTo(first);
    var before = first.lastUse() - LastUse.NOTED_EVERY.toMillis();
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update database.spring_session set last_access_time = ?, expiry_time = expiry_time - 60000 where principal_name = ?")
        .param(before).param(person).update());
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    assertThat(session(person).lastUse()).isGreaterThan(first.lastUse());
    assertThat(session(person).end()).isGreaterThan(first.end());
  }
}
