package org.xingfuli.database;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.database.backup.RestoreBackup;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.setup.DatabaseServer;
import org.xingfuli.database.setup.EmbeddedServer;
import org.xingfuli.database.setup.ExternalServer;
import org.xingfuli.database.setup.PreparedDatabase;
import org.xingfuli.kernel.UuidV7;

/** The server, then its schemas, then the pool: whoever gets a connection finds everything migrated. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  /** How long a request waits for a connection before it is told to come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Bean(destroyMethod = "close")
  DatabaseServer databaseServer(DatabaseProperties properties) {
    if (Files.exists(properties.data().resolve(RestoreBackup.UNFINISHED))) {
      throw new CannotStart(
          "%s 里有一次没有完成的恢复。请清空该目录后重新恢复。".formatted(properties.data()),
          "%s holds an unfinished restore. Empty the folder and restore again.".formatted(properties.data()));
    }
    var database = properties.database();
    if (database.url() == null) {
      return EmbeddedServer.start(properties.data());
    }
    var server = ExternalServer.of(database.url(), database.user(), database.password());
    if (server.administrator() == null && database.given() == null) {
      throw new CannotStart(
          "缺少 XINGFULI_DATABASE_USER 与 XINGFULI_DATABASE_PASSWORD（可创建角色的登录名）。",
          "XINGFULI_DATABASE_USER and XINGFULI_DATABASE_PASSWORD (a login that may create roles) are missing.");
    }
    return server;
  }

  @Bean
  PreparedDatabase preparedDatabase(DatabaseServer server, DatabaseProperties properties) {
    return PreparedDatabase.prepare(server, properties.data().resolve("secrets"), properties.database().given());
  }

  @Bean
  ThisNode thisNode() {
    return new ThisNode(UuidV7.create());
  }

  @Bean(destroyMethod = "close")
  StartTurn startTurn(PreparedDatabase prepared) {
    return StartTurn.take(prepared);
  }

  /** Timers say which node runs them, also where two nodes share a machine. */
  @Bean
  DbSchedulerCustomizer nodeName(ThisNode self) {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<SchedulerName> schedulerName() {
        return Optional.of(new SchedulerName.Fixed(self.id().toString()));
      }
    };
  }

  /** Asks for the turn first: nobody has a connection before it is this node's. */
  @Bean
  DataSource dataSource(PreparedDatabase prepared, StartTurn turn, ThisNode self, DatabaseProperties properties) {
    var pool = new HikariDataSource();
    pool.setPoolName("application");
    pool.setDataSource(prepared.application());
    pool.setMaximumPoolSize(properties.database().pool());
    pool.setMinimumIdle(Math.min(4, properties.database().pool()));
    // A connection that died with its server is found out at once, and a waiting request learns within seconds.
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setKeepaliveTime(60_000);
    pool.setConnectionInitSql("set xingfuli.node = '" + self.id() + "'");
    return pool;
  }

  @Bean
  ScopedTransactionManager transactionManager(DataSource dataSource, DatabaseProperties properties) {
    var turns = Math.max(1, properties.database().pool() * 3 / 4);
    return new ScopedTransactionManager(dataSource, new Turns(turns, PATIENCE));
  }
}
