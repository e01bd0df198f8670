package org.xingfuli.database;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Notes when a session was used last once a minute and not with every request: each note is a row written and a commit that
 * waits for the disk, as much as many a request's own work. A session may so end up to a minute before its time, or a tenth of
 * it where sessions are shorter than ten minutes.
 */
@Configuration(proxyBeanMethods = false)
class LastUse {

  static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** The same values in the same order as Spring Session's own statement; what is new besides the time is written at once. */
  private static final String UPDATE = """
      update database.spring_session s
      set session_id = seen.session_id, last_access_time = seen.last_access_time, expiry_time = seen.expiry_time,
        max_inactive_interval = seen.max_inactive_interval, principal_name = seen.principal_name
      from (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text))
        as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name)
      where s.primary_id = ? and (
        seen.last_access_time >= s.last_access_time + least(%d, 100 * seen.max_inactive_interval)
        or s.session_id <> seen.session_id or s.max_inactive_interval <> seen.max_inactive_interval
        or s.principal_name is distinct from seen.principal_name)""".formatted(NOTED_EVERY.toMillis());

  /** How long the last use of a session that ends unused after so long may stay unwritten. */
  static Duration notedEvery(Duration maxInactive) {
    var tenth = maxInactive.dividedBy(10);
    return tenth.compareTo(NOTED_EVERY) < 0 ? tenth : NOTED_EVERY;
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastUseNotedOnceAMinute() {
    return repository -> repository.setUpdateSessionQuery(UPDATE);
  }
}
