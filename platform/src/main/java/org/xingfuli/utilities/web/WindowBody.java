package org.xingfuli.utilities.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.xingfuli.utilities.model.Window;

/** Days, both included, and the hours of each, in Asia/Shanghai. */
record WindowBody(
    @NotNull LocalDate firstDay, @NotNull LocalDate lastDay, @NotNull LocalTime from, @NotNull LocalTime to) {

  Window window() {
    return new Window(firstDay, lastDay, from, to);
  }

  static WindowBody of(Window window) {
    return new WindowBody(window.firstDay(), window.lastDay(), window.from(), window.to());
  }
}
