package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.Basis.ProjectBasis;

/**
 * What of a plan's basis is no longer as it was: only what changes dates counts, so that a corrected name or an edit
 * that was taken back leaves a draft as good as new.
 *
 * @param count how many of them
 */
public record BasisChange(What what, int count) {

  /** What may have changed. */
  public enum What { PROJECTS_ADDED, PROJECTS_REMOVED, PROJECTS_CHANGED, TEMPLATE, CREWS, NODES, RULES }

  /** The changes from one basis to the other; empty when a plan of both gives the same dates. */
  public static List<BasisChange> between(Basis then, Basis now) {
    var changes = new ArrayList<BasisChange>();
    var before = by(then.projects(), project -> project.id().toString(), project -> counts(then, project));
    var after = by(now.projects(), project -> project.id().toString(), project -> counts(now, project));
    add(changes, What.PROJECTS_ADDED, (int) after.keySet().stream().filter(id -> !before.containsKey(id)).count());
    add(changes, What.PROJECTS_REMOVED, (int) before.keySet().stream().filter(id -> !after.containsKey(id)).count());
    before.keySet().retainAll(after.keySet());
    after.keySet().retainAll(before.keySet());
    add(changes, What.PROJECTS_CHANGED, differing(before, after));
    add(changes, What.TEMPLATE, differing(
        by(then.template(), TemplateActivity::code, BasisChange::counts),
        by(now.template(), TemplateActivity::code, BasisChange::counts)));
    add(changes, What.CREWS, differing(
        by(then.crews(), Crew::code, BasisChange::counts), by(now.crews(), Crew::code, BasisChange::counts)));
    add(changes, What.NODES, differing(
        by(then.nodes(), ProgrammeNode::code, BasisChange::counts),
        by(now.nodes(), ProgrammeNode::code, BasisChange::counts)));
    var same = then.rules().dateLike(now.rules()) && then.starts().equals(now.starts());
    add(changes, What.RULES, same ? 0 : 1);
    return List.copyOf(changes);
  }

  private static void add(List<BasisChange> changes, What what, int count) {
    if (count > 0) {
      changes.add(new BasisChange(what, count));
    }
  }

  private static <T> Map<String, List<String>> by(
      List<T> all, Function<T, String> key, Function<T, List<String>> counts) {
    return all.stream().collect(Collectors.toMap(key, counts, (one, other) -> one, TreeMap::new));
  }

  private static int differing(Map<String, List<String>> before, Map<String, List<String>> after) {
    var keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    return (int) keys.stream().filter(key -> !Objects.equals(before.get(key), after.get(key))).count();
  }

  private static List<String> counts(Basis basis, ProjectBasis project) {
    var amounts = new TreeMap<String, String>();
    project.quantities().amounts().forEach((driver, amount) -> amounts.put(driver.name(), plain(amount)));
    // The end of a window moves no date: it is shown and not kept.
    var windows = new TreeMap<String, String>();
    project.windows().forEach((activity, window) -> windows.put(activity, window.from().toString()));
    return List.of(project.street(), project.mainEstate().toString(), project.sizeClass().name(),
        project.planting().name(), String.valueOf(project.earliestStart()), amounts.toString(), windows.toString(),
        basis.extras().stream().filter(work -> work.project().equals(project.id())).map(work -> work.id().toString()).sorted()
            .toList().toString());
  }

  private static List<String> counts(TemplateActivity activity) {
    return List.of(String.valueOf(activity.duration()), activity.driver().name(), plain(activity.referenceQuantity()),
        plain(activity.scalingShare()), CrewNeed.notation(activity.crews()),
        Relation.notation(activity.predecessors()), String.valueOf(activity.earliest()), activity.calendar().name());
  }

  private static List<String> counts(Crew crew) {
    return List.of(crew.sharedWithin().name(), String.valueOf(crew.capacity()), crew.changes().toString());
  }

  private static List<String> counts(ProgrammeNode node) {
    return List.of(node.rule().name(), node.nominal().toString(), String.valueOf(node.weight()), node.activityCode(),
        node.appliesTo().name());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
