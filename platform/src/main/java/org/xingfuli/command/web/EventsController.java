package org.xingfuli.command.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.command.flow.Watchers;
import org.xingfuli.database.CurrentScope;

/** What changes, as it changes. */
@RestController
class EventsController {

  private final Watchers watchers;

  EventsController(Watchers watchers) {
    this.watchers = watchers;
  }

  /**
   * Server-sent events: {@code chart} with programme and version, {@code progress} with the programme, {@code heartbeat}
   * at once and every 15 seconds. They say that something changed; what is there now is read again at the chart.
   */
  @GetMapping(value = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.CHART_READ)
  ResponseEntity<SseEmitter> events(HttpServletRequest request) {
    var emitter = watchers.open(CurrentScope.get().principal(), request.getSession().getId());
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter); // a proxy in between holds nothing back
  }
}
