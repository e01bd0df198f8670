package org.xingfuli.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Walks the chain of a database no platform runs on, such as one just restored; nothing is recorded of it. */
public final class ChainCheck {

  private static final int ROWS_AT_ONCE = 2000;

  private ChainCheck() {}

  /**
   * Verifies the chain against its entries and the exported heads.
   *
   * @param database a login that may read all of it
   * @param data the folder with the exported heads
   * @return the number of links, and what is wrong in Chinese and English
   */
  public static Found verify(DataSource database, Path data) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false); // or all rows are read at once
      var store = new VerifyStore(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      var verification = new Verification(new HeadFile(data).read());
      store.walk(ROWS_AT_ONCE, verification::next);
      var faults = verification.finish().stream().map(AuditFault::message).toList();
      connection.rollback();
      return new Found(verification.checked(), faults);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the walk found. */
  public record Found(long links, List<String> faults) {}
}
