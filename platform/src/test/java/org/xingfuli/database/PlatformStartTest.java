package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole platform boots on the database, with everything that fails silently when it is misnamed. */
@PlatformTest
class PlatformStartTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private Transactions transactions;

  @Test
  void thePlatformWorksWithALoginThatOwnsNothing() {
    assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("xingfuli_application");
  }

  @Test
  void aTransactionKnowsWhoItActsFor() {
    var scope = SystemScope.of("test");
    var principal = transactions.as(
        scope, () -> jdbc.sql("select database.principal()").query(UUID.class).single());
    assertThat(principal).isEqualTo(scope.principal());
  }

  @Test
  void chineseNamesSortByPinyin() {
    assertThat(jdbc.sql("select n from unnest(array['重庆', '上海', '北京']) n order by n collate zh_pinyin")
            .query(String.class).list())
        .containsExactly("北京", "重庆", "上海");
  }

  @Test
  void jobsHaveAScheduler(@Autowired SchedulerClient scheduler) {
    assertThat(scheduler).as("the Boot 3 starter would silently make none").isNotNull();
  }
}
