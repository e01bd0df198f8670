package org.xingfuli.wire;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Turns refusals into what is sent. */
@Component
public class Problems {

  private static final String POINTER = "pointer";
  private static final Map<Integer, String> TITLES = Map.of(
      400, "请求有误 Bad request", 401, "需要登录 Sign-in needed", 403, "没有权限 Not permitted", 404, "找不到 Not found",
      409, "已被改动或冲突 Conflict", 413, "文件过大 Too large", 422, "操作被拒绝 Refused", 429, "请求过多 Too many requests",
      500, "系统故障 Internal error", 503, "暂时不可用 Unavailable for a moment");

  private final ProblemCatalogue catalogue = ProblemCatalogue.load();

  /** The one answer for what does not exist and for what the caller may not see. */
  public static Refused absent() {
    return new Refused(Refusal.of("common.not-found"));
  }

  /** One problem for all refusals; several are listed under a common head, none is left out. */
  public Problem of(List<Refusal> refusals) {
    var head = refusals.size() == 1 || refusals.stream().map(Refusal::code).distinct().count() == 1
        ? refusals.getFirst()
        : Refusal.of("common.several", Map.of("count", refusals.size()));
    var listed = refusals.size() > 1 || head.values().containsKey(POINTER);
    return problem(head, listed ? refusals.stream().map(this::fault).toList() : List.of());
  }

  /** One problem with a head of its own above its faults. */
  public Problem of(Refusal head, List<Refusal> faults) {
    return problem(head, faults.stream().map(this::fault).toList());
  }

  private Problem problem(Refusal head, List<Problem.Fault> faults) {
    var text = catalogue.text(head);
    return new Problem("urn:xingfuli:problem:" + head.code(), TITLES.getOrDefault(text.status(), "操作被拒绝 Refused"),
        text.status(), head.code(), text.zh(), text.en(), text.maybe(), text.maybeEn(), head.values(), faults);
  }

  private Problem.Fault fault(Refusal refusal) {
    var text = catalogue.text(refusal);
    return new Problem.Fault(refusal.values().getOrDefault(POINTER, "").toString(), refusal.code(), text.zh(), text.en(),
        text.maybe(), text.maybeEn());
  }
}
