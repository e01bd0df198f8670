package org.xingfuli.appeal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The draw of closed appeals for a re-check. Pure, and simple enough to be done again with any tool: every appeal of the pool gets the
 * SHA-256 of {@code seed:id}, and the smallest are drawn. The order of the pool does not matter.
 */
public final class RecheckDraw {

  private RecheckDraw() {}

  /**
   * How many are drawn: a share, and a least number of every unit, less what was drawn before.
   *
   * @param share hundredths, rounded up
   * @param closed by the unit in the period
   * @param before of these drawn on earlier days
   */
  public static int wanted(int closed, int share, int least, int before) {
    return Math.max(0, Math.min(closed, Math.max(least, Math.ceilDiv(closed * share, 100))) - before);
  }

  /** The drawn ones, in the order in which they were drawn; all of the pool where more are wanted. */
  public static List<UUID> draw(Collection<UUID> pool, String seed, int wanted) {
    return pool.stream().distinct().sorted(Comparator.comparing((UUID id) -> mark(seed, id)).thenComparing(UUID::toString))
        .limit(Math.max(0, wanted)).toList();
  }

  private static String mark(String seed, UUID id) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((seed + ":" + id).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
