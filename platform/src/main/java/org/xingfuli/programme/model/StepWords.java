package org.xingfuli.programme.model;

import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.CriticalChain.Binding;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.programme.Cause;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Explanation.Kind;
import org.xingfuli.programme.model.Explanation.Step;

/** Says the steps of an explanation in words; projects the asker does not see stay unnamed. */
public final class StepWords {

  private static final Words ELSEWHERE = Words.of("另一项目", "another project");

  private final Forecast forecast;
  private final Causes causes;
  private final Predicate<UUID> visible;

  public StepWords(Forecast forecast, Causes causes, Predicate<UUID> visible) {
    this.forecast = forecast;
    this.causes = causes;
    this.visible = visible;
  }

  public Why.Bar bar(Step step) {
    return switch (step.cause()) {
      case BUFFER, CALENDAR -> new Why.Bar(step.cause().name(), step.cause().label(), step.days());
      case LOST -> new Why.Bar(step.reason() == null ? "OTHER" : step.reason().name(), causes.say(step), step.days());
      default -> new Why.Bar(step.cause().name(), causes.say(step), step.days());
    };
  }

  public Why.Link link(Step step) {
    var reason = switch (step.kind()) {
      case PREDECESSOR -> step.link() == null ? step.cause().label() : waits(step.link());
      case CREW -> crew(step.crew(), step.other());
      default -> {
        var lost = step.reason();
        yield step.cause() == Cause.LOST && lost != null ? lost.label() : step.cause().label();
      }
    };
    return new Why.Link(idOf(step.activity()), nameOf(step.activity()), reason, step.kind().name(), step.days());
  }

  /** What holds a date that has not shifted. */
  public Why.Link link(Binding binding) {
    var link = binding.link();
    var reason = switch (binding.cause()) {
      case PREDECESSOR -> link == null ? Words.of("等前道工序", "waits for its predecessor") : waits(link);
      case CREW -> crew(binding.crew(), binding.by());
      case RELEASE -> released(binding.task());
      case PROGRESS -> Words.of("已开工", "has started");
      case DATA_DATE -> Words.of("今天之前未开工", "not started before today");
      case HORIZON -> Words.of("计划第一天", "the programme's first day");
      case NOTHING -> Words.of("没有约束", "nothing holds it");
    };
    var kind = switch (binding.cause()) {
      case PREDECESSOR -> Kind.PREDECESSOR;
      case CREW -> Kind.CREW;
      case PROGRESS -> Kind.PROGRESS;
      case DATA_DATE -> Kind.DATA_DATE;
      case RELEASE, HORIZON, NOTHING -> Kind.RELEASE;
    };
    return new Why.Link(idOf(binding.task()), nameOf(binding.task()), reason, kind.name(), 0);
  }

  private Words released(int activity) {
    var window = forecast.plan().basis().windowOf(activity);
    return window != null && seen(activity) && forecast.plan().network().task(activity).release()
            == forecast.plan().horizon().day(window.from())
        ? window.words() : Words.of("最早可开工日", "its earliest day");
  }

  private Words waits(Link link) {
    return LinkWords.waits(link, causes.shortName(link.from()));
  }

  private Words crew(int pool, int holder) {
    return LinkWords.held(forecast.plan().pools().get(pool).crew().name(), holder < 0 ? null : nameOf(holder));
  }

  private @Nullable UUID idOf(int activity) {
    return seen(activity) ? forecast.plan().basis().idOf(activity) : null;
  }

  private boolean seen(int activity) {
    return visible.test(forecast.plan().basis().projectOf(activity).id());
  }

  /** Project and activity. */
  public Words nameOf(int activity) {
    if (!seen(activity)) {
      return ELSEWHERE;
    }
    var project = forecast.plan().basis().projectOf(activity).name();
    var name = causes.shortName(activity);
    return Words.of(project + " · " + name.zh(), project + " · " + name.en());
  }
}
