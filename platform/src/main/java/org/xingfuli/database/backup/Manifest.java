package org.xingfuli.database.backup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, written as its last entry.
 *
 * @param format form of the file; a reader refuses one it does not know
 * @param product version that took it
 * @param takenAt moment of the snapshot, by the database's clock (ISO 8601)
 * @param sample whether it is the demo's data
 * @param businessDate the platform's date where the clock was moved, null where it tells system time
 * @param server version of the PostgreSQL it came from
 * @param migrations by module what its schema was made of, in order
 * @param sequences by qualified name the last value given out; absent when none was
 * @param head last link of the audit chain, null for an empty chain
 * @param unsealed acts in the snapshot that were still waiting for their seal
 */
public record Manifest(
    int format, String product, String takenAt, boolean sample, @Nullable String businessDate, String server,
    Map<String, List<Migration>> migrations, List<Table> tables, Map<String, Long> sequences, @Nullable Head head,
    long unsealed, List<Content> evidence, List<Content> files) {

  /** The form this version writes and reads. */
  static final int FORMAT = 1;

  /**
   * One applied migration.
   *
   * @param checksum Flyway's, of the script
   */
  public record Migration(String version, int checksum) {}

  /**
   * One table's rows.
   *
   * @param name qualified
   * @param columns those that are stored; generated ones compute themselves again
   * @param sum of the rows' hashes, in whatever order
   */
  public record Table(String name, List<String> columns, long rows, long bytes, String sum) {}

  /** The last link of the audit chain. */
  public record Head(long number, String hash) {}

  /** A file beside the database, by its path below the folder it belongs to. */
  public record Content(String path, long bytes, String sha256) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** Bytes the content has when it is unpacked. */
  long bytes() {
    return tables.stream().mapToLong(Table::bytes).sum() + evidenceBytes();
  }

  long evidenceBytes() {
    return evidence.stream().mapToLong(Content::bytes).sum();
  }
}
