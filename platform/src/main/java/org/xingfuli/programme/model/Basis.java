package org.xingfuli.programme.model;

import java.time.LocalDate;
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
 */
public record Basis(
    int year,
    LocalDate starts,
    PlanningRules rules,
    List<TemplateActivity> template,
    List<Crew> crews,
    List<ProgrammeNode> nodes,
    List<ProjectBasis> projects,
    Adopted adopted) {

  /** Plans of before drafts could be adopted hold nothing of them. */
  public Basis {
    adopted = adopted == null ? Adopted.NOTHING : adopted;
  }

  /** A basis nothing was adopted into. */
  public Basis(int year, LocalDate starts, PlanningRules rules, List<TemplateActivity> template, List<Crew> crews,
      List<ProgrammeNode> nodes, List<ProjectBasis> projects) {
    this(year, starts, rules, template, crews, nodes, projects, Adopted.NOTHING);
  }

  /** The same, and this adopted. */
  public Basis adopting(Adopted next) {
    return new Basis(year, starts, rules, template, crews, nodes, projects, next);
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
    return new Basis(year, starts, rules.heldTo(today), template, crews, nodes, projects, adopted);
  }

  /** Number of activities of all projects. */
  public int size() {
    return template.size() * projects.size();
  }

  /** The project an activity belongs to; activities are numbered project by project in the template's order. */
  public ProjectBasis projectOf(int activity) {
    return projects.get(activity / template.size());
  }

  public TemplateActivity templateOf(int activity) {
    return template.get(activity % template.size());
  }

  public UUID idOf(int activity) {
    return projectOf(activity).activities().get(activity % template.size());
  }
}
