package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.kernel.UuidV7;

/** What is read on one picture belongs together, whatever others commit in between. */
@PlatformTest
class PictureTest {

  private static final Scope SCOPE = SystemScope.of("test");

  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;

  private long said() {
    return jdbc.sql("select count(*) from notice.outbox where address = 'picture'").query(Long.class).single();
  }

  private void somebodySays() {
    CompletableFuture.runAsync(() -> transactions.run(SCOPE, this::say)).join();
  }

  private void say() {
    jdbc.sql("""
            insert into notice.outbox (id, kind, said, address, at, taken_at)
            values (?, 'test', '{}', 'picture', now(), now())""")
        .param(UuidV7.create()).update();
  }

  @Test
  void whatIsCommittedMeanwhileIsNotInThePictureAndIsInTheNext() {
    CurrentScope.with(SCOPE, () -> transactions.picture(() -> {
      var before = said();
      somebodySays();
      assertThat(said()).isEqualTo(before);
      return before;
    }));
    CurrentScope.with(SCOPE, () -> transactions.here(() -> {
      var before = said();
      somebodySays();
      assertThat(said()).as("without a picture every question sees what is there by then").isEqualTo(before + 1);
      return before;
    }));
  }

  @Test
  void nothingIsWrittenOnAPictureAndTheNextTransactionWritesAgain() {
    assertThatThrownBy(() -> CurrentScope.with(SCOPE, () -> transactions.picture(() -> {
      say();
      return true;
    }))).hasMessageContaining("read-only");
    transactions.run(SCOPE, this::say);
  }
}
