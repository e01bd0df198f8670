package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xingfuli.engine.scheduling.explain.Explanation;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ExplainNode;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.FailureWords;

/**
 * Why a node cannot be kept.
 *
 * @param late days by the forecast
 * @param smallest whether none of the facts can be left out
 * @param facts they cannot all hold
 * @param cures the cheapest of its kind first
 */
record FailureView(
    UUID programmeId, UUID projectId, String node, Words nodeName, LocalDate due, int late, Explanation.Kind kind, Words sentence,
    boolean smallest, List<Words> facts, List<Cure> cures) {

  /**
   * @param finish last day of the node's work with it, by a re-plan
   * @param edits what a draft of it begins with, tried already; empty when no draft can try it, and for who sees only a part of the
   *     year: a draft moves dates of every street
   */
  record Cure(Words words, LocalDate finish, List<DraftEdit> edits) {}

  static FailureView of(ExplainNode.Answer answer) {
    var failure = answer.failure();
    var due = failure.due();
    var words = new FailureWords(failure, answer.visible()::contains);
    var whole = failure.forecast().plan().basis().projects().stream().allMatch(project -> answer.visible().contains(project.id()));
    return new FailureView(answer.programmeId(), failure.forecast().plan().basis().projects().get(due.project()).id(),
        due.node().code(), due.node().name(), due.due(), failure.late(), failure.why().kind(), words.sentence(),
        failure.why().smallest(), failure.why().facts().stream().map(words::fact).toList(),
        failure.late() == 0 ? List.of() : failure.offers().stream()
            .map(offer -> new Cure(words.cure(offer), offer.finish(), whole ? offer.edits() : List.of())).toList());
  }
}
