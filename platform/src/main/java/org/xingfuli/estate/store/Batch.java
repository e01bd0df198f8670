package org.xingfuli.estate.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes many rows with one statement, column by column, as {@code unnest} takes them: as quick as COPY, which PostgreSQL
 * refuses under row-level security.
 */
final class Batch<R> {

  private final Map<String, Function<List<R>, Object>> columns = new LinkedHashMap<>();

  Batch<R> ids(String name, Function<R, UUID> value) {
    columns.put(name, rows -> rows.stream().map(value).toArray(UUID[]::new));
    return this;
  }

  Batch<R> texts(String name, Function<R, @Nullable String> value) {
    columns.put(name, rows -> {
      var values = new ArrayList<@Nullable String>(rows.size());
      rows.forEach(row -> values.add(value.apply(row)));
      return values.toArray(String[]::new);
    });
    return this;
  }

  Batch<R> numbers(String name, Function<R, @Nullable Integer> value) {
    columns.put(name, rows -> {
      var values = new ArrayList<@Nullable Integer>(rows.size());
      rows.forEach(row -> values.add(value.apply(row)));
      return values.toArray(Integer[]::new);
    });
    return this;
  }

  /** Decimals travel as text and are cast in the statement. */
  Batch<R> decimals(String name, Function<R, BigDecimal> value) {
    return texts(name, row -> value.apply(row).toPlainString());
  }

  Batch<R> truths(String name, Function<R, Boolean> value) {
    columns.put(name, rows -> rows.stream().map(value).toArray(Boolean[]::new));
    return this;
  }

  /** The same with a statement that returns the ids of the rows it wrote. */
  List<UUID> written(JdbcClient jdbc, String sql, List<R> rows, int atOnce) {
    var ids = new ArrayList<UUID>();
    for (int from = 0; from < rows.size(); from += atOnce) {
      ids.addAll(filled(jdbc, sql, rows.subList(from, Math.min(rows.size(), from + atOnce))).query(UUID.class).list());
    }
    return ids;
  }

  /** Runs the statement over the rows, at most so many at once. */
  void write(JdbcClient jdbc, String sql, List<R> rows, int atOnce) {
    for (int from = 0; from < rows.size(); from += atOnce) {
      filled(jdbc, sql, rows.subList(from, Math.min(rows.size(), from + atOnce))).update();
    }
  }

  private JdbcClient.StatementSpec filled(JdbcClient jdbc, String sql, List<R> part) {
    var statement = jdbc.sql(sql);
    for (var column : columns.entrySet()) {
      statement = statement.param(column.getKey(), column.getValue().apply(part));
    }
    return statement;
  }
}
