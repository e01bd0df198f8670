package org.xingfuli.consensus.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * What an independent checker who is shown the joint list finds: ballots that nobody entitled can have cast, and a bulletin
 * that is not of this box. It needs the vote's public key and how many tokens were issued, and no secret.
 */
public final class BoxCheck {

  /** What is wrong. */
  public enum Kind {
    /** The vote's key did not sign the token. */
    TOKEN,
    /** The choices are not those the token's holder sealed. */
    SEAL,
    /** The choices are not one line. */
    CHOICES,
    /** A second ballot with the same token. */
    TWICE,
    /** More ballots than households were given a token. */
    MORE_THAN_ISSUED,
    /** A published list or digest is another than this box gives. */
    BULLETIN
  }

  /** @param receipt of the ballot it is about; empty when it is about the whole box */
  public record Finding(Kind kind, String receipt) {}

  private BoxCheck() {}

  /** Everything wrong at once, in the order of the joint list; empty when box and bulletin stand. */
  public static List<Finding> of(UUID vote, TokenPublicKey key, long issued, List<SealedBallot> box, Bulletin published) {
    var findings = new ArrayList<Finding>();
    var seen = new HashSet<String>();
    boolean twice = false;
    for (var ballot : box) {
      var receipt = ballot.receipt().letters();
      ballot.fault(vote, key).ifPresent(fault -> findings.add(new Finding(Kind.valueOf(fault.name()), receipt)));
      if (!seen.add(receipt)) {
        twice = true;
        findings.add(new Finding(Kind.TWICE, receipt));
      }
    }
    if (box.size() > issued) {
      findings.add(new Finding(Kind.MORE_THAN_ISSUED, ""));
    }
    if (twice || !Bulletin.of(box).equals(published)) {
      findings.add(new Finding(Kind.BULLETIN, ""));
    }
    return List.copyOf(findings);
  }
}
