package org.xingfuli.engine.scheduling;

import java.util.List;

/**
 * One activity. It runs without interruption over {@code duration} working periods of its calendar.
 *
 * @param name what faults call it; empty: its index
 * @param project index of the project it belongs to, from 0
 * @param duration working periods; 0 is a milestone, an instant that no calendar moves
 * @param calendar index of its calendar in the network
 * @param release earliest period it may start
 * @param rainSensitive whether the network's rain periods are no working periods for it
 * @param demands crews it holds while working; one entry per crew
 */
public record Task(
    String name,
    int project,
    int duration,
    int calendar,
    int release,
    boolean rainSensitive,
    List<Demand> demands) {

  public Task {
    demands = List.copyOf(demands);
  }

  /** A task of project 0 on calendar 0, free from period 0, holding no crew. */
  public static Task of(String name, int duration) {
    return new Task(name, 0, duration, 0, 0, false, List.of());
  }

  public Task inProject(int value) {
    return new Task(name, value, duration, calendar, release, rainSensitive, demands);
  }

  public Task lasting(int value) {
    return new Task(name, project, value, calendar, release, rainSensitive, demands);
  }

  public Task on(int value) {
    return new Task(name, project, duration, value, release, rainSensitive, demands);
  }

  public Task notBefore(int value) {
    return new Task(name, project, duration, calendar, value, rainSensitive, demands);
  }

  public Task stoppedByRain() {
    return new Task(name, project, duration, calendar, release, true, demands);
  }

  public Task holding(Demand... value) {
    return new Task(name, project, duration, calendar, release, rainSensitive, List.of(value));
  }
}
