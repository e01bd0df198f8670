package org.xingfuli.identity;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address people reach the platform by: the one configured ({@code xingfuli.public-url}), or this machine's own. */
@Component
public class PublicAddress {

  private final IdentityProperties properties;
  private final Environment environment;

  PublicAddress(IdentityProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** Without a slash at the end. */
  public String base() {
    var given = properties.publicUrl();
    return given != null && !given.isBlank() ? given.replaceAll("/+$", "") : local();
  }

  private String local() {
    var secure = environment.containsProperty("server.ssl.certificate");
    var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    return (secure ? "https" : "http") + "://localhost:" + port;
  }
}
