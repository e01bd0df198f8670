package org.xingfuli.database.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kills of the platform and of the server, and platforms that meet on one folder. */
class KilledPlatformTest {

  private final DataFolder data;

  KilledPlatformTest() throws IOException {
    data = DataFolder.fresh();
  }

  @AfterEach
  void sweep() throws IOException {
    data.delete();
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data.path());
  }

  private static void killServer(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** A stopped server removes its lock file just before it ends. */
  private boolean goneSoon(long pid) throws InterruptedException {
    var server = new PostmasterPid(pid, data.cluster(), 0, "");
    for (var tries = 0; tries < 100 && server.alive(); tries++) {
      Thread.sleep(50);
    }
    return !server.alive();
  }

  @Test
  void theServerOfAKilledPlatformIsAdopted() throws Exception {
    var child = ChildPlatform.start(data);
    var pid = child.serverPid();
    child.kill();
    assertThat(ProcessHandle.of(pid)).as("the server outlives its platform").isPresent();
    try (var postgres = start()) {
      assertThat(postgres.pid()).isEqualTo(pid);
      DataFolder.execute(postgres, "create table kept as select 1 as n");
    }
    assertThat(goneSoon(pid)).as("adopted, and stopped in the end").isTrue();
  }

  @Test
  void anOrphanThatOurPasswordDoesNotOpenIsStopped() throws Exception {
    var child = ChildPlatform.start(data);
    var pid = child.serverPid();
    child.kill();
    Files.writeString(data.password(), "not-the-password\n");
    try {
      start();
    } catch (CannotStart e) {
      assertThat(e).hasMessageContaining("does not open the database");
    }
    assertThat(goneSoon(pid)).isTrue();
  }

  @Test
  void platformAndServerKilledTogetherComeBackWithAllRows() throws Exception {
    try (var postgres = start()) {
      DataFolder.execute(postgres, "create table kept as select 1 as n");
    }
    var child = ChildPlatform.start(data);
    var pid = child.serverPid();
    child.kill();
    killServer(pid);
    try (var postgres = start()) {
      assertThat(DataFolder.count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aKilledServerComesBackByItselfOnTheSamePort() throws Exception {
    try (var postgres = start()) {
      DataFolder.execute(postgres, "create table kept as select 1 as n");
      var address = postgres.address("postgres");
      for (var round = 0; round < 3; round++) {
        var pid = postgres.pid();
        killServer(pid);
        assertThat(countWhenBack(postgres, pid)).isEqualTo(1);
        assertThat(postgres.address("postgres")).isEqualTo(address);
      }
    }
  }

  private static long countWhenBack(EmbeddedPostgres postgres, long killed) throws Exception {
    for (var tries = 0; ; tries++) {
      try {
        if (postgres.pid() != killed) {
          return DataFolder.count(postgres);
        }
      } catch (SQLException e) {
        assertThat(tries).as("still away: " + e.getMessage()).isLessThan(300);
      }
      assertThat(tries).as("not started again").isLessThan(300);
      Thread.sleep(100);
    }
  }

  @Test
  void ofThreeStartsAtOnceOneGetsTheFolder() throws Exception {
    var children = new ArrayList<ChildPlatform>();
    for (var i = 0; i < 3; i++) {
      children.add(ChildPlatform.start(data));
    }
    var answers = new ArrayList<String>();
    for (var child : children) {
      answers.add(child.answer());
    }
    assertThat(answers).filteredOn(a -> a.startsWith("ready")).hasSize(1);
    assertThat(answers).filteredOn(a -> a.contains("Another Xingfuli")).hasSize(2);
    for (var child : children) {
      child.close();
    }
    assertThat(PostmasterPid.read(data.cluster())).isEmpty();
  }

  @Test
  void aPlainUserStartsItToo() throws Exception {
    Files.setPosixFilePermissions(data.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
    try (var child = ChildPlatform.startAsPlainUser(data.path())) {
      assertThat(child.serverPid()).isPositive();
    }
  }

  @Test
  void aFolderOnePlainlyMayNotWriteIsRefused() throws Exception {
    Files.setPosixFilePermissions(data.path(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try (var child = ChildPlatform.startAsPlainUser(data.path())) {
      assertThat(child.answer()).startsWith("refused").contains("数据目录").contains("cannot be used");
    }
  }
}
