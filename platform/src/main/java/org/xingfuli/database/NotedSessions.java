package org.xingfuli.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * The sessions of Spring Session, read and noted at the cost of few transactions: requests that come together read theirs
 * together, and a request that changed nothing writes nothing before its last use has to be noted again ({@link LastUse}).
 */
class NotedSessions implements FindByIndexNameSessionRepository<NotedSessions.Noted> {

  /** Whose eyes a shared reading looks with. */
  static final Scope READING = SystemScope.of("database.sessions");

  private final FindByIndexNameSessionRepository<Session> sessions;
  private final SharedReading<String, @Nullable Session> reading;

  @SuppressWarnings("unchecked") // its own kind of session is private to it
  NotedSessions(JdbcIndexedSessionRepository sessions, Transactions transactions) {
    this.sessions = (FindByIndexNameSessionRepository<Session>) (FindByIndexNameSessionRepository<?>) sessions;
    this.reading = new SharedReading<>(ids -> transactions.as(READING, () -> read(ids)));
  }

  /** A list with a place for each, also for those that are not there. */
  private List<@Nullable Session> read(List<String> ids) {
    return ids.stream().<@Nullable Session>map(sessions::findById).toList();
  }

  /** A session of a request, which knows whether the request changed it. */
  static final class Noted implements Session {

    private final Session session;
    private final @Nullable Instant noted;
    private boolean changed;

    private Noted(Session session, @Nullable Instant noted) {
      this.session = session;
      this.noted = noted;
    }

    /** Whether nobody would miss it if it were not written now. */
    private boolean asNoted() {
      return !changed && noted != null
          && Duration.between(noted, session.getLastAccessedTime()).compareTo(LastUse.notedEvery(session.getMaxInactiveInterval())) < 0;
    }

    private Session changed() {
      changed = true;
      return session;
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
      return changed().changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
      changed().setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      changed().removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant at) {
      session.setLastAccessedTime(at);
    }

    @Override
    public Instant getLastAccessedTime() {
      return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      changed().setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return session.isExpired();
    }
  }

  private static Noted noted(Session session) {
    return new Noted(session, session.getLastAccessedTime());
  }

  @Override
  public Noted createSession() {
    return new Noted(sessions.createSession(), null);
  }

  @Override
  public void save(Noted session) {
    if (!session.asNoted()) {
      sessions.save(session.session);
    }
  }

  @Override
  public @Nullable Noted findById(String id) {
    var found = reading.of(id);
    return found == null ? null : noted(found);
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  @Override
  public Map<String, Noted> findByIndexNameAndIndexValue(String name, String value) {
    return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> noted(Objects.requireNonNull(each.getValue()))));
  }
}
