package org.xingfuli.database.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Counts rows and sums their SHA-256 modulo 2^256, so that a table has the same sum in whatever order its rows are read: a
 * restored table lies on the disk in another order than the one it was copied from.
 */
final class RowSum {

  private static final int WORDS = 4;

  private final MessageDigest sha = Sha256.digest();
  private final long[] sum = new long[WORDS];
  private long rows;
  private long bytes;

  /** A row as COPY writes it in text form, with its line end. */
  void add(byte[] row) {
    var hash = ByteBuffer.wrap(sha.digest(row));
    long carry = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long plain = sum[i] + hash.getLong(i * Long.BYTES);
      long carried = plain + carry;
      carry = Long.compareUnsigned(plain, sum[i]) < 0 || Long.compareUnsigned(carried, plain) < 0 ? 1 : 0;
      sum[i] = carried;
    }
    rows++;
    bytes += row.length;
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  String hex() {
    var all = ByteBuffer.allocate(WORDS * Long.BYTES);
    for (var word : sum) {
      all.putLong(word);
    }
    return HexFormat.of().formatHex(all.array());
  }
}
