package org.xingfuli.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.stereotype.Component;
import org.xingfuli.database.setup.PreparedDatabase;

/**
 * Says that this node lives, and takes over from those that no longer do: their publications are delivered and their timers
 * run at once, by whoever notices first. A node that only slept finds its work done by another; every effect is once by
 * {@link Inbox}, so that this does no harm.
 */
@Component
class Nodes implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private static final Duration BEAT = Duration.ofSeconds(2);

  /** Longer than a pause of the garbage collector, shorter than anybody's patience. */
  private static final Duration SILENCE = Duration.ofSeconds(8);

  private final PreparedDatabase database;
  private final ThisNode self;
  private final String name;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<FailedEventPublications> failed;
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  Nodes(PreparedDatabase database, ThisNode self, @Value("${xingfuli.node:${HOSTNAME:node}}:${server.port:}") String name,
      ApplicationEventPublisher events, ObjectProvider<FailedEventPublications> failed) {
    this.database = database;
    this.self = self;
    this.name = name;
    this.events = events;
    this.failed = failed;
  }

  @Override
  public void start() {
    // Before anything of ours can be begun, or another would think it abandoned.
    beatOnce();
    running = true;
    thread = Thread.ofPlatform().daemon().name("node-beat").start(this::live);
  }

  /** One beat on a connection of its own. */
  void beatOnce() {
    try (var connection = database.bulletin().getConnection()) {
      beat(connection);
      takeOver(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("this node cannot say that it lives", e);
    }
  }

  private void live() {
    while (running) {
      try (var connection = database.bulletin().getConnection()) {
        while (running) {
          beat(connection);
          takeOver(connection);
          Thread.sleep(BEAT);
        }
      } catch (SQLException | RuntimeException away) {
        if (running) {
          LOG.warn("this node cannot say that it lives: {}", away.getMessage());
          pause();
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(BEAT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("""
        insert into database.node (id, name, started_at, seen_at) values (?, ?, clock_timestamp(), clock_timestamp())
        on conflict (id) do update set seen_at = clock_timestamp()""")) {
      statement.setObject(1, self.id());
      statement.setString(2, name);
      statement.executeUpdate();
    }
  }

  /** Each dead node is found by one of the living: whoever takes its row off. */
  private void takeOver(Connection connection) throws SQLException {
    var gone = new ArrayList<UUID>();
    try (var statement = connection.prepareStatement("""
        delete from database.node where seen_at < clock_timestamp() - make_interval(secs => ?) returning id, name""")) {
      statement.setLong(1, SILENCE.toSeconds());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          gone.add(row.getObject(1, UUID.class));
          LOG.warn("the node {} has been silent for {} s; its work is done here", row.getString(2), SILENCE.toSeconds());
        }
      }
    }
    for (var node : gone) {
      release(connection, node);
    }
    if (abandoned(connection) > 0) {
      failed.ifAvailable(EventRedelivery::redeliver);
    }
    tell(gone);
  }

  private void tell(List<UUID> gone) {
    for (var node : gone) {
      try {
        events.publishEvent(new NodeGone(node));
      } catch (RuntimeException e) {
        LOG.error("the work of the node {} was not taken up", node, e);
      }
    }
  }

  /** As the scheduler does it with a node whose heart no longer beats, only sooner; the version shuts out the sleeper. */
  private static void release(Connection connection, UUID node) throws SQLException {
    try (var statement = connection.prepareStatement("""
        update database.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
          execution_time = clock_timestamp(), version = version + 1 where picked and picked_by = ?""")) {
      statement.setString(1, node.toString());
      statement.executeUpdate();
    }
  }

  /** Also finds what a node left that took its row off itself, but not all its work with it. */
  private static int abandoned(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("""
        update database.event_publication set status = 'FAILED'
        where completion_date is null and status <> 'FAILED' and node is not null
          and not exists (select from database.node n where n.id::text = event_publication.node)""")) {
      return statement.executeUpdate();
    }
  }

  /** After the listeners at work have ended; what they did not finish is anybody's from now on. */
  @Override
  public void stop() {
    running = false;
    var beating = thread;
    if (beating != null) {
      beating.interrupt();
    }
    try (var connection = database.bulletin().getConnection();
        var statement = connection.prepareStatement("delete from database.node where id = ?")) {
      statement.setObject(1, self.id());
      statement.executeUpdate();
    } catch (SQLException gone) {
      LOG.debug("the database went first", gone);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before everything that works, and after it at the end. */
  @Override
  public int getPhase() {
    return -1;
  }
}
