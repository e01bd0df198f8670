package org.xingfuli.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** The hashes of the chain (SHA-256); every field is hashed with its length, so that no two entries look alike. */
final class Chain {

  /** What stands before the first link. */
  static final byte[] BEGINNING = new byte[32];

  private Chain() {}

  static byte[] content(Entry entry) {
    var digest = sha256();
    add(digest, entry.id());
    add(digest, entry.at());
    add(digest, entry.principal());
    add(digest, entry.kind());
    add(digest, entry.title());
    add(digest, entry.act());
    add(digest, entry.subject().type());
    add(digest, entry.subject().id());
    add(digest, entry.facts());
    add(digest, entry.personalHash() == null ? new byte[0] : entry.personalHash());
    return digest.digest();
  }

  /** The moment of sealing is part of the link: a back-dated seal would make a late act look like a timely one. */
  static byte[] link(byte[] before, long number, byte[] content, Instant sealedAt) {
    var digest = sha256();
    add(digest, before);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    add(digest, content);
    add(digest, sealedAt);
    return digest.digest();
  }

  /** The salted hash that stands in an entry for personal data kept elsewhere. */
  static byte[] personal(byte[] salt, String person, String data) {
    var digest = sha256();
    add(digest, salt);
    add(digest, person);
    add(digest, data);
    return digest.digest();
  }

  private static void add(MessageDigest digest, UUID id) {
    digest.update(ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).flip());
  }

  private static void add(MessageDigest digest, Instant at) {
    digest.update(ByteBuffer.allocate(12).putLong(at.getEpochSecond()).putInt(at.getNano()).flip());
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
