package org.xingfuli.consensus.model;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.UUID;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The key a device derives from the ballot seed and seals its ballot with (ECDSA on P-256, SHA-256). The token's serial is the
 * hash of its public half: who changes a ballot in the box cannot seal it, and since a voter may seal whatever they like at any
 * time, a sealed ballot shown to somebody proves nothing about the one in the box.
 */
public final class BallotKey {

  /** Bytes of a public half: an uncompressed point. */
  static final int PUBLIC_BYTES = 65;

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final ECParameterSpec PARAMETERS = parameters();
  private static final int SCALAR_BYTES = 48;

  private final byte[] seed;
  private final BigInteger scalar;
  private final byte[] publicBytes;

  private BallotKey(byte[] seed) {
    this.seed = seed;
    // 48 bytes for a number of 32: what the remainder favours is below 2^-128.
    var drawn = new BigInteger(1, Hashes.hkdf(seed, "ballot key", SCALAR_BYTES));
    this.scalar = drawn.mod(CURVE.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
    this.publicBytes = new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize().getEncoded(false);
  }

  public static BallotKey of(CodeSecrets secrets) {
    return new BallotKey(secrets.ballotSeed());
  }

  /** The public half, an uncompressed point of 65 bytes. */
  public byte[] publicBytes() {
    return publicBytes.clone();
  }

  /** The serial of this household's token, 32 bytes. */
  public byte[] serial() {
    return serial(publicBytes);
  }

  static byte[] serial(byte[] publicBytes) {
    return Hashes.sha256(publicBytes);
  }

  /**
   * The factor that hides the serial from the key it is sent to. The key is in the label: shown another key, the device blinds
   * anew, so that two keys cannot be played against each other.
   */
  BigInteger blindingFactor(TokenPublicKey key) {
    var drawn = new BigInteger(1, Hashes.hkdf(seed, "blinding factor:" + key.thumbprint(), key.length() + 16));
    return drawn.mod(key.modulus().subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  /** Seals a ballot: the two halves of the signature, 64 bytes. */
  public byte[] seal(UUID vote, String choices) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, PARAMETERS)));
      signature.update(sealed(vote, choices));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether that seal is of that key on that ballot; whatever is no point or no signature is not. */
  static boolean sealedBy(byte[] publicBytes, UUID vote, String choices, byte[] seal) {
    if (publicBytes.length != PUBLIC_BYTES) {
      return false;
    }
    try {
      var point = CURVE.getCurve().decodePoint(publicBytes); // refuses what does not lie on the curve
      var open = new ECPublicKeySpec(
          new ECPoint(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger()), PARAMETERS);
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(KeyFactory.getInstance("EC").generatePublic(open));
      signature.update(sealed(vote, choices));
      return signature.verify(seal);
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      return false;
    }
  }

  private static byte[] sealed(UUID vote, String choices) {
    return Hashes.utf8("xingfuli ballot 1\n" + vote + "\n" + choices);
  }

  private static ECParameterSpec parameters() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
