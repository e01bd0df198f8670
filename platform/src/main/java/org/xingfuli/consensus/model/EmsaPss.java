package org.xingfuli.consensus.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * EMSA-PSS (RFC 8017, 9.1.1) with SHA-384, MGF1 with SHA-384 and no salt: one message has one encoding, so that checking is
 * encoding again. {@code emBits} is one less than the modulus has, as RSASSA-PSS asks and the vectors of RFC 9474 show.
 */
final class EmsaPss {

  private static final int HASH = 48;

  private EmsaPss() {}

  static byte[] encode(byte[] message, int emBits) {
    int length = (emBits + 7) / 8;
    var hash = Hashes.sha384(new byte[8], Hashes.sha384(message));
    var block = new byte[length - HASH - 1];
    block[block.length - 1] = 1;
    var mask = mgf1(hash, block.length);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= mask[i];
    }
    block[0] &= (byte) (0xff >> 8 * length - emBits);
    return ByteBuffer.allocate(length).put(block).put(hash).put((byte) 0xbc).array();
  }

  private static byte[] mgf1(byte[] seed, int length) {
    var mask = new ByteArrayOutputStream();
    for (int counter = 0; mask.size() < length; counter++) {
      mask.writeBytes(Hashes.sha384(seed, ByteBuffer.allocate(Integer.BYTES).putInt(counter).array()));
    }
    return Arrays.copyOf(mask.toByteArray(), length);
  }
}
