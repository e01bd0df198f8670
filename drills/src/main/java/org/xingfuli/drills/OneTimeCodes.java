package org.xingfuli.drills;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app (RFC 6238), written a second time, so that the drill does not believe the platform's. */
final class OneTimeCodes {

  static final int STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;

  OneTimeCodes(String key) {
    var letters = key.replace(" ", "");
    secret = new byte[letters.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (var letter : letters.toCharArray()) {
      bits = bits << 5 | BASE32.indexOf(letter);
      held += 5;
      if (held >= 8) {
        held -= 8;
        secret[at++] = (byte) (bits >> held);
      }
    }
  }

  static long now() {
    return System.currentTimeMillis() / 1000 / STEP_SECONDS;
  }

  String at(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[19] & 15;
      return "%06d".formatted((ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
