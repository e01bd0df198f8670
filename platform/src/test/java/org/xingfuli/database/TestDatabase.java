package org.xingfuli.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xingfuli.database.setup.DatabaseServer;
import org.xingfuli.database.setup.Login;
import org.xingfuli.database.setup.PreparedDatabase;

/** One migrated, empty database on the test run's own server, for tests without Spring. */
public final class TestDatabase implements DatabaseServer {

  private final TestServer server;
  private final String name;
  private final PreparedDatabase prepared;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final JdbcClient superuser;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
    this.prepared = new PreparedDatabase(this, server.logins());
    var source = prepared.application();
    this.jdbc = JdbcClient.create(source);
    this.transactions = new Transactions(new ScopedTransactionManager(source, new Turns(100, Duration.ofSeconds(15))));
    var login = server.administrator();
    this.superuser =
        JdbcClient.create(new SingleConnectionDataSource(server.address(name), login.user(), login.password(), true));
  }

  /** A database nobody else uses. */
  public static TestDatabase fresh() {
    var server = TestServer.running();
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    server.copyTemplate(name);
    return new TestDatabase(server, name);
  }

  /** The application's login, bound by row-level security. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  public Transactions transactions() {
    return transactions;
  }

  /** The superuser, who sees and may do everything: for tampering, and for looking behind the policies. */
  public JdbcClient superuser() {
    return superuser;
  }

  /** The login that reads everything. */
  public JdbcClient backup() {
    return JdbcClient.create(prepared.backup());
  }

  public PreparedDatabase prepared() {
    return prepared;
  }

  /** An empty data folder of its own, such as for the exported heads of its audit. */
  public Path data() {
    return server.data().resolve("contexts").resolve(name);
  }

  @Override
  public String address() {
    return server.address(name);
  }

  @Override
  public Login administrator() {
    return server.administrator();
  }

  @Override
  public void close() {
    server.drop(name);
  }
}
