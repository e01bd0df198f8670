package org.xingfuli.programme.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.programme.Cause;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Explanation.Step;

/** Puts the reasons of a date into one sentence, and says whose move it is. */
public final class Causes {

  private static final int NAMED = 2;
  private final Forecast forecast;
  private final Explanation explanation;
  private final CriticalChain chain;

  public Causes(Forecast forecast) {
    this.forecast = forecast;
    this.explanation = new Explanation(forecast);
    this.chain = explanation.chain();
  }

  /** Why a node stands as it does, and who has to act. */
  public record Verdict(Words cause, Mover mover) {}

  public Explanation explanation() {
    return explanation;
  }

  public Verdict of(int activity) {
    var shift = explanation.shift(activity);
    var pushing = explanation.finish(activity).stream()
        .filter(step -> step.days() > 0 && step.cause() != Cause.CALENDAR)
        .sorted(Comparator.comparingInt(Step::days).reversed()).toList();
    if (shift > 0 && !pushing.isEmpty()) {
      var named = pushing.subList(0, Math.min(NAMED, pushing.size())).reversed();
      return new Verdict(
          Words.of(
              String.join("，", named.stream().map(step -> say(step).zh() + " " + step.days() + " 天").toList())
                  + " → 比冻结计划晚 " + shift + " 天",
              String.join(", ", named.stream().map(step -> say(step).en() + " " + step.days() + " d").toList())
                  + " → " + shift + " d behind the frozen plan"),
          mover(pushing.getFirst()));
    }
    return byPlan(activity);
  }

  /** The plan itself leaves no room here: the nearest wait for a crew on its chain, or the work's own length. */
  private Verdict byPlan(int activity) {
    for (var binding : chain.to(activity).reversed()) {
      if (binding.cause() == CriticalChain.Cause.CREW) {
        var crew = forecast.plan().pools().get(binding.crew()).crew();
        var waiting = shortName(binding.task());
        return new Verdict(
            Words.of("冻结计划余量不足：" + waiting.zh() + "等" + crew.name().zh(),
                "the frozen plan leaves no room: " + waiting.en() + " waits for " + crew.name().en()),
            crew.sharedWithin() == Crew.SharedWithin.DISTRICT ? Mover.COMMAND : byWork(binding.task()));
      }
    }
    return new Verdict(
        Words.of("冻结计划余量不足：工序首尾相接，没有富余", "the frozen plan leaves no room: its activities follow without slack"),
        byWork(activity));
  }

  /** One step in words, such as 屋面清理 雨停. */
  public Words say(Step step) {
    var name = shortName(step.activity());
    var reason = step.reason();
    if (step.cause() == Cause.LOST && reason != null) {
      return Words.of(name.zh() + " " + reason.label().zh(), name.en() + ": " + reason.label().en());
    }
    if (step.cause() == Cause.CREW) {
      var crew = forecast.plan().pools().get(step.crew()).crew().name();
      return Words.of(name.zh() + " 等" + crew.zh(), name.en() + ": waiting for " + crew.en());
    }
    return Words.of(name.zh() + " " + step.cause().label().zh(), name.en() + ": " + step.cause().label().en());
  }

  public Words shortName(int activity) {
    return forecast.plan().basis().templateOf(activity).shortName();
  }

  /** Whose move a step is. */
  public Mover mover(Step step) {
    if (step.cause() == Cause.CREW) {
      var crew = forecast.plan().pools().get(step.crew()).crew();
      return crew.sharedWithin() == Crew.SharedWithin.DISTRICT ? Mover.COMMAND : byWork(step.activity());
    }
    return byReason(step.reason(), step.activity());
  }

  private Mover byReason(@Nullable LossReason reason, int activity) {
    return switch (reason) {
      case PERMIT -> Mover.DELIVERY_AGENT;
      case RESIDENTS -> Mover.STREET;
      case UTILITY -> Mover.UTILITY;
      case CREW, MATERIAL, SAFETY, REWORK -> Mover.CONTRACTOR;
      case RAIN, MISREPORTED, OTHER -> byWork(activity);
      case null -> byWork(activity);
    };
  }

  public Mover byWork(int activity) {
    var work = forecast.plan().basis().templateOf(activity);
    return Movers.byWork(work.crews(), work.phase());
  }

  /** The steps that are worth showing, near to far. */
  public List<Step> steps(int activity) {
    return explanation.finish(activity);
  }
}
