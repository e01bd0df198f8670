package org.xingfuli.programme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.store.ProjectStore.Carried;

/**
 * A project as the planner sees it; counts follow the shares of its estates, rounded.
 *
 * @param carriedOverProject the project of the earlier year it goes on with
 * @param carriedReason why it was not finished there, or here when another year goes on with it
 * @param carriedOverTo the project of the later year that goes on with this one
 * @param finished every activity was reported done
 */
record ProjectRow(
    UUID id,
    UUID programmeId,
    String code,
    String name,
    String street,
    String streetName,
    List<HeldEstate> estates,
    @Nullable String deliveryAgent,
    @Nullable String contractor,
    @Nullable String supervisor,
    SizeClass sizeClass,
    SizeClassBy sizeClassBy,
    Planting planting,
    @Nullable LocalDate earliestStart,
    @Nullable Integer carriedOverFrom,
    @Nullable UUID carriedOverProject,
    String carriedReason,
    @Nullable CarriedTo carriedOverTo,
    boolean finished,
    int buildings,
    int households,
    int activities,
    int version) {

  /** An estate, or the part of it, that the project renovates. */
  record HeldEstate(UUID id, String name, BigDecimal share) {}

  /** Where a project goes on. */
  record CarriedTo(UUID projectId, UUID programmeId, int year) {}

  static ProjectRow of(
      Project project, Names.Book names, Map<UUID, String> estates, Quantities quantities, int activities,
      boolean finished, List<Carried> carried) {
    var from = carried.stream().filter(each -> each.to().equals(project.id())).findFirst();
    var to = carried.stream().filter(each -> each.from().equals(project.id())).findFirst();
    return new ProjectRow(
        project.id(), project.programmeId(), project.code(), project.name(), project.street(),
        names.area(project.street()),
        project.estates().stream().map(share -> new HeldEstate(share.estateId(),
            estates.getOrDefault(share.estateId(), ""), share.share())).toList(),
        names.called(project.deliveryAgent()), names.called(project.contractor()),
        names.called(project.supervisor()),
        project.sizeClass(), project.sizeClassBy(), project.planting(), project.earliestStart(), project.carriedOverFrom(),
        project.carriedOverProject(), from.or(() -> to).map(Carried::reason).orElse(""),
        to.map(each -> new CarriedTo(each.to(), each.toProgramme(), each.toYear())).orElse(null), finished,
        count(quantities, Driver.BUILDINGS), count(quantities, Driver.HOUSEHOLDS), activities, project.version());
  }

  static int count(Quantities quantities, Driver driver) {
    return quantities.of(driver).setScale(0, RoundingMode.HALF_UP).intValue();
  }
}
