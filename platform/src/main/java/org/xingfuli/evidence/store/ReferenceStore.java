package org.xingfuli.evidence.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EvidenceItem;

/** Keeps what each item is evidence of. */
@Component
public class ReferenceStore {

  private final JdbcClient jdbc;

  ReferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(UUID item, String subjectType, UUID subject, Instant at) {
    jdbc.sql("""
        insert into evidence.reference (item_id, subject_type, subject_id, estate_id, area, at)
        select id, :type, :subject, estate_id, area, :at from evidence.item where id = :item
        on conflict do nothing""")
        .param("item", item).param("type", subjectType).param("subject", subject)
        .param("at", EvidenceRows.offset(at))
        .update();
  }

  /** The subjects have no evidence any more; returns the items they had. */
  public Set<UUID> drop(String subjectType, Collection<UUID> subjects) {
    return new HashSet<>(jdbc.sql("delete from evidence.reference where subject_type = ? and subject_id = any(?) returning item_id")
        .params(subjectType, subjects.toArray(UUID[]::new)).query((row, n) -> row.getObject(1, UUID.class)).list());
  }

  public List<EvidenceItem> of(String subjectType, UUID subject) {
    return of(subjectType, List.of(subject)).getOrDefault(subject, List.of());
  }

  public Map<UUID, List<EvidenceItem>> of(String subjectType, Collection<UUID> subjects) {
    var found = new LinkedHashMap<UUID, List<EvidenceItem>>();
    jdbc.sql("""
            select r.subject_id as referring, i.* from evidence.reference r join evidence.item i on i.id = r.item_id
            where r.subject_type = :type and r.subject_id = any(:subjects) and i.withdrawn_at is null
            order by i.received_at, i.id""")
        .param("type", subjectType).param("subjects", subjects.toArray(UUID[]::new))
        .query((RowCallbackHandler) row -> found
            .computeIfAbsent(row.getObject("referring", UUID.class), id -> new ArrayList<>())
            .add(Objects.requireNonNull(EvidenceRows.MAPPER.mapRow(row, 0))));
    return found;
  }

  public Map<UUID, Integer> counts(String subjectType, Collection<UUID> subjects) {
    var counts = new HashMap<UUID, Integer>();
    jdbc.sql("""
            select r.subject_id, count(*) from evidence.reference r join evidence.item i on i.id = r.item_id
            where r.subject_type = :type and r.subject_id = any(:subjects) and i.withdrawn_at is null group by 1""")
        .param("type", subjectType).param("subjects", subjects.toArray(UUID[]::new))
        .query((RowCallbackHandler) row -> counts.put(row.getObject(1, UUID.class), row.getInt(2)));
    return counts;
  }
}
