package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.xingfuli.database.Installation.Wanted;
import org.xingfuli.database.server.CannotStart;

/** A database is a demo or it is not, from its first start on. */
class InstallationTest {

  private static Installation start(TestDatabase database, Wanted wanted) {
    return new Installation(database.transactions(), database.jdbc(), Clock.systemUTC(), wanted);
  }

  @Test
  void whatWasStartedEmptyNeverBecomesADemo() {
    try (var database = TestDatabase.fresh()) {
      assertThat(start(database, Wanted.FALSE).sample()).isFalse();
      assertThat(start(database, Wanted.AUTO).sample()).as("a plain start later on").isFalse();
      assertThatThrownBy(() -> start(database, Wanted.TRUE)).isInstanceOf(CannotStart.class)
          .hasMessageContaining("正式数据").hasMessageContaining("real data");
    }
  }

  @Test
  void aDemoStaysADemoAndSaysSo() {
    try (var database = TestDatabase.fresh()) {
      assertThat(start(database, Wanted.AUTO).sample()).isTrue();
      assertThat(start(database, Wanted.TRUE).sample()).isTrue();
      assertThatThrownBy(() -> start(database, Wanted.FALSE)).isInstanceOf(CannotStart.class)
          .hasMessageContaining("示例数据").hasMessageContaining("example data");
    }
  }
}
