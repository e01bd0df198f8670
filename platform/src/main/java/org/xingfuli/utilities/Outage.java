package org.xingfuli.utilities;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.xingfuli.identity.UtilityService;

/**
 * Services that are switched off by an agreed window; both days included.
 *
 * @param begins time of day in Asia/Shanghai, on each of the days
 */
public record Outage(List<UtilityService> services, LocalDate from, LocalDate to, LocalTime begins, LocalTime ends) {

  public Outage {
    services = List.copyOf(services);
  }
}
