package org.xingfuli.identity.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;

/**
 * What a browser keeps while it is at an identity provider. The session's cookie is strict and is not sent when one comes
 * back from another site; this one is sent then, to that one address, and is worth nothing by itself.
 */
@Component
class DoorCookie {

  static final String NAME = "xingfuli-door";

  private final boolean secure;

  DoorCookie(IdentityProperties properties) {
    this.secure = properties.secure();
  }

  String holding(String key) {
    return cookie(key, Duration.ofMinutes(10));
  }

  String gone() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration age) {
    return ResponseCookie.from(NAME, value).httpOnly(true).secure(secure).sameSite("Lax").path("/api/oidc").maxAge(age)
        .build().toString();
  }
}
