package org.xingfuli.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Starts of the embedded server, good and refused. */
class EmbeddedPostgresTest {

  private final DataFolder data;

  EmbeddedPostgresTest() throws IOException {
    data = DataFolder.fresh();
  }

  @AfterEach
  void sweep() throws IOException {
    data.delete();
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data.path());
  }

  private void stoppedWithARow() throws SQLException {
    try (var postgres = start()) {
      DataFolder.execute(postgres, "create table kept as select 1 as n");
    }
  }

  @Test
  void aRestartKeepsDataAndPort() throws Exception {
    String before;
    try (var postgres = start()) {
      before = postgres.address("postgres");
      DataFolder.execute(postgres, "create table kept as select 1 as n");
    }
    try (var postgres = start()) {
      assertThat(postgres.address("postgres")).isEqualTo(before);
      assertThat(DataFolder.count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void theServerForgetsNothingAndKnowsNoStranger() throws Exception {
    try (var postgres = start(); var connection = DataFolder.connect(postgres); var statement = connection.createStatement();
        var row = statement.executeQuery("""
            select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')
              || current_setting('data_checksums'), 
              (select reset_val from pg_settings where name = 'log_timezone'), current_setting('listen_addresses'),
              (select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules)""")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("onononon");
      assertThat(row.getString(2)).isEqualTo("UTC");
      assertThat(row.getString(3)).isEqualTo("127.0.0.1");
      assertThat(row.getBoolean(4)).as("every line of pg_hba.conf asks for SCRAM").isTrue();
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.address("postgres"), postgres.superuser(), "guess"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void thePasswordIsItsOwnersAlone() throws Exception {
    stoppedWithARow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.password()))).isEqualTo("rw-------");
    assertThat(Files.readString(data.password()).strip()).hasSize(43);
    assertThat(Files.readString(data.path().resolve("postgres/server.log")))
        .doesNotContain(Files.readString(data.password()).strip());
  }

  @Test
  void rootHandsTheServerToNobody() throws Exception {
    assumeTrue(ServerUser.current().demoted(), "runs as root only");
    try (var postgres = start()) {
      assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid")).isEqualTo(65534);
    }
  }

  @Test
  void belowAFolderOnlyRootMayEnterTheClusterStandsOutside() throws Exception {
    assumeTrue(ServerUser.current().demoted(), "runs as root only");
    Files.setPosixFilePermissions(data.path(), PosixFilePermissions.fromString("rwx------"));
    var below = data.path().resolve("data");
    try (var postgres = EmbeddedPostgres.start(below)) {
      DataFolder.execute(postgres, "create table kept as select 1 as n");
    }
    var outside = Path.of(Files.readString(below.resolve("DATABASE-STANDS-IN")).strip());
    try (var postgres = EmbeddedPostgres.start(below)) {
      assertThat(DataFolder.count(postgres)).isEqualTo(1);
      assertThat(outside.resolve("postgres/cluster/PG_VERSION")).exists();
    } finally {
      FileSystemUtils.deleteRecursively(outside);
    }
  }

  @Test
  void aTakenPortIsExchangedForAnother() throws Exception {
    stoppedWithARow();
    var port = Integer.parseInt(Files.readString(data.path().resolve("port")).strip());
    try (var stranger = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")); var postgres = start()) {
      assertThat(stranger.isBound()).isTrue();
      assertThat(postgres.address("postgres")).doesNotContain(":" + port + "/");
      assertThat(DataFolder.count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aSecondStartInTheSameProcessIsRefused() {
    try (var postgres = start()) {
      assertThat(postgres.pid()).isPositive();
      assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("Another Xingfuli");
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNothingRunsOn() throws Exception {
    stoppedWithARow();
    Files.writeString(data.password(), "not-the-password\n");
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("does not open the database");
    assertThat(PostmasterPid.read(data.cluster())).isEmpty();
  }

  @Test
  void aLostPasswordIsNotMadeAnew() throws Exception {
    stoppedWithARow();
    Files.delete(data.password());
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("is gone");
  }

  @Test
  void aClusterOfAnotherMajorIsLeftAlone() throws Exception {
    stoppedWithARow();
    Files.writeString(data.cluster().resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class)
        .hasMessageContaining("PostgreSQL 17").hasMessageContaining("backup").hasMessageContaining("restore");
    Files.writeString(data.cluster().resolve("PG_VERSION"), "18\n");
    try (var postgres = start()) {
      assertThat(DataFolder.count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void aServerMadeForgetfulIsRefused() throws Exception {
    stoppedWithARow();
    Files.writeString(
        data.cluster().resolve("postgresql.auto.conf"), "fsync = off\n", StandardOpenOption.APPEND);
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("fsync = off");
  }

  @Test
  void aDataFolderThatIsAFileIsRefusedInBothLanguages() throws Exception {
    var file = Files.writeString(data.path().resolve("file"), "");
    assertThatThrownBy(() -> EmbeddedPostgres.start(file))
        .isInstanceOf(CannotStart.class).hasMessageContaining("数据目录").hasMessageContaining("data folder");
  }

  @Test
  void aHalfMadeClusterIsMadeAnew() throws Exception {
    Files.createDirectories(data.path().resolve("postgres/cluster.partial/base"));
    try (var postgres = start()) {
      assertThat(postgres.pid()).isPositive();
    }
  }
}
