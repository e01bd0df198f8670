package org.xingfuli.notice.model;

import java.time.LocalTime;

/**
 * When nobody is disturbed by what can wait, across midnight where it begins later than it ends; equal times: never.
 *
 * @param source whose rule it is
 * @param unconfirmed an assumption nobody has confirmed yet
 */
public record QuietHours(LocalTime begins, LocalTime ends, String source, boolean unconfirmed, int version) {

  public boolean at(LocalTime time) {
    return begins.isBefore(ends)
        ? !time.isBefore(begins) && time.isBefore(ends)
        : begins.isAfter(ends) && (!time.isBefore(begins) || time.isBefore(ends));
  }
}
