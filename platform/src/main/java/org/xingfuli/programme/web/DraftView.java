package org.xingfuli.programme.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.OpenDraft.Proposal;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;

/**
 * A draft with what it leads to.
 *
 * @param stale whether another plan was frozen since; then it is rebased before it is adopted
 * @param outcome absent when the edits lead nowhere any more; {@code faults} then say why
 */
record DraftView(
    UUID id,
    UUID programmeId,
    String name,
    Draft.State state,
    String createdBy,
    Instant createdAt,
    int revision,
    UUID basePlan,
    int baseVersion,
    @Nullable Integer frozenVersion,
    boolean stale,
    boolean undoable,
    boolean redoable,
    List<EditRow> edits,
    @Nullable Outcome outcome,
    List<Words> faults) {

  /** An open draft in a list. */
  record Row(UUID id, String name, String createdBy, Instant createdAt, int baseVersion, int edits) {}

  /** An edit in words. */
  record EditRow(int position, DraftEdit edit, Words words) {}

  /**
   * What the draft leads to against today's forecast.
   *
   * @param kept whether the dates without the added crews were kept because the order with them would be later
   * @param crewDays crews × days added, less those taken away
   * @param changed activities whose dates differ, with those that are new
   * @param activities those whose dates differ
   * @param added works the timetable does not hold, as bars of it, with the relations they have in {@code links}
   */
  record Outcome(
      LocalDate dataDate, int changed, int later, int earlier, boolean kept, long crewDays, int lateNodesBefore,
      int lateNodesAfter, long lateDaysBefore, long lateDaysAfter, LocalDate handOverBefore, LocalDate handOverAfter,
      List<NodeRow> nodes, List<Bar> activities, List<TimetableView.ActivityBar> added, List<TimetableView.BarLink> links) {}

  /** A node over all projects it binds: how many keep it late, and by how many days at the worst. */
  record NodeRow(String code, Words name, int projects, int lateBefore, int lateAfter, int worstBefore, int worstAfter) {}

  /** An activity whose dates differ; a dropped one has no days left. */
  record Bar(
      UUID id, LocalDate start, LocalDate finish, LocalDate startBefore, LocalDate finishBefore, int shift,
      LocalDate latestStart, @JsonProperty("float") int floatDays, State state, boolean critical, boolean dropped) {}

  /** A row of the list of differences with its chain of causes; what is new has no dates before. */
  record Difference(
      UUID activityId, UUID projectId, String project, String code, Words name, @Nullable LocalDate startBefore,
      @Nullable LocalDate finishBefore,
      LocalDate start, LocalDate finish, int shift, @Nullable Words cause) {}

  /** One activity's shift by the draft, step by step from the edit to the activity. */
  record Why(UUID activityId, int shift, @Nullable Words sentence, List<WhyStep> chain) {}

  /**
   * @param edit the edit that meets it, if one does
   */
  record WhyStep(UUID activityId, Words name, int shift, Words reason, @Nullable Words edit) {}

  /**
   * A draft held against chance: the nodes before and after in the same weather.
   *
   * @param revision of the draft it is of
   * @param unconfirmed whether what is assumed has not been confirmed yet
   * @param cells the nodes of single projects that differ most
   */
  record Odds(int revision, int replications, long seed, LocalDate dataDate, boolean unconfirmed, List<NodeOdds> nodes,
      List<CellOdds> cells) {}

  /** Mean probability of a node over the projects it binds. */
  record NodeOdds(String code, Words name, int projects, double before, double after) {}

  record CellOdds(UUID projectId, String project, String code, Words name, double before, double after) {}

  /**
   * A new draft.
   *
   * @param edits what it tries from the beginning; behind what is proposed
   */
  record Wanted(@NotNull String name, @Nullable Proposal proposal, @Nullable List<DraftEdit> edits) {}

  /**
   * An edit to add.
   *
   * @param revision the draft's revision it was made on; absent when it does not matter
   */
  record Addition(@Nullable Integer revision, @NotNull DraftEdit edit) {}

  /** The revision a step was made on. */
  record Step(@Nullable Integer revision) {}

  /** Why the draft is adopted. */
  record Adoption(@Nullable Integer revision, @NotNull String reason) {}
}
