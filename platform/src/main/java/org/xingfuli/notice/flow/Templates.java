package org.xingfuli.notice.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.model.Template;
import org.xingfuli.notice.store.WordsStore;

/** The words in force: a district's latest version, or those the kind was declared with (version 0). */
@Component
public class Templates {

  private final Map<String, NoticeKind> kinds;
  private final WordsStore store;

  Templates(List<NoticeKind> kinds, WordsStore store) {
    this.kinds = kinds.stream().collect(Collectors.toMap(NoticeKind::code, Function.identity()));
    this.store = store;
  }

  public List<NoticeKind> kinds() {
    return kinds.values().stream().sorted(Comparator.comparing(NoticeKind::code)).toList();
  }

  public NoticeKind kind(String code) {
    var kind = kinds.get(code);
    if (kind == null) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    return kind;
  }

  /** In the running transaction. */
  public Template inForce(NoticeKind kind) {
    return store.latest(kind.code()).orElseGet(() -> new Template(
        kind.code(), 0, kind.zh().title(), kind.zh().body(), kind.en().title(), kind.en().body()));
  }
}
