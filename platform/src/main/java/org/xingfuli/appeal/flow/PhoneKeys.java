package org.xingfuli.appeal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Phone;
import org.xingfuli.database.Secrets;

/**
 * Recognises a telephone number without reading it: the key of a number is its HMAC under a secret of this installation, so that
 * a copy of the database does not tell who called by trying all numbers.
 */
@Component
public class PhoneKeys {

  private static final String HMAC = "HmacSHA256";

  private final Secrets secrets;
  private volatile @Nullable SecretKeySpec key;

  PhoneKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The key of a number; null for what is none. */
  public byte @Nullable [] of(@Nullable String phone) {
    var plain = phone == null ? null : Phone.plain(phone);
    return plain == null ? null : keyed(plain);
  }

  /** The key of any other text, never that of a telephone number. */
  byte[] ofText(String kind, String text) {
    return keyed(kind + "\u001f" + text);
  }

  private byte[] keyed(String plain) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key());
      return mac.doFinal(plain.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    var known = key;
    if (known == null) {
      known = new SecretKeySpec(secrets.named("appeal-phones").getBytes(UTF_8), HMAC);
      key = known;
    }
    return known;
  }
}
