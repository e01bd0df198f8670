package org.xingfuli.demo.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.BusinessDay;
import org.xingfuli.database.BusinessDay.Play;
import org.xingfuli.demo.flow.MoveClock;

/** The demo's business clock. Every act names what shall be, so that sending it twice does it once. */
@RestController
@RequestMapping("/api/business-clock")
class ClockController {

  private final MoveClock move;

  ClockController(MoveClock move) {
    this.move = move;
  }

  /**
   * How the clock stands.
   *
   * @param firstDay where the demo began and may be set back to
   * @param lastDay the last day the clock may be moved to
   * @param play how days pass by themselves, while they do
   */
  record ClockView(LocalDate today, LocalDate firstDay, LocalDate lastDay, @Nullable PlayView play) {}

  /** How days pass by themselves. */
  record PlayView(int daysPerMinute, @Nullable LocalDate until) {}

  /** The day that shall be today; {@code back} is needed for the first day, the only one it may be set back to. */
  record DayWanted(@NotNull LocalDate day, @Nullable Boolean back) {}

  /** How days shall pass: 7 a minute is a week in a minute. */
  record PlayWanted(@NotNull Integer daysPerMinute, @Nullable LocalDate until) {}

  @GetMapping
  @Requires(Permission.CLOCK_MOVE)
  ClockView clock() {
    return view(move.now());
  }

  @PutMapping("/day")
  @Requires(Permission.CLOCK_MOVE)
  ClockView moveTo(@RequestBody @Valid DayWanted wanted) {
    var back = Boolean.TRUE.equals(wanted.back()) && wanted.day().equals(move.now().firstDay());
    return view(back ? move.reset() : move.forward(wanted.day()));
  }

  @PutMapping("/play")
  @Requires(Permission.CLOCK_MOVE)
  ClockView play(@RequestBody @Valid PlayWanted wanted) {
    return view(move.play(new Play(wanted.daysPerMinute(), wanted.until())));
  }

  @DeleteMapping("/play")
  @Requires(Permission.CLOCK_MOVE)
  ClockView pause() {
    return view(move.pause());
  }

  private ClockView view(BusinessDay day) {
    var play = day.play();
    return new ClockView(day.today(), Objects.requireNonNull(day.firstDay()), MoveClock.last(day),
        play == null ? null : new PlayView(play.daysPerMinute(), play.until()));
  }
}
