package org.xingfuli.programme.model;

import java.util.UUID;
import java.util.function.Predicate;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.explain.Cure;
import org.xingfuli.engine.scheduling.explain.Fact;
import org.xingfuli.programme.Words;

/** Says in words why a node fails and what would keep it; projects the asker does not see stay unnamed. */
public final class FailureWords {

  private final NodeFailure failure;
  private final Forecast forecast;
  private final Predicate<UUID> visible;
  private final StepWords names;

  public FailureWords(NodeFailure failure, Predicate<UUID> visible) {
    this.failure = failure;
    this.visible = visible;
    forecast = failure.forecast();
    names = new StepWords(forecast, new Causes(forecast), visible);
  }

  /** What it comes to. */
  public Words sentence() {
    var late = failure.late();
    return switch (failure.why().kind()) {
      case CHAIN -> Words.of("光是工序衔接、日历和已经发生的事就来不及，增加班组也守不住；目前预测晚 %d 天。".formatted(late),
          "Links, calendars and what has happened alone come too late, and no crew could keep it; by the forecast it is %d days late."
              .formatted(late));
      case ENERGY -> Words.of("班组在这段时间里做不完必须做的活。", "A crew has more work in a window than it can do there.");
      case CONFLICT -> Words.of("单独看都办得到，合在一起排不下。", "Each of these can be done, but not all of them together.");
      case NONE -> late == 0 ? Words.of("按目前预测，这个节点守得住。", "By the forecast this node is kept.")
          : Words.of("换一个次序就能守住，不必加班组。", "Another order keeps it; no crew is needed.");
      case UNKNOWN -> Words.of("限定时间内没有算出原因；可以用“限时搜索”找更好的计划。",
          "Not found out in the time given; a search for a better plan may tell.");
    };
  }

  /** One thing that is so. */
  public Words fact(Fact fact) {
    return switch (fact) {
      case Fact.Due due -> due(due.node());
      case Fact.Release release -> Words.of("%s 不早于 %s".formatted(name(release.task()).zh(), day(release.period())),
          "%s no earlier than %s".formatted(name(release.task()).en(), day(release.period())));
      case Fact.Today today -> Words.of("没有开工的最早从 %s 排起".formatted(day(today.period())),
          "what has not begun begins on %s at the earliest".formatted(day(today.period())));
      case Fact.Begun begun -> begun(begun);
      case Fact.Takes takes -> takes(takes);
      case Fact.Waits waits -> {
        var waiting = LinkWords.waits(waits.link(), name(waits.link().from()));
        yield Words.of("%s：%s".formatted(name(waits.link().to()).zh(), waiting.zh()),
            "%s: %s".formatted(name(waits.link().to()).en(), waiting.en()));
      }
      case Fact.CrewSize size -> {
        var number = forecast.open().crews().get(size.crew()).capacityAt(forecast.actuals().dataDate());
        yield Words.of("%s只有 %d 支".formatted(crew(size.crew()).zh(), number),
            "there are %d of %s".formatted(number, crew(size.crew()).en()));
      }
      case Fact.Energy energy -> Words.of(
          "%s %s 至 %s 最多能做 %d 班组日，必须做 %d 班组日（%d 道工序）".formatted(crew(energy.crew()).zh(), day(energy.from()),
              day(energy.to() - 1), energy.room(), energy.work(), energy.tasks().size()),
          "%s can do %d crew days from %s to %s and must do %d (%d activities)".formatted(crew(energy.crew()).en(), energy.room(),
              day(energy.from()), day(energy.to() - 1), energy.work(), energy.tasks().size()));
      case Fact.Standing standing -> Words.of("其他 %d 个项目按现在的日期不动".formatted(standing.projects().size()),
          "%d other projects stand where they stand".formatted(standing.projects().size()));
    };
  }

  private Words begun(Fact.Begun begun) {
    var done = forecast.done(begun.task());
    return Words.of(
        "%s 已于 %s 开工，%s %s 完成".formatted(
            name(begun.task()).zh(), day(begun.start()), done ? "实际" : "预计", day(begun.finish() - 1)),
        "%s began on %s and %s done on %s".formatted(
            name(begun.task()).en(), day(begun.start()), done ? "was" : "will be", day(begun.finish() - 1)));
  }

  private Words takes(Fact.Takes takes) {
    var rest = takes.resting() > 0 ? Words.of("，其间休息 %d 天".formatted(takes.resting()), ", with %d days off".formatted(takes.resting()))
        : Words.of("", "");
    return Words.of("%s 要 %d 天%s".formatted(name(takes.task()).zh(), takes.duration(), rest.zh()),
        "%s takes %d days%s".formatted(name(takes.task()).en(), takes.duration(), rest.en()));
  }

  private Words due(Node node) {
    var due = forecast.plan().dueNodes().stream()
        .filter(each -> each.activity() == node.task() && each.node().code().equals(node.code())).findFirst().orElse(failure.due());
    var project = forecast.plan().basis().projects().get(due.project());
    var named = visible.test(project.id()) ? Words.of(project.name(), project.name()) : Words.of("另一项目", "another project");
    return Words.of("%s「%s」须在 %s 前完成".formatted(named.zh(), due.node().name().zh(), day(node.due() - 1)),
        "%s: %s by %s".formatted(named.en(), due.node().name().en(), day(node.due() - 1)));
  }

  /** What to do. */
  public Words cure(NodeFailure.Offer offer) {
    return switch (offer.cure()) {
      case Cure.MoreCrew more -> Words.of(
          "%s增 %d 支，%s 至 %s（%d 班组日），%s 完成".formatted(crew(more.crew()).zh(), more.extra(), day(more.from()),
              day(more.to() - 1), more.crewDays(), offer.finish()),
          "%d more of %s, %s to %s (%d crew days): done on %s".formatted(more.extra(), crew(more.crew()).en(), day(more.from()),
              day(more.to() - 1), more.crewDays(), offer.finish()));
      case Cure.LaterDate later -> later.periods() == 0
          ? Words.of("换一个次序，%s 完成".formatted(offer.finish()), "another order: done on %s".formatted(offer.finish()))
          : Words.of("不加班组：最早 %s 完成，晚 %d 天".formatted(offer.finish(), later.periods()),
              "no more crews: done on %s at the earliest, %d days late".formatted(offer.finish(), later.periods()));
    };
  }

  private Words name(int activity) {
    return names.nameOf(activity);
  }

  private Words crew(int pool) {
    return forecast.plan().pools().get(pool).crew().name();
  }

  private String day(int period) {
    return forecast.plan().horizon().date(period).toString();
  }
}
