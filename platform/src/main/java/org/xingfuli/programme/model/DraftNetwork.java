package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.whatif.Edit;
import org.xingfuli.engine.scheduling.whatif.Edited;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.Words;

/** Says a draft's edits in the engine's numbers: crews become pools, days become periods, streets become projects. */
final class DraftNetwork {

  private final ProgrammeNetwork plan;
  private final int today;
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final List<ExtraWork> added = new ArrayList<>();

  /**
   * @param today first day still open; rain before it is what the reports say
   */
  DraftNetwork(ProgrammeNetwork plan, int today) {
    this.plan = plan;
    this.today = today;
    for (int activity = 0; activity < plan.basis().size(); activity++) {
      numbers.put(plan.basis().idOf(activity), activity);
    }
  }

  /**
   * @param of place of the draft's edit it comes from
   */
  record Translated(int of, Edit edit) {}

  /** In the order of the edits; one of them may be several of the engine's. */
  List<Translated> translated(List<DraftEdit> edits) {
    var all = new ArrayList<Translated>();
    for (int at = 0; at < edits.size(); at++) {
      for (var edit : translated(edits.get(at))) {
        all.add(new Translated(at, edit));
      }
    }
    return all;
  }

  private List<? extends Edit> translated(DraftEdit edit) {
    return switch (edit.kind()) {
      case CREWS -> pools(edit.crew(), edit.pool()).stream()
          .map(pool -> new Edit.Crews(pool, day(edit.from()), day(edit.until()) + 1, number(edit))).toList();
      case MOVE -> List.of(new Edit.CrewMove(onePool(edit.crew(), edit.pool(), "/pool"),
          onePool(edit.toCrew(), edit.toPool(), "/toPool"), number(edit), day(edit.from()), day(edit.until()) + 1));
      case PERMIT -> List.of(new Edit.Release(number(edit.activity()), day(edit.from())));
      case START -> List.of(new Edit.Starts(Map.of(number(edit.activity()), Math.max(today, day(edit.from())))));
      case DURATION -> List.of(new Edit.Duration(number(edit.activity()), edit.days() == null ? 0 : edit.days()));
      case DROP -> List.of(new Edit.Drop(number(edit.activity())));
      case ADD -> List.of(added(edit));
      case ORDER -> List.of(new Edit.Order(projects(edit.order() == null ? List.of() : edit.order())));
      case RAIN -> List.of(new Edit.Rain(Math.max(today, day(edit.from())), Math.max(today, day(edit.until())) + 1));
      case NODE -> nodes(edit.node()).stream().map(node -> new Edit.NodeDate(node, day(edit.from()) + 1)).toList();
      case FIRST -> List.of(new Edit.First(number(edit.activity()), number(edit.before())));
      case LEVEL -> List.of(new Edit.Starts(starts(edit.dates() == null ? Map.of() : edit.dates())));
    };
  }

  /** The plan's extra works with those the edits have added so far, in the engine's order. */
  List<ExtraWork> extras() {
    var all = new ArrayList<>(plan.basis().extras());
    all.addAll(added);
    return all;
  }

  private Edit added(DraftEdit edit) {
    var work = edit.extra();
    if (work == null || work.id() == null) {
      throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/extra")));
    }
    var after = number(edit.activity());
    var project = plan.basis().projectAt(after);
    var links = new ArrayList<Link>();
    links.add(new Link(after, Edit.Add.SELF, Link.Kind.FS, 0));
    var successors = new ArrayList<Relation>();
    if (edit.before() != null) {
      var before = number(edit.before());
      if (plan.basis().projectAt(before) != project) {
        throw new Refused(Refusal.of("programme.draft-work-elsewhere", Map.of("after", plan.network().task(after).name(),
            "before", plan.network().task(before).name(), "pointer", "/before")));
      }
      links.add(new Link(Edit.Add.SELF, before, Link.Kind.FS, 0));
      successors.add(new Relation(plan.basis().templateOf(before).code(), Relation.Kind.FS, 0));
    }
    var its = plan.basis().projects().get(project).id();
    var known = extras().stream().filter(each -> each.project().equals(its)).toList();
    var extra = new ExtraWork(work.id(), its, row(ExtraWork.nextCode(known), work, plan.basis().templateOf(after)), successors);
    added.add(extra);
    return new Edit.Add(plan.task(extra, project), links);
  }

  /** As a row of a template: of its predecessor's phase, on the site's calendar, its days as they were given. */
  private static TemplateActivity row(String code, DraftEdit.Work work, TemplateActivity after) {
    return new TemplateActivity(code, Words.of(work.name(), work.name()), after.phase(), work.days(), Driver.FIXED, null, "",
        BigDecimal.ZERO, work.crew() == null ? List.of() : List.of(new CrewNeed(work.crew(), work.crews())),
        List.of(new Relation(after.code(), Relation.Kind.FS, 0)), null, work.outdoor(),
        work.outdoor() ? BigDecimal.ONE : BigDecimal.ZERO, false, TemplateActivity.CalendarKind.SITE, false, "增项 / extra work", 1);
  }

  private static int number(DraftEdit edit) {
    return edit.number() == null ? 0 : edit.number();
  }

  private int day(@Nullable LocalDate date) {
    return date == null ? 0 : Math.max(0, plan.horizon().day(date));
  }

  int number(@Nullable UUID activity) {
    var number = activity == null ? null : numbers.get(activity);
    if (number == null) {
      throw new Refused(Refusal.of("programme.draft-unknown-activity"));
    }
    return number;
  }

  private List<Integer> pools(@Nullable String crew, @Nullable String sharedBy) {
    var found = new ArrayList<Integer>();
    for (int pool = 0; pool < plan.pools().size(); pool++) {
      var its = plan.pools().get(pool);
      if (its.crew().code().equals(crew) && (sharedBy == null || sharedBy.isEmpty() || its.sharedBy().equals(sharedBy))) {
        found.add(pool);
      }
    }
    if (found.isEmpty()) {
      throw new Refused(Refusal.of("programme.draft-unknown-crew", Map.of("crew", String.valueOf(crew))));
    }
    return found;
  }

  /** Crews are moved from one pool to one; of a crew with several it must be said which. */
  private int onePool(@Nullable String crew, @Nullable String sharedBy, String pointer) {
    var found = pools(crew, sharedBy);
    if (found.size() > 1) {
      throw new Refused(Refusal.of("validation.missing", Map.of("pointer", pointer)));
    }
    return found.getFirst();
  }

  /** Projects of a street in the order of the basis; streets not named keep their place. */
  private List<Integer> projects(List<String> streets) {
    var order = new ArrayList<Integer>();
    for (var street : streets) {
      for (int project = 0; project < plan.basis().projects().size(); project++) {
        if (plan.basis().projects().get(project).street().equals(street)) {
          order.add(project);
        }
      }
    }
    return order;
  }

  private List<Integer> nodes(@Nullable String code) {
    var found = new ArrayList<Integer>();
    for (int node = 0; node < plan.dueNodes().size(); node++) {
      if (plan.dueNodes().get(node).node().code().equals(code)) {
        found.add(node);
      }
    }
    if (found.isEmpty()) {
      throw new Refused(Refusal.of("programme.draft-unknown-node", Map.of("node", String.valueOf(code))));
    }
    return found;
  }

  private Map<Integer, Integer> starts(Map<UUID, LocalDate> dates) {
    var starts = new HashMap<Integer, Integer>();
    dates.forEach((id, date) -> {
      var number = numbers.get(id);
      if (number != null) {
        starts.put(number, day(date));
      }
    });
    return starts;
  }

  /**
   * The plan's network with what was adopted into it.
   *
   * @param facts activities whose dates are facts: what was adopted no longer asks anything of them
   */
  static ProgrammeNetwork with(Adopted adopted, ProgrammeNetwork plan, Set<Integer> facts) {
    if (adopted.isEmpty()) {
      return plan;
    }
    var draft = new DraftNetwork(plan, 0);
    var edits = adopted.edits().stream()
        .filter(edit -> edit.activity() == null || draft.numbers.containsKey(edit.activity())
            && !facts.contains(draft.number(edit.activity())))
        .toList();
    var nowhere = Timetable.of(new int[plan.network().size()], new int[plan.network().size()]);
    var edited = Edited.of(plan.network(), nowhere, Actuals.none(),
        draft.translated(edits).stream().map(Translated::edit).toList()).network();
    return plan.over(pinned(edited, draft.starts(adopted.pins()), facts));
  }

  private static Network pinned(Network network, Map<Integer, Integer> pins, Set<Integer> facts) {
    if (pins.isEmpty()) {
      return network;
    }
    var builder = network.toBuilder();
    pins.forEach((activity, start) -> {
      if (!facts.contains(activity)) {
        var task = network.task(activity);
        builder.replace(activity, task.notBefore(Math.max(task.release(), start)));
      }
    });
    return builder.build();
  }
}
