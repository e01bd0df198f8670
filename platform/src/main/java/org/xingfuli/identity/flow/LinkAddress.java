package org.xingfuli.identity.flow;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;

/** Where a one-time link leads: the address people reach the platform by, or this machine. */
@Component
public class LinkAddress {

  private final IdentityProperties properties;
  private final Environment environment;

  LinkAddress(IdentityProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  public String of(String token) {
    return base() + "/setup/" + token;
  }

  /** The platform's own address, without a slash at the end. */
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
