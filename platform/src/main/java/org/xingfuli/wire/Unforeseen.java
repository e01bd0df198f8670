package org.xingfuli.wire;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.xingfuli.database.TooBusy;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.UuidV7;

/** What a failure that nobody foresaw is to whoever ran into it, before an endpoint or behind it; the log knows the rest. */
final class Unforeseen {

  private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

  private Unforeseen() {}

  static Refusal told(Throwable e) {
    if (caused(e, TooBusy.class)) {
      LOG.warn("too busy: {}", e.getMessage());
      return Refusal.of("common.too-busy");
    }
    if (caused(e, TransactionException.class) || caused(e, DataAccessResourceFailureException.class) || lostConnection(e)) {
      LOG.warn("the database did not answer: {}", rootOf(e));
      return Refusal.of("common.database-away");
    }
    var incident = UuidV7.create();
    LOG.error("incident {}", incident, e);
    return Refusal.of("common.internal", Map.of("incident", incident));
  }

  /** The innermost cause by its kind and state alone: messages may hold somebody's data. */
  static String rootOf(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
  }

  private static boolean caused(@Nullable Throwable e, Class<? extends Throwable> kind) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean lostConnection(@Nullable Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      // Class 08: connection exception; 57P0x: the server is shutting down or starting up.
      if (cause instanceof SQLException sql && sql.getSQLState() != null
          && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P0"))) {
        return true;
      }
    }
    return false;
  }
}
