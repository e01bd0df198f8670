package org.xingfuli.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pages of acts for the auditor, the latest first. */
@Repository
class EntryList {

  /**
   * What is looked for; null means any.
   *
   * @param act an act, or a module's or word's beginning such as {@code programme.}
   * @param person part of the person's name or title, or the principal's id
   */
  record Filter(@Nullable String act, @Nullable String person, @Nullable Instant from, @Nullable Instant to) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** By days in Shanghai, both included. */
    static Filter ofDays(
        @Nullable String act, @Nullable String person, @Nullable LocalDate from, @Nullable LocalDate to) {
      return new Filter(act, person, from == null ? null : from.atStartOfDay(HERE).toInstant(),
          to == null ? null : to.plusDays(1).atStartOfDay(HERE).toInstant());
    }
  }

  /**
   * One act.
   *
   * @param seq its number in the chain, null until sealed
   * @param person name, null when erased or when a system task acted
   */
  record Row(UUID id, @Nullable Long seq, Instant at, @Nullable String person, String personTitle, String act,
      String subjectType, UUID subjectId, Map<String, Object> facts, boolean sealed, @Nullable String hash) {}

  private static final String FROM = """
       from audit.entry e left join audit.seal s on s.entry_id = e.id left join audit.personal p on p.entry_id = e.id
      where true""";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryList(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Page<Row> page(Filter filter, List<String> after, int limit) {
    var where = new StringBuilder();
    var values = new HashMap<String, Object>();
    narrow(filter, where, values);
    var total = jdbc.sql("select count(*)" + FROM + where).params(values).query(Long.class).single();
    if (!after.isEmpty()) {
      where.append(" and e.id < :after");
      values.put("after", id(after.getFirst()));
    }
    values.put("limit", limit + 1);
    var rows = jdbc.sql("select s.number, s.hash, p.person, " + AuditStore.ENTRY + FROM + where
            + " order by e.id desc limit :limit")
        .params(values)
        .query((row, n) -> {
          var entry = AuditStore.entry(row);
          var number = row.getObject("number", Long.class);
          var hash = row.getBytes("hash");
          var person = row.getString("person");
          return new Row(entry.id(), number, entry.at(), person == null || person.isEmpty() ? null : person,
              entry.title(), entry.act(), entry.subject().type(), entry.subject().id(),
              json.readValue(entry.facts(), new TypeReference<Map<String, Object>>() {}), number != null,
              hash == null ? null : HexFormat.of().formatHex(hash));
        })
        .list();
    var more = rows.size() > limit;
    var items = more ? rows.subList(0, limit) : rows;
    return new Page<>(items, more ? Cursor.after(items.getLast().id()) : null, total);
  }

  private static void narrow(Filter filter, StringBuilder where, Map<String, Object> values) {
    if (filter.act() != null && !filter.act().isBlank()) {
      where.append(" and starts_with(e.act, :act)");
      values.put("act", filter.act().strip());
    }
    if (filter.person() != null && !filter.person().isBlank()) {
      where.append(" and (strpos(coalesce(p.person, ''), :person) > 0 or strpos(e.title, :person) > 0"
          + " or e.principal::text = :person)");
      values.put("person", filter.person().strip());
    }
    if (filter.from() != null) {
      where.append(" and e.at >= :from");
      values.put("from", filter.from().atOffset(ZoneOffset.UTC));
    }
    if (filter.to() != null) {
      where.append(" and e.at < :to");
      values.put("to", filter.to().atOffset(ZoneOffset.UTC));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", text)));
      refused.initCause(e);
      throw refused;
    }
  }
}
