package org.xingfuli.database.server;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Our own settings file, which {@code postgresql.conf} includes last; what must not be lost is switched on here by name. */
final class ServerSettings {

  static final String FILE = "xingfuli.conf";

  /** Linux allows 107 bytes for the path of a socket, of which PostgreSQL appends {@code /.s.PGSQL.65535.lock}. */
  private static final int LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.65535.lock".length();

  private ServerSettings() {}

  static String text(int port, Path socketFolder) {
    var megabytes = memory() >> 20;
    return """
        # Written by Xingfuli at every start; changes belong into postgresql.conf above the include.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = '%s'
        unix_socket_permissions = 0700
        password_encryption = 'scram-sha-256'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        max_connections = 80
        shared_buffers = %dMB
        effective_cache_size = %dMB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_wal_size = 2GB
        random_page_cost = 1.1
        jit = off
        idle_in_transaction_session_timeout = '10min'
        # The log names what failed, never the values that were sent: they may be somebody's.
        log_min_error_statement = panic
        log_error_verbosity = terse
        """
        .formatted(port, socket(socketFolder), clamp(megabytes / 8, 64, 1024), clamp(megabytes / 2, 256, 16384));
  }

  /** A folder too long for a socket means none: we speak TCP on loopback, and a shared /tmp is no place for it. */
  private static String socket(Path folder) {
    var text = folder.toString();
    return text.length() > LONGEST_SOCKET_FOLDER || text.contains("'") || text.contains(",") ? "" : text;
  }

  private static long clamp(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 2L << 30;
  }
}
