package org.xingfuli.programme.model;

import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.programme.Words;

/** Says what one activity waits for; the same words for a forecast and for a plan's own dates. */
final class LinkWords {

  private LinkWords() {}

  static Words waits(Link link, Words predecessor) {
    var lag = link.lag() == 0 ? "" : (link.lag() > 0 ? "+" : "") + link.lag();
    var zh = predecessor.zh();
    var en = predecessor.en();
    return switch (link.kind()) {
      case FS -> Words.of("等「%s」完成%s".formatted(zh, days(lag)), ("after " + en + " " + lag).strip());
      case SS -> Words.of("等「%s」开工%s".formatted(zh, days(lag)), ("after the start of " + en + " " + lag).strip());
      case FF, SF -> Words.of("与「%s」同步收尾%s".formatted(zh, days(lag)), ("finishes with " + en + " " + lag).strip());
    };
  }

  private static String days(String lag) {
    return lag.isEmpty() ? "" : " " + lag + " 天";
  }

  /** Without a holder there are simply too few. */
  static Words held(Words crew, @Nullable Words by) {
    return by == null ? Words.of(crew.zh() + "数量不足", "too few of " + crew.en())
        : Words.of("%s被「%s」占用".formatted(crew.zh(), by.zh()), "%s is held by %s".formatted(crew.en(), by.en()));
  }
}
