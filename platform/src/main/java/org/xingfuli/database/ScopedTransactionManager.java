package org.xingfuli.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL at the begin of every transaction whose eyes it looks with; forgotten at its end. */
final class ScopedTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  /** The list of areas begins and ends with a comma, so that one area is found without being cut out. */
  private static final String TELL = """
      select set_config('xingfuli.kind', ?, true), set_config('xingfuli.areas', ?, true),
        set_config('xingfuli.estates', ?, true), set_config('xingfuli.projects', ?, true),
        set_config('xingfuli.principal', ?, true)""";

  ScopedTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    try {
      tell(DataSourceUtils.getConnection(obtainDataSource()), CurrentScope.get());
    } catch (SQLException | RuntimeException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the scope could not be told", e);
    }
  }

  private static void tell(Connection connection, Scope scope) throws SQLException {
    try (var statement = connection.prepareStatement(TELL)) {
      statement.setString(1, scope.kind().name());
      statement.setString(2, list(scope.areas()));
      statement.setString(3, list(scope.estates()));
      statement.setString(4, list(scope.projects()));
      statement.setString(5, scope.principal().toString());
      statement.execute();
    }
  }

  private static String list(Collection<?> values) {
    return values.isEmpty() ? "" : values.stream().map(Object::toString).collect(Collectors.joining(",", ",", ","));
  }
}
