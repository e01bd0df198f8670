package org.xingfuli.identity.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;
import org.xingfuli.database.Installation;

/** What a visitor may know of the platform before signing in. */
@RestController
class PlatformController {

  private final Installation installation;

  PlatformController(Installation installation) {
    this.installation = installation;
  }

  /** @param demo whether everything here is example data, as every screen says, the door too */
  record PlatformView(boolean demo) {}

  @GetMapping("/api/platform")
  @Public(because = "that it is a demo must be seen before anybody signs in")
  PlatformView platform() {
    return new PlatformView(installation.sample());
  }
}
