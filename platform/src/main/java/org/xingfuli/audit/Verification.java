package org.xingfuli.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain from its beginning and finds whatever does not fit. Pure: fed with links in the order of their numbers,
 * and with the exported heads.
 */
final class Verification {

  /** A link whose entry is not what was sealed, until it is known whether it is another link's entry. */
  private record Misfit(long number, String actual) {}

  private final SortedMap<Long, byte[]> heads;
  private final List<AuditFault> faults = new ArrayList<>();
  private final List<Misfit> misfits = new ArrayList<>();
  private final Map<String, Long> sealedContents = new HashMap<>();
  private byte[] before = Chain.BEGINNING;
  private long expected = 1;
  private long checked;

  Verification(SortedMap<Long, byte[]> heads) {
    this.heads = heads;
  }

  /**
   * Checks the next link.
   *
   * @param entry the entry it seals, null when that is gone
   * @param personalFits whether the personal data kept apart, if still there, are those that were hashed
   */
  void next(Seal seal, @Nullable Entry entry, boolean personalFits) {
    checked++;
    if (seal.number() > expected) {
      add(expected, AuditFault.Kind.DELETED, seal.number() == expected + 1
          ? "第 %d 条封存记录缺失 link %1$d is missing".formatted(expected)
          : "第 %d 至 %d 条封存记录缺失 links %1$d to %2$d are missing".formatted(expected, seal.number() - 1));
    } else if (!Arrays.equals(seal.hash(), Chain.link(before, seal.number(), seal.content(), seal.at()))) {
      add(seal.number(), AuditFault.Kind.REORDERED,
          "第 %d 条与前一条不相接，或封存时间被改动 link %1$d does not follow the one before, or its time was changed".formatted(seal.number()));
    }
    compareWithHead(seal);
    if (entry == null) {
      add(seal.number(), AuditFault.Kind.DELETED, "第 %d 条的记录已被删除 the entry of link %1$d is gone".formatted(seal.number()));
    } else {
      compare(seal, entry, personalFits);
    }
    before = seal.hash();
    expected = seal.number() + 1;
  }

  private void compareWithHead(Seal seal) {
    var head = heads.get(seal.number());
    if (head != null && !Arrays.equals(head, seal.hash())) {
      add(seal.number(), AuditFault.Kind.CHANGED,
          "第 %d 条与已导出的链头不符 link %1$d contradicts the exported head".formatted(seal.number()));
    }
  }

  private void compare(Seal seal, Entry entry, boolean personalFits) {
    var actual = Chain.content(entry);
    if (!Arrays.equals(actual, seal.content())) {
      misfits.add(new Misfit(seal.number(), HexFormat.of().formatHex(actual)));
      sealedContents.put(HexFormat.of().formatHex(seal.content()), seal.number());
    } else if (!personalFits) {
      add(seal.number(), AuditFault.Kind.CHANGED,
          "第 %d 条的个人信息被改动 the personal data of link %1$d were changed".formatted(seal.number()));
    }
  }

  private void add(long number, AuditFault.Kind kind, String message) {
    faults.add(new AuditFault(number, kind, message));
  }

  /** An entry that has waited too long for its seal. */
  void unsealed(Entry entry) {
    faults.add(new AuditFault(null, AuditFault.Kind.UNSEALED,
        "记录 %s（%s）未封存 entry %1$s was never sealed".formatted(entry.id(), entry.act())));
  }

  /** All faults, after the last link. */
  List<AuditFault> finish() {
    for (var misfit : misfits) {
      var other = sealedContents.get(misfit.actual());
      if (other == null) {
        add(misfit.number(), AuditFault.Kind.CHANGED, "第 %d 条的内容被改动 the entry of link %1$d was changed".formatted(misfit.number()));
      } else {
        add(misfit.number(), AuditFault.Kind.REORDERED,
            "第 %d 条放着第 %d 条的记录 link %1$d holds the entry of link %2$d".formatted(misfit.number(), other));
      }
    }
    if (!heads.isEmpty() && heads.lastKey() >= expected) {
      add(expected, AuditFault.Kind.CUT_TAIL,
          "链止于第 %d 条，但已导出到第 %d 条 the chain ends at %1$d, but %2$d was exported".formatted(expected - 1, heads.lastKey()));
    }
    return faults;
  }

  long checked() {
    return checked;
  }
}
