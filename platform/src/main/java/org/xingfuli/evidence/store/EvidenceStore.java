package org.xingfuli.evidence.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;

/** Keeps what is known of photos and documents; nothing sealed is ever changed here, until it is erased. */
@Component
public class EvidenceStore {

  /**
   * Which items of a list are wanted; what is null does not matter.
   *
   * @param withdrawn whether withdrawn ones are wanted too
   */
  public record Filter(
      @Nullable UUID estate, @Nullable String subjectType, @Nullable UUID subject, @Nullable EvidenceKind kind,
      @Nullable Instant from, @Nullable Instant until, boolean withdrawn) {}

  /** After which item a page begins. */
  public record Position(Instant receivedAt, UUID id) {}

  private static final String WANTED = """
       where (cast(:estate as uuid) is null or i.estate_id = cast(:estate as uuid))
        and (cast(:kind as text) is null or i.kind = cast(:kind as text))
        and (cast(:subject as uuid) is null or exists (select from evidence.reference r where r.item_id = i.id
          and r.subject_type = cast(:subjectType as text) and r.subject_id = cast(:subject as uuid)))
        and (cast(:from as timestamptz) is null or i.received_at >= cast(:from as timestamptz))
        and (cast(:until as timestamptz) is null or i.received_at < cast(:until as timestamptz))
        and (:withdrawn or i.withdrawn_at is null) and i.erased_at is null""";

  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(EvidenceItem item, String area) {
    jdbc.sql("""
        insert into evidence.item (id, estate_id, area, kind, media_type, hash, bytes, width, height, file_name, caption,
          subject_type, subject_id, latitude, longitude, accuracy, taken_at, received_at, device, uploaded_by, uploader,
          exif_taken_at, exif_latitude, exif_longitude, exif_device, seal)
        values (:id, :estate, :area, :kind, :mediaType, :hash, :bytes, :width, :height, :fileName, :caption,
          :subjectType, :subjectId, :latitude, :longitude, :accuracy, :takenAt, :receivedAt, :device, :uploadedBy, :uploader,
          :exifTakenAt, :exifLatitude, :exifLongitude, :exifDevice, :seal)""")
        .param("id", item.id())
        .param("estate", item.estateId())
        .param("area", area)
        .param("kind", item.kind().name())
        .param("mediaType", item.mediaType())
        .param("hash", item.hash())
        .param("bytes", item.bytes())
        .param("width", item.width())
        .param("height", item.height())
        .param("fileName", item.fileName())
        .param("caption", item.caption())
        .param("subjectType", item.subjectType())
        .param("subjectId", item.subjectId())
        .param("latitude", item.latitude())
        .param("longitude", item.longitude())
        .param("accuracy", item.accuracy())
        .param("takenAt", EvidenceRows.offset(item.takenAt()))
        .param("receivedAt", EvidenceRows.offset(item.receivedAt()))
        .param("device", item.device())
        .param("uploadedBy", item.uploadedBy())
        .param("uploader", item.uploader())
        .param("exifTakenAt", EvidenceRows.offset(item.exif().takenAt()))
        .param("exifLatitude", item.exif().latitude())
        .param("exifLongitude", item.exif().longitude())
        .param("exifDevice", item.exif().device())
        .param("seal", item.seal())
        .update();
  }

  public Optional<EvidenceItem> find(UUID id) {
    return jdbc.sql("select * from evidence.item where id = :id and erased_at is null").param("id", id).query(EvidenceRows.MAPPER)
        .optional();
  }

  public List<EvidenceItem> list(Collection<UUID> ids) {
    return jdbc.sql("select * from evidence.item where id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
        .query(EvidenceRows.MAPPER).list();
  }

  /** The item, held until the transaction ends. */
  public Optional<EvidenceItem> lock(UUID id) {
    return jdbc.sql("select * from evidence.item where id = :id and erased_at is null for update").param("id", id)
        .query(EvidenceRows.MAPPER).optional();
  }

  /** Those of the ids that are in the estate and not withdrawn. */
  public Set<UUID> usable(UUID estate, Collection<UUID> items) {
    return new HashSet<>(jdbc.sql("""
            select id from evidence.item where id = any(:items) and estate_id = :estate
              and withdrawn_at is null and erased_at is null""")
        .param("items", items.toArray(UUID[]::new)).param("estate", estate)
        .query((row, n) -> row.getObject(1, UUID.class)).list());
  }

  public Map<UUID, Integer> counts(Collection<UUID> estates) {
    var counts = new HashMap<UUID, Integer>();
    jdbc.sql("""
            select estate_id, count(*) from evidence.item
            where estate_id = any(:estates) and withdrawn_at is null and erased_at is null group by estate_id""")
        .param("estates", estates.toArray(UUID[]::new))
        .query((RowCallbackHandler) row -> counts.put(row.getObject(1, UUID.class), row.getInt(2)));
    return counts;
  }

  /** The newest first. */
  public List<EvidenceItem> page(Filter filter, @Nullable Position after, int limit) {
    return wanted("select i.* from evidence.item i " + WANTED + """
           and (cast(:afterId as uuid) is null or (i.received_at, i.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
          order by i.received_at desc, i.id desc limit :limit""", filter)
        .param("afterId", after == null ? null : after.id())
        .param("afterAt", after == null ? null : EvidenceRows.offset(after.receivedAt()))
        .param("limit", limit)
        .query(EvidenceRows.MAPPER).list();
  }

  public long count(Filter filter) {
    return wanted("select count(*) from evidence.item i " + WANTED, filter).query(Long.class).single();
  }

  private JdbcClient.StatementSpec wanted(String sql, Filter filter) {
    var kind = filter.kind();
    return jdbc.sql(sql)
        .param("estate", filter.estate())
        .param("kind", kind == null ? null : kind.name())
        .param("subject", filter.subject())
        .param("subjectType", filter.subjectType())
        .param("from", EvidenceRows.offset(filter.from()))
        .param("until", EvidenceRows.offset(filter.until()))
        .param("withdrawn", filter.withdrawn());
  }

  /** Items in the order of their ids, for a walk over all of them. */
  public List<EvidenceItem> after(@Nullable UUID id, int limit) {
    return jdbc.sql("""
            select * from evidence.item where cast(:id as uuid) is null or id > cast(:id as uuid) order by id limit :limit""")
        .param("id", id).param("limit", limit).query(EvidenceRows.MAPPER).list();
  }

  public int countAll() {
    return jdbc.sql("select count(*) from evidence.item").query(Integer.class).single();
  }

  public List<String> hashes() {
    return jdbc.sql("select distinct hash from evidence.item where erased_at is null order by hash")
        .query((row, n) -> row.getString(1)).list();
  }

  public void withdraw(UUID id, Instant at, UUID by, String reason) {
    jdbc.sql("update evidence.item set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason where id = :id")
        .param("id", id).param("at", EvidenceRows.offset(at)).param("by", by).param("reason", reason).update();
  }

  /** Those of the items that are evidence of nothing: no subject has them, and they are no half of a pair. */
  public List<UUID> lonely(Collection<UUID> items) {
    return jdbc.sql("""
            select i.id from evidence.item i where i.id = any(:items) and i.erased_at is null
              and not exists (select from evidence.reference r where r.item_id = i.id)
              and not exists (select from evidence.pair p where p.before_id = i.id or p.after_id = i.id) order by i.id for update""")
        .param("items", items.toArray(UUID[]::new)).query((row, n) -> row.getObject(1, UUID.class)).list();
  }

  /** Whose it is, its hash and its seal stay; what is said of it, where and with what it was taken does not. */
  public void erase(UUID id, Instant at) {
    jdbc.sql("""
            update evidence.item set erased_at = :at, file_name = '', caption = '', subject_type = null, subject_id = null,
              latitude = null, longitude = null, accuracy = null, device = null, exif_latitude = null, exif_longitude = null,
              exif_device = null, withdrawn_reason = case when withdrawn_reason is null then null else '' end where id = :id""")
        .param("id", id).param("at", EvidenceRows.offset(at)).update();
  }

  public boolean erased(UUID id) {
    return jdbc.sql("select exists (select from evidence.item where id = ? and erased_at is not null)").param(id)
        .query(Boolean.class).single();
  }

  /** Contents of erased items whose files are still to go. */
  public List<String> toErase(int most) {
    return jdbc.sql("""
            select distinct hash from evidence.item where erased_at is not null and file_erased_at is null order by hash limit ?""")
        .param(most).query((row, n) -> row.getString(1)).list();
  }

  /** Holds a content until the transaction ends, so that nobody erases its file while an item of it comes in. */
  public void holdContent(String hash, boolean alone) {
    jdbc.sql("select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(hashtextextended(?, 0))").param("evidence " + hash)
        .query((row, n) -> true).list();
  }

  public boolean isNeeded(String hash) {
    return jdbc.sql("select exists (select from evidence.item where hash = ? and erased_at is null)").param(hash)
        .query(Boolean.class).single();
  }

  /** The file is gone, or stays for another item. */
  public void fileErased(String hash, Instant at) {
    jdbc.sql("update evidence.item set file_erased_at = :at where hash = :hash and erased_at is not null and file_erased_at is null")
        .param("hash", hash).param("at", EvidenceRows.offset(at)).update();
  }

  /** The estate lies in another area now. */
  public void move(UUID estate, String area) {
    for (var table : List.of("item", "reference", "pair")) {
      jdbc.sql("update evidence." + table + " set area = :area where estate_id = :estate and area <> :area")
          .param("area", area).param("estate", estate).update();
    }
  }
}
