package org.xingfuli.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A table's rows by PostgreSQL's own COPY in its text form, which every version reads and writes alike. */
final class Rows {

  private Rows() {}

  /** Copies all rows out; one message of the protocol is one row. */
  static RowSum out(Connection connection, String table, List<String> columns, OutputStream out)
      throws SQLException, IOException {
    var sum = new RowSum();
    var copy = manager(connection).copyOut("copy %s (%s) to stdout".formatted(table, String.join(", ", columns)));
    for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
      sum.add(row);
      out.write(row);
    }
    return sum;
  }

  /** Copies rows in; returns how many. */
  static long in(Connection connection, String table, List<String> columns, InputStream rows)
      throws SQLException, IOException {
    return manager(connection).copyIn("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)), rows);
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
