package org.xingfuli.identity.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what must not be read from the database alone (AES-256-GCM); bound to the person it belongs to. */
public final class Sealed {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** @param secret at least 128 bits nobody can guess, in any letters */
  public Sealed(String secret) {
    try {
      this.key = new SecretKeySpec(
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] close(UUID owner, byte[] plain) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var closed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(plain);
      return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The plain bytes; nothing when they were closed with another key or for another owner. */
  public Optional<byte[]> open(UUID owner, byte[] closed) {
    var nonce = new byte[NONCE];
    var rest = ByteBuffer.wrap(closed).get(nonce);
    var body = new byte[rest.remaining()];
    rest.get(body);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(body));
    } catch (AEADBadTagException another) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, UUID owner, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
