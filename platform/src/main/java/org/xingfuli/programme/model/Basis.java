package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.SizeClass;

/**
 * Everything a plan is computed from except the calendar; a plan keeps its own, so that the same plan and every
 * forecast against it can be computed again after template, crews or estates were edited.
 *
 * @param starts first day anything may happen
 * @param adopted what drafts adopted into the plan ask besides
 * @param extras work of single projects besides the template's, numbered behind all of it
 */
public record Basis(
    int year,
    LocalDate starts,
    PlanningRules rules,
    List<TemplateActivity> template,
    List<Crew> crews,
    List<ProgrammeNode> nodes,
    List<ProjectBasis> projects,
    Adopted adopted,
    List<ExtraWork> extras) {

  /** Plans of before drafts could be adopted hold nothing of them. */
  public Basis {
    adopted = adopted == null ? Adopted.NOTHING : adopted;
    extras = extras == null ? List.of() : List.copyOf(extras);
  }

  /** A basis nothing was adopted into, and no work besides the template's. */
  public Basis(int year, LocalDate starts, PlanningRules rules, List<TemplateActivity> template, List<Crew> crews,
      List<ProgrammeNode> nodes, List<ProjectBasis> projects) {
    this(year, starts, rules, template, crews, nodes, projects, Adopted.NOTHING, List.of());
  }

  /** The same, and this adopted. */
  public Basis adopting(Adopted next) {
    return new Basis(year, starts, rules, template, crews, nodes, projects, next, extras);
  }

  /** The same, and this work besides the template's. */
  public Basis with(List<ExtraWork> works) {
    return new Basis(year, starts, rules, template, crews, nodes, projects, adopted, works);
  }

  /**
   * A project as planned.
   *
   * @param mainEstate whose crew pool is used when a crew is shared within an estate
   * @param earliestStart a day before which nothing of the project starts
   * @param activities ids of its activities, in the template's order
   * @param windows what the utilities have agreed to, by the code of the activity that waits for it
   */
  public record ProjectBasis(
      UUID id,
      String name,
      String street,
      String area,
      UUID mainEstate,
      SizeClass sizeClass,
      Planting planting,
      @Nullable LocalDate earliestStart,
      Quantities quantities,
      List<UUID> activities,
      Map<String, UtilityWindow> windows) {

    /** Plans of before there were windows hold none. */
    public ProjectBasis {
      windows = windows == null ? Map.of() : Map.copyOf(windows);
    }

    /** A project the utilities have agreed nothing for. */
    public ProjectBasis(UUID id, String name, String street, String area, UUID mainEstate, SizeClass sizeClass,
        Planting planting, @Nullable LocalDate earliestStart, Quantities quantities, List<UUID> activities) {
      this(id, name, street, area, mainEstate, sizeClass, planting, earliestStart, quantities, activities, Map.of());
    }
  }

  /** The window the activity waits for, if the utilities have agreed to one. */
  public @Nullable UtilityWindow windowOf(int activity) {
    return projectOf(activity).windows().get(templateOf(activity).code());
  }

  /** The same, with nodes and activities held to what counts as at risk today; no date is another. */
  public Basis heldTo(PlanningRules today) {
    return new Basis(year, starts, rules.heldTo(today), template, crews, nodes, projects, adopted, extras);
  }

  /** Number of activities of all projects. */
  public int size() {
    return fromTemplate() + extras.size();
  }

  private int fromTemplate() {
    return template.size() * projects.size();
  }

  /**
   * The place of the project an activity belongs to. Activities are numbered project by project in the template's order; behind
   * them stand the extra works.
   */
  public int projectAt(int activity) {
    return activity < fromTemplate() ? activity / template.size() : placeOf(extras.get(activity - fromTemplate()).project());
  }

  private int placeOf(UUID project) {
    for (int at = 0; at < projects.size(); at++) {
      if (projects.get(at).id().equals(project)) {
        return at;
      }
    }
    throw new IllegalStateException("project " + project + " is not in the basis");
  }

  /** Numbers of a project's activities, extra works last. */
  public List<Integer> activitiesAt(int project) {
    var numbers = new ArrayList<Integer>();
    for (int at = 0; at < template.size(); at++) {
      numbers.add(project * template.size() + at);
    }
    for (int at = 0; at < extras.size(); at++) {
      if (extras.get(at).project().equals(projects.get(project).id())) {
        numbers.add(fromTemplate() + at);
      }
    }
    return numbers;
  }

  public ProjectBasis projectOf(int activity) {
    return projects.get(projectAt(activity));
  }

  /** The row of the template, or an extra work's own. */
  public TemplateActivity templateOf(int activity) {
    return activity < fromTemplate() ? template.get(activity % template.size()) : extras.get(activity - fromTemplate()).activity();
  }

  public UUID idOf(int activity) {
    return activity < fromTemplate() ? projectOf(activity).activities().get(activity % template.size())
        : extras.get(activity - fromTemplate()).id();
  }

  /** Everything an activity waits for and what it is, with each relation's other end as a number. */
  public List<Tie> ties() {
    var ties = new ArrayList<Tie>();
    for (int project = 0; project < projects.size(); project++) {
      var own = activitiesAt(project);
      var codes = new HashMap<String, Integer>();
      own.forEach(number -> codes.put(templateOf(number).code(), number));
      for (int number : own) {
        // Planting moves with the season by the template's rules; what somebody put behind it stays there.
        var extra = number < fromTemplate() ? null : extras.get(number - fromTemplate());
        var relations = extra != null ? extra.activity().predecessors()
            : ProgrammeNetwork.relations(this, projects.get(project), templateOf(number));
        relations.forEach(relation -> tie(ties, codes.get(relation.predecessor()), number, relation));
        if (extra != null) {
          extra.successors().forEach(relation -> tie(ties, number, codes.get(relation.predecessor()), relation));
        }
      }
    }
    return ties;
  }

  /** A relation between two activities of a project, by number. */
  public record Tie(int from, int to, Relation.Kind kind, int lagDays) {}

  /** Rows that were taken out of the template are waited for no more. */
  private static void tie(List<Tie> ties, @Nullable Integer from, @Nullable Integer to, Relation relation) {
    if (from != null && to != null) {
      ties.add(new Tie(from, to, relation.kind(), relation.lagDays()));
    }
  }
}
