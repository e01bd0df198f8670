package org.xingfuli.wire;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
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
    if (causes(e).anyMatch(TooBusy.class::isInstance)) {
      LOG.warn("too busy: {}", rootOf(e));
      return Refusal.of("common.too-busy");
    }
    if (causes(e).anyMatch(Unforeseen::isDatabaseAway)) {
      LOG.warn("the database did not answer: {}", rootOf(e));
      return Refusal.of("common.database-away");
    }
    var incident = UuidV7.create();
    LOG.error("incident {}", incident, e);
    return Refusal.of("common.internal", Map.of("incident", incident));
  }

  /** The innermost cause by its kind and state alone: messages may hold somebody's data. */
  static String rootOf(Throwable e) {
    var root = NestedExceptionUtils.getMostSpecificCause(e);
    return root.getClass().getSimpleName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  /** SQL state class 08: connection exception; 57P0x: the server is shutting down or starting up. */
  private static boolean isDatabaseAway(Throwable e) {
    return e instanceof TransactionException || e instanceof DataAccessResourceFailureException
        || e instanceof SQLException sql && sql.getSQLState() != null
            && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P0"));
  }
}
