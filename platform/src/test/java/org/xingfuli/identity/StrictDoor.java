package org.xingfuli.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Accounts.Account;

/**
 * The platform with two identity providers and with stricter settings than usual: administrators must have a second factor,
 * a code is asked for again at once, and a token has few requests. Who stands at this door shares one platform.
 */
@PlatformTest
@Import(Staff.class)
abstract class StrictDoor {

  /** Taken before the platform and the provider start, since each must know the other's address. */
  private static final int PORT = free();
  static final String BASE = "http://localhost:" + PORT;

  @LocalServerPort int port;
  @Autowired Staff staff;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("server.port", () -> PORT);
    settings.add("xingfuli.public-url", () -> BASE);
    settings.add("xingfuli.second-factor.required", () -> "true");
    settings.add("xingfuli.second-factor.fresh", () -> "0s");
    settings.add("xingfuli.tokens.per-minute", () -> "5");
    settings.add("xingfuli.oidc.patience", () -> "2s");
    for (var provider : new String[] {"district", "cautious"}) {
      var prefix = "xingfuli.oidc.providers." + provider;
      settings.add(prefix + ".issuer", IdentityProvider::issuer);
      settings.add(prefix + ".client-id", () -> IdentityProvider.CLIENT);
      settings.add(prefix + ".client-secret-file", StrictDoor::secretFile);
    }
    settings.add("xingfuli.oidc.providers.district.name", () -> "区统一认证");
    settings.add("xingfuli.oidc.providers.district.match-claim", () -> "preferred_username");
    settings.add("xingfuli.oidc.providers.district.second-factor-values", () -> "otp");
    settings.add("xingfuli.oidc.providers.asleep.issuer", () -> "http://localhost:1");
    settings.add("xingfuli.oidc.providers.asleep.client-id", () -> IdentityProvider.CLIENT);
  }

  private static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secretFile() {
    try {
      return Files.writeString(Files.createTempFile("client", ".secret"), IdentityProvider.SECRET + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Account planner() {
    return staff.withRole(Role.PLANNER, "320613");
  }
}
