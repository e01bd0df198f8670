package org.xingfuli.database.setup;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections at the address the server has now: a server that was started again may have moved. */
public final class ServerDataSource extends AbstractDataSource {

  private final DatabaseServer server;
  private final Login login;
  private final String purpose;

  public ServerDataSource(DatabaseServer server, Login login, String purpose) {
    this.server = server;
    this.login = login;
    this.purpose = purpose;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return server.connect(login, purpose);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return server.connect(new Login(username, password), purpose);
  }
}
