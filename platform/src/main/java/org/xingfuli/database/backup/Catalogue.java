package org.xingfuli.database.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.backup.Manifest.Migration;

/** What stands in the platform's schemas, read from the database's own catalogue: a new table needs no word here. */
final class Catalogue {

  /** What runs, not what is: sessions must not come back to life with a copy, and nodes are none any more. */
  static final Set<String> LEFT_OUT =
      Set.of("database.spring_session", "database.spring_session_attributes", "database.node");

  /** Ours are the schemas with a history of migrations. */
  private static final String OURS = """
       n.nspname in (select h.relnamespace::regnamespace::text from pg_class h where h.relname = 'flyway_history' and h.relkind = 'r')
      """;

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /** Both sides of a copy write values alike, wherever they run. */
  void speakPlainly() throws SQLException {
    execute("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; "
        + "set bytea_output = 'hex'; set extra_float_digits = 1; set search_path = pg_catalog");
  }

  /**
   * Tables and their stored columns, in the order they can be written down in. The number of a transaction is left out: the
   * cluster that restores counts its own.
   */
  Map<String, List<String>> tables() throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    each("""
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.atttypid <> 'xid8'::regtype
        where c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'flyway_history' and"""
        + OURS + " order by 1, a.attnum",
        row -> tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getString(2)));
    LEFT_OUT.forEach(tables::remove);
    return tables;
  }

  /** The rest of our tables, whose rows are not copied. */
  List<String> leftOut() throws SQLException {
    var found = new ArrayList<String>();
    for (var name : LEFT_OUT) {
      if (exists(name)) {
        found.add(name);
      }
    }
    return found;
  }

  boolean exists(String table) throws SQLException {
    return one("select (to_regclass('" + table + "') is not null)::text").equals("true");
  }

  Map<String, Long> sequences() throws SQLException {
    var names = new ArrayList<String>();
    each("select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        + " where c.relkind = 'S' and" + OURS + " order by 1", row -> names.add(row.getString(1)));
    var sequences = new TreeMap<String, Long>();
    for (var name : names) {
      each("select last_value from " + name + " where is_called", row -> sequences.put(name, row.getLong(1)));
    }
    return sequences;
  }

  /** By module what its history says was applied. */
  Map<String, List<Migration>> migrations() throws SQLException {
    var modules = new ArrayList<String>();
    each("select n.nspname from pg_namespace n where" + OURS + " order by 1", row -> modules.add(row.getString(1)));
    var migrations = new TreeMap<String, List<Migration>>();
    for (var module : modules) {
      var applied = new ArrayList<Migration>();
      each("select version, checksum from " + module
          + ".flyway_history where success and version is not null order by installed_rank",
          row -> applied.add(new Migration(row.getString(1), row.getInt(2))));
      migrations.put(module, List.copyOf(applied));
    }
    return migrations;
  }

  /** Foreign keys as statements that drop them and that make them again. */
  List<ForeignKey> foreignKeys() throws SQLException {
    var keys = new ArrayList<ForeignKey>();
    each("""
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and k.conparentid = 0 and""" + OURS + " order by 1, 2",
        row -> keys.add(new ForeignKey(row.getString(1), row.getString(2), row.getString(3))));
    return keys;
  }

  record ForeignKey(String table, String name, String definition) {}

  /** Tables that hold even their owner to their policies. */
  List<String> forced() throws SQLException {
    var forced = new ArrayList<String>();
    each("select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        + " where c.relkind = 'r' and c.relforcerowsecurity and" + OURS, row -> forced.add(row.getString(1)));
    return forced;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String one(String sql) throws SQLException {
    var found = maybe(sql);
    if (found == null) {
      throw new SQLException("no answer: " + sql);
    }
    return found;
  }

  @Nullable String maybe(String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  interface Row {
    void take(ResultSet row) throws SQLException;
  }

  void each(String sql, Row reader) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.take(row);
      }
    }
  }
}
