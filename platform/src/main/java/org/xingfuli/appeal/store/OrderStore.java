package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import tools.jackson.databind.json.JsonMapper;

/** Keeps which revision of another system's order its appeal stands for. */
@Component
public class OrderStore {

  /** The order an appeal stands for. */
  public record Held(String number, UUID appeal, int revision, byte[] hash) {

    public boolean same(byte[] other) {
      return Arrays.equals(hash, other);
    }
  }

  /** An order as a row. */
  public record Row(String original_number, UUID appeal_id, String area, @Nullable UUID estate_id, int revision, String content_hash) {

    public static Row of(String number, UUID appeal, String area, @Nullable UUID estate, int revision, byte[] hash) {
      return new Row(number, appeal, area, estate, revision, HexFormat.of().formatHex(hash));
    }
  }

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OrderStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of the numbers that are known, by number, held until the transaction ends. */
  public Map<String, Held> hold(Channel channel, Collection<String> numbers) {
    var held = new HashMap<String, Held>();
    jdbc.sql("""
            select original_number, appeal_id, revision, content_hash from appeal.sent_order
            where channel = ? and original_number = any(?) order by original_number for update""")
        .params(channel.name(), numbers.toArray(String[]::new))
        .query((row, n) -> new Held(row.getString(1), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)))
        .list().forEach(one -> held.put(one.number(), one));
    return held;
  }

  /** Notes new ones; one that somebody else noted at this moment stays as it is. */
  public void insert(Channel channel, List<Row> rows, Instant at) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql("""
            insert into appeal.sent_order (channel, original_number, appeal_id, area, estate_id, revision, content_hash, taken_at)
            select :channel, r.original_number, r.appeal_id, r.area, r.estate_id, r.revision, decode(r.content_hash, 'hex'), :at
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (original_number text, appeal_id uuid, area text, estate_id uuid,
              revision integer, content_hash text)
            on conflict do nothing""")
        .param("channel", channel.name()).param("at", Fields.utc(at)).param("rows", json.writeValueAsString(rows)).update();
  }

  /** The appeal stands for another revision now. */
  public void revise(Channel channel, String number, int revision, byte[] hash, Instant at) {
    jdbc.sql("""
            update appeal.sent_order set revision = ?, content_hash = ?, taken_at = ? where channel = ? and original_number = ?""")
        .params(revision, hash, Fields.utc(at), channel.name(), number).update();
  }

  /** The appeal of an order. */
  public @Nullable UUID appeal(Channel channel, String number) {
    return jdbc.sql("select appeal_id from appeal.sent_order where channel = ? and original_number = ?")
        .params(channel.name(), number).query(UUID.class).optional().orElse(null);
  }
}
