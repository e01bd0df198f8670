package org.xingfuli.programme.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ReadDraft;
import org.xingfuli.programme.flow.VerifyDraft;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Chances;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.DraftWords;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.wire.Problems;

/** Puts drafts into words and rows. */
@Component
class Drafts {

  private final Names names;
  private final Problems problems;

  Drafts(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  DraftView view(ReadDraft.Answer answer) {
    var words = words(answer.plan());
    var draft = answer.draft();
    var edits = new ArrayList<DraftView.EditRow>();
    for (var edit : draft.edits()) {
      edits.add(new DraftView.EditRow(edits.size(), edit, words.edit(edit)));
    }
    var outcome = answer.outcome();
    return new DraftView(draft.id(), draft.programmeId(), draft.name(), draft.state(), draft.ownerName(), draft.createdAt(),
        draft.revision(), draft.basePlan(), draft.baseVersion(), answer.frozen() == null ? null : answer.frozen().version(),
        answer.stale(), draft.undoable(), draft.redoable(), edits, outcome == null ? null : outcome(outcome),
        answer.faults().stream().map(this::said).toList());
  }

  static DraftView.Odds odds(VerifyDraft.Verified verified) {
    var odds = verified.odds();
    return new DraftView.Odds(verified.answer().draft().revision(), odds.replications(), Chances.SEED, odds.dataDate(),
        odds.rules().unconfirmed(),
        odds.nodes().stream().map(node -> new DraftView.NodeOdds(node.code(), node.name(), node.projects(), node.before(),
            node.after())).toList(),
        odds.cells().stream().map(cell -> new DraftView.CellOdds(cell.projectId(), cell.project(), cell.code(), cell.name(),
            cell.before(), cell.after())).toList());
  }

  private DraftWords words(ProgrammeNetwork plan) {
    return new DraftWords(plan, names.open()::area);
  }

  private Words said(Refusal refusal) {
    var problem = problems.of(List.of(refusal));
    return Words.of(problem.detail(), problem.detailEn());
  }

  private static DraftView.Outcome outcome(DraftOutcome outcome) {
    var difference = outcome.difference();
    var bars = new ArrayList<DraftView.Bar>();
    var added = new ArrayList<TimetableView.ActivityBar>();
    for (var change : difference.changes()) {
      var activity = change.task();
      if (change.added()) {
        added.add(added(outcome, activity));
        continue;
      }
      bars.add(new DraftView.Bar(outcome.plan().basis().idOf(activity), outcome.start(activity),
          outcome.finish(activity), outcome.date(change.startBefore()), outcome.date(change.finishBefore() - 1), change.shift(),
          outcome.latestStart(activity), outcome.floatDays(activity), outcome.state(activity), outcome.critical(activity),
          outcome.dropped(activity)));
    }
    return new DraftView.Outcome(outcome.forecast().dataDate(), bars.size() + added.size(), difference.later(), difference.earlier(),
        outcome.kept(), outcome.crewDays(), difference.lateNodesBefore(), difference.lateNodesAfter(),
        difference.nodes().stream().mapToLong(node -> node.lateBefore()).sum(),
        difference.nodes().stream().mapToLong(node -> node.lateAfter()).sum(), outcome.handOver(false),
        outcome.handOver(true), nodes(outcome), bars, added, links(outcome.plan().basis(), added));
  }

  /** Work that the timetable does not hold yet, as a bar of it. */
  private static TimetableView.ActivityBar added(DraftOutcome outcome, int activity) {
    var basis = outcome.plan().basis();
    var row = basis.templateOf(activity);
    return new TimetableView.ActivityBar(basis.idOf(activity), basis.projectOf(activity).id(), row.code(), row.name(), row.phase(),
        outcome.start(activity), outcome.finish(activity), null, null, outcome.latestStart(activity),
        outcome.floatDays(activity), outcome.critical(activity), 0, outcome.state(activity), false, row.crews(), null, null);
  }

  private static List<TimetableView.BarLink> links(Basis basis, List<TimetableView.ActivityBar> added) {
    var ids = added.stream().map(TimetableView.ActivityBar::id).collect(Collectors.toSet());
    return ids.isEmpty() ? List.of() : Timetables.links(basis).filter(link -> ids.contains(link.from()) || ids.contains(link.to()))
        .toList();
  }

  private static List<DraftView.NodeRow> nodes(DraftOutcome outcome) {
    var rows = new LinkedHashMap<String, DraftView.NodeRow>();
    var dueNodes = outcome.forecast().plan().dueNodes();
    for (var change : outcome.difference().nodes()) {
      var node = dueNodes.get(change.node()).node();
      var one = new DraftView.NodeRow(node.code(), node.name(), 1, change.lateBefore() > 0 ? 1 : 0,
          change.lateAfter() > 0 ? 1 : 0, change.lateBefore(), change.lateAfter());
      rows.merge(node.code(), one, (all, next) -> new DraftView.NodeRow(all.code(), all.name(), all.projects() + 1,
          all.lateBefore() + next.lateBefore(), all.lateAfter() + next.lateAfter(),
          Math.max(all.worstBefore(), next.worstBefore()), Math.max(all.worstAfter(), next.worstAfter())));
    }
    return List.copyOf(rows.values());
  }

  /**
   * @param most rows at most; the largest shifts come first
   */
  List<DraftView.Difference> differences(DraftOutcome outcome, int most) {
    var words = words(outcome.plan());
    var basis = outcome.plan().basis();
    return outcome.changes().stream().limit(most).map(change -> {
      var activity = change.task();
      var project = basis.projectOf(activity);
      var template = basis.templateOf(activity);
      return new DraftView.Difference(basis.idOf(activity), project.id(), project.name(), template.code(), template.name(),
          change.added() ? null : outcome.date(change.startBefore()),
          change.added() ? null : outcome.date(change.finishBefore() - 1), outcome.start(activity),
          outcome.finish(activity), change.shift(), change.added() ? addedBy(outcome, basis.idOf(activity), words)
              : words.chain(outcome, activity));
    }).toList();
  }

  private static @Nullable Words addedBy(DraftOutcome outcome, UUID work, DraftWords words) {
    return outcome.edits().stream().filter(edit -> edit.extra() != null && work.equals(edit.extra().id())).findFirst()
        .map(words::edit).orElse(null);
  }

  DraftView.Why why(DraftOutcome outcome, UUID activityId) {
    var basis = outcome.plan().basis();
    var numbers = new HashMap<UUID, Integer>();
    for (int activity = 0; activity < basis.size(); activity++) {
      numbers.put(basis.idOf(activity), activity);
    }
    var number = numbers.get(activityId);
    if (number == null) {
      throw Unknown.row();
    }
    var words = words(outcome.plan());
    var chain = outcome.chain(number).stream().map(step -> new DraftView.WhyStep(basis.idOf(step.activity()),
        Words.of(basis.projectOf(step.activity()).name() + " · " + words.shortName(step.activity()).zh(),
            basis.projectOf(step.activity()).name() + " · " + words.shortName(step.activity()).en()),
        step.shift(), reason(outcome, step), step.edit() < 0 ? null : words.edit(outcome.edits().get(step.edit())))).toList();
    var shift = chain.isEmpty() ? 0 : chain.getLast().shift();
    return new DraftView.Why(activityId, shift, words.chain(outcome, number), chain);
  }

  private static Words reason(DraftOutcome outcome, DraftOutcome.Step step) {
    return switch (step.why()) {
      case EDIT -> Words.of("草案直接改动", "changed by the draft itself");
      case PREDECESSOR -> Words.of("前道工序移动", "what it waits for moved");
      case CREW -> {
        var crew = step.crew() < 0 ? null : outcome.forecast().plan().pools().get(step.crew()).crew().name();
        yield crew == null ? Words.of("次序改变", "the order changed")
            : Words.of(crew.zh() + "的安排改变", crew.en() + " comes at another time");
      }
    };
  }
}
