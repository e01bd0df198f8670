package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.DraftOutcome.Step;

/** Says a draft's edits, and the chains of causes they set off. */
public final class DraftWords {

  /** Of a long chain the beginning and the end are said. */
  private static final int NAMED = 4;

  private final ProgrammeNetwork plan;
  private final UnaryOperator<String> streets;
  private final Map<UUID, Integer> numbers = new HashMap<>();

  /**
   * @param streets what a street is called, by its code
   */
  public DraftWords(ProgrammeNetwork plan, UnaryOperator<String> streets) {
    this.plan = plan;
    this.streets = streets;
    for (int activity = 0; activity < plan.basis().size(); activity++) {
      numbers.put(plan.basis().idOf(activity), activity);
    }
  }

  public Words edit(DraftEdit edit) {
    var number = edit.number() == null ? 0 : edit.number();
    var span = edit.from() + (edit.until() == null ? "" : " – " + edit.until());
    return switch (edit.kind()) {
      case CREWS -> Words.of("%s %+d（%s）%s".formatted(crew(edit.crew()).zh(), number, pool(edit.crew(), edit.pool()).zh(), span),
          "%s %+d (%s) %s".formatted(crew(edit.crew()).en(), number, pool(edit.crew(), edit.pool()).en(), span));
      case MOVE -> Words.of("%d 支从%s（%s）调到%s（%s）%s".formatted(number, crew(edit.crew()).zh(),
              pool(edit.crew(), edit.pool()).zh(), crew(edit.toCrew()).zh(), pool(edit.toCrew(), edit.toPool()).zh(), span),
          "%d from %s (%s) to %s (%s) %s".formatted(number, crew(edit.crew()).en(), pool(edit.crew(), edit.pool()).en(),
              crew(edit.toCrew()).en(), pool(edit.toCrew(), edit.toPool()).en(), span));
      case PERMIT -> Words.of("许可：%s 不早于 %s".formatted(name(edit.activity()).zh(), span),
          "permit: %s no earlier than %s".formatted(name(edit.activity()).en(), span));
      case START -> Words.of("%s 排到 %s".formatted(name(edit.activity()).zh(), span),
          "%s put on %s".formatted(name(edit.activity()).en(), span));
      case DURATION -> Words.of("%s 工期改为 %d 天".formatted(name(edit.activity()).zh(), edit.days()),
          "%s takes %d days".formatted(name(edit.activity()).en(), edit.days()));
      case ADD -> added(edit, edit.extra());
      case DROP -> Words.of("取消 " + name(edit.activity()).zh(), "drop " + name(edit.activity()).en());
      case ORDER -> order(edit.order() == null ? List.of() : edit.order());
      case RAIN -> Words.of("下雨 " + span, "rain " + span);
      case NODE -> Words.of("节点 %s 改到 %s".formatted(node(edit.node()).zh(), span),
          "node %s moved to %s".formatted(node(edit.node()).en(), span));
      case FIRST -> Words.of("%s 先于 %s".formatted(name(edit.activity()).zh(), name(edit.before()).zh()),
          "%s before %s".formatted(name(edit.activity()).en(), name(edit.before()).en()));
      case LEVEL -> {
        var count = edit.dates() == null ? 0 : edit.dates().size();
        yield Words.of("均衡班组：%d 项在浮动内后移".formatted(count), "crews levelled: %d activities inside their float".formatted(count));
      }
    };
  }

  private Words added(DraftEdit edit, DraftEdit.@Nullable Work work) {
    if (work == null) {
      return Words.of("新增工作", "work added");
    }
    var crew = work.crew() == null ? Words.of("", "") : Words.of("，" + crew(work.crew()).zh() + " × " + work.crews(),
        ", " + crew(work.crew()).en() + " × " + work.crews());
    var before = edit.before() == null ? Words.of("", "")
        : Words.of("，" + named(edit.before()).zh() + "等它", ", before " + named(edit.before()).en());
    return Words.of("新增「%s」%d 天%s：在%s之后%s".formatted(work.name(), work.days(), crew.zh(), name(edit.activity()).zh(), before.zh()),
        "%s added, %d d%s: after %s%s".formatted(work.name(), work.days(), crew.en(), name(edit.activity()).en(), before.en()));
  }

  private Words named(UUID activity) {
    var number = numbers.get(activity);
    return number == null ? name(activity) : shortName(number);
  }

  private Words order(List<String> order) {
    var named = order.stream().map(streets).toList();
    return Words.of("街道次序：" + String.join(" → ", named), "order of streets: " + String.join(" → ", named));
  }

  /** The edit, then what it moved with the days each: rain 2 d → façade +3 d → hand-over +1 d. */
  public @Nullable Words chain(DraftOutcome outcome, int activity) {
    var steps = outcome.chain(activity);
    if (steps.isEmpty()) {
      return null;
    }
    var zh = new ArrayList<String>();
    var en = new ArrayList<String>();
    var root = steps.stream().filter(step -> step.edit() >= 0).findFirst().map(Step::edit).orElse(-1);
    if (root >= 0) {
      var words = edit(outcome.edits().get(root));
      zh.add(words.zh());
      en.add(words.en());
    } else {
      zh.add("按草案重排");
      en.add("the draft's order");
    }
    var head = steps.size() > NAMED + 1 ? NAMED / 2 : steps.size();
    steps.subList(0, head).forEach(step -> say(step, activity, zh, en));
    if (head < steps.size()) {
      zh.add("…%d 项…".formatted(steps.size() - NAMED));
      en.add("… %d more …".formatted(steps.size() - NAMED));
      steps.subList(steps.size() - (NAMED - head), steps.size()).forEach(step -> say(step, activity, zh, en));
    }
    return Words.of(String.join(" → ", zh), String.join(" → ", en));
  }

  /** Of another project its name too. */
  private void say(Step step, int activity, List<String> zh, List<String> en) {
    var basis = plan.basis();
    var name = basis.projectAt(step.activity()) == basis.projectAt(activity) ? shortName(step.activity())
        : name(plan.basis().idOf(step.activity()));
    zh.add("%s %s 天".formatted(name.zh(), signed(step.shift())));
    en.add("%s %s d".formatted(name.en(), signed(step.shift())));
  }

  private static String signed(int days) {
    return days > 0 ? "+" + days : days < 0 ? "−" + -days : "±0";
  }

  public Words shortName(int activity) {
    return plan.basis().templateOf(activity).shortName();
  }

  private Words name(@Nullable UUID activity) {
    var number = activity == null ? null : numbers.get(activity);
    if (number == null) {
      return Words.of("已不在计划中的工序", "an activity no longer in the plan");
    }
    var project = plan.basis().projectOf(number).name();
    return Words.of(project + "「" + shortName(number).zh() + "」", project + ": " + shortName(number).en());
  }

  private Words crew(@Nullable String code) {
    return plan.basis().crews().stream().filter(crew -> crew.code().equals(code)).map(Crew::name).findFirst()
        .orElse(Words.of(String.valueOf(code), String.valueOf(code)));
  }

  private Words pool(@Nullable String code, @Nullable String sharedBy) {
    var crew = plan.basis().crews().stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
    if (crew == null || crew.sharedWithin() == Crew.SharedWithin.DISTRICT) {
      return Words.of("全区", "district");
    }
    if (sharedBy == null || sharedBy.isEmpty()) {
      return switch (crew.sharedWithin()) {
        case STREET -> Words.of("每个街道", "each street");
        case ESTATE -> Words.of("每个小区", "each estate");
        default -> Words.of("每个项目", "each project");
      };
    }
    if (crew.sharedWithin() == Crew.SharedWithin.STREET) {
      return Words.of(streets.apply(sharedBy), streets.apply(sharedBy));
    }
    var name = plan.basis().projects().stream()
        .filter(project -> project.id().toString().equals(sharedBy) || project.mainEstate().toString().equals(sharedBy))
        .map(Basis.ProjectBasis::name).findFirst().orElse(sharedBy);
    return Words.of(name, name);
  }

  private Words node(@Nullable String code) {
    return plan.basis().nodes().stream().filter(node -> node.code().equals(code)).map(ProgrammeNode::name).findFirst()
        .orElse(Words.of(String.valueOf(code), String.valueOf(code)));
  }
}
