package org.xingfuli;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one line scripts wait for, when the platform answers and the demo, if asked for, has been loaded. */
@Component
class ReadyLine {

  @EventListener
  void announce(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      var secure = context.getEnvironment().containsProperty("server.ssl.certificate");
      System.out.println("ready " + (secure ? "https" : "http") + "://localhost:" + context.getWebServer().getPort());
      System.out.flush();
    }
  }
}
