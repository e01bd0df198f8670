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

/**
 * Tells PostgreSQL at the begin of every transaction whose eyes it looks with; forgotten at its end. Who holds no connection
 * yet waits for its turn.
 */
final class ScopedTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  /** The list of areas begins and ends with a comma, so that one area is found without being cut out. */
  private static final String TELL = """
      select set_config('xingfuli.kind', ?, true), set_config('xingfuli.areas', ?, true),
        set_config('xingfuli.estates', ?, true), set_config('xingfuli.projects', ?, true),
        set_config('xingfuli.principal', ?, true)""";

  /** How many transactions run one in the other on this thread; the outermost has the turn. */
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final transient Turns turns;

  ScopedTransactionManager(DataSource dataSource, Turns turns) {
    super(dataSource);
    this.turns = turns;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    enter();
    try {
      super.doBegin(transaction, definition);
    } catch (RuntimeException | Error e) {
      leave(); // what did not begin is not cleaned up
      throw e;
    }
    try {
      tell(DataSourceUtils.getConnection(obtainDataSource()), CurrentScope.get());
    } catch (SQLException | RuntimeException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the scope could not be told", e);
    }
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    try {
      super.doCleanupAfterCompletion(transaction);
    } finally {
      leave();
    }
  }

  private void enter() {
    if (DEPTH.get() == 0) {
      turns.take(Arrival.since());
    }
    DEPTH.set(DEPTH.get() + 1);
  }

  private void leave() {
    var depth = DEPTH.get() - 1;
    if (depth > 0) {
      DEPTH.set(depth);
    } else {
      DEPTH.remove();
      turns.giveBack();
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
