package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what people said and wrote in appeals whose retention is over, in every table that holds words of theirs; what is counted
 * (kind, class, estate, days, outcome) stays.
 */
@Component
public class CaseErasureStore {

  /** What stands where words must be. */
  public static final String ERASED = "（保存期满，内容已抹去）";

  private static final String OVER = "state in ('CLOSED', 'ARCHIVED') and closed_at < ?";

  /** Words of an appeal outside of its own row; the parameter is its id. */
  private static final List<String> BESIDE = List.of(
      "update appeal.complainant set name = null, phone = null, door = null, phone_key = null, lookup_key = null, "
          + "erased_at = coalesce(erased_at, now()) where appeal_id = any(?)",
      "update appeal.entry set words = '' where appeal_id = any(?)",
      "update appeal.support set asked = '', answer = null where appeal_id = any(?)",
      "update appeal.reply set words = '" + ERASED + "' where appeal_id = any(?)",
      "update appeal.proof set words = case when kind in ('PAPER', 'OWN_WORD') then '" + ERASED + "' else '' end where appeal_id = any(?)",
      "update appeal.call_back set words = '' where appeal_id = any(?)",
      "update appeal.extension set reason = '' where appeal_id = any(?)",
      "update appeal.link set words = '' where appeal_id = any(?)",
      "update appeal.promise set said = '" + ERASED + "', words = '' where appeal_id = any(?)",
      "update appeal.open311_request set address_id = null, media_url = null, account_id = null where appeal_id = any(?)",
      "update appeal.sent_order set content_hash = '' where appeal_id = any(?)",
      "delete from appeal.search_text where appeal_id = any(?)",
      "delete from appeal.ticket where appeal_id = any(?)",
      // A matter takes its title and words from the appeals it holds, so none of them may stay longer than the first of these.
      "update appeal.matter set title = '" + ERASED + "', words = '', settled_words = case when settled_words is null then null else '"
          + ERASED + "' end where id in (select matter_id from appeal.matter_appeal where appeal_id = any(?))");

  private final JdbcClient jdbc;

  CaseErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Erases the words of appeals closed before the instant; returns which they were. */
  public List<UUID> erase(Instant before) {
    var ids = jdbc.sql("update appeal.appeal set title = '" + ERASED + "', words = '', place = null, latitude = null, longitude = null, "
            + "request_hash = null, erased_at = now() where erased_at is null and " + OVER + " returning id")
        .param(Fields.utc(before)).query((row, n) -> Fields.id(row, "id")).list();
    if (!ids.isEmpty()) {
      BESIDE.forEach(sql -> jdbc.sql(sql).param(ids.toArray(UUID[]::new)).update());
    }
    return ids;
  }

  /** The replies of these appeals. */
  public List<UUID> replies(Collection<UUID> appeals) {
    return jdbc.sql("select id from appeal.reply where appeal_id = any(?)").param(appeals.toArray(UUID[]::new))
        .query((row, n) -> Fields.id(row, "id")).list();
  }

  public long remaining(Instant before) {
    return jdbc.sql("select count(*) from appeal.appeal where erased_at is null and " + OVER).param(Fields.utc(before))
        .query(Long.class).single();
  }
}
