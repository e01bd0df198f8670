package org.xingfuli.consensus.model;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is published of a closed box. Two lists, each sorted by itself, so that no line of one belongs to a line of the other:
 * whoever voted finds their receipt in the first, whoever doubts recounts the second, and both are as long as each other. The
 * joint list is not published; its digest is, before the result, and binds what a checker is shown later.
 *
 * <p>A digest is the SHA-256 of the list as a text file of UTF-8 lines, each ended by a line feed: {@code sha256sum} says the same.
 *
 * @param receipts sorted receipts, without spaces
 * @param ballots sorted choices, each as often as it was cast; what a recount takes
 */
public record Bulletin(
    List<String> receipts, List<String> ballots, String receiptsDigest, String ballotsDigest, String jointDigest) {

  /** @throws IllegalArgumentException when a token lies in the box twice, which its key forbids */
  public static Bulletin of(Collection<SealedBallot> box) {
    var joint = box.stream().map(SealedBallot::line).sorted().toList();
    var receipts = box.stream().map(SealedBallot::receipt).sorted().map(Receipt::letters).toList();
    var ballots = box.stream().map(SealedBallot::choices).sorted().toList();
    if (receipts.stream().distinct().count() < receipts.size()) {
      throw new IllegalArgumentException("A token lies in the box twice. Maybe the constraint on serials was dropped?");
    }
    return new Bulletin(receipts, ballots, digest(receipts), digest(ballots), digest(joint));
  }

  /**
   * Ballots that no other equals. Whoever was told to mark a ballot in an odd way could be checked by such a line: the more
   * there are of them, the simpler the next ballot should be.
   */
  public long standingAlone() {
    return ballots.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values().stream().filter(times -> times == 1).count();
  }

  static String digest(List<String> lines) {
    var text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return HexFormat.of().formatHex(Hashes.sha256(Hashes.utf8(text)));
  }
}
