package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.model.Basis.ProjectBasis;

/** Seeded programmes for the laws: projects of different sizes on the template and crews a new programme starts with. */
final class ADistrict {

  static final WorkCalendar CALENDAR = WorkCalendar.statutory();

  private static final int SMALL = 12;

  private ADistrict() {}

  static Basis ofTheReferenceEstate(PlanningRules rules) {
    return basis(rules, LocalDate.of(2021, 9, 1),
        List.of(project(1, Catalogue.reference(), SizeClass.REGULAR, Planting.AUTUMN)));
  }

  /** So many projects over three streets, between a third and one and a half times the reference estate. */
  static Basis of(int projects, long seed) {
    var random = new Random(seed);
    var drawn = new ArrayList<ProjectBasis>();
    for (int number = 1; number <= projects; number++) {
      var quantities = scaled(Catalogue.reference(), 0.3 + 1.2 * random.nextDouble());
      var size = quantities.of(Driver.BUILDINGS).intValue() <= SMALL ? SizeClass.SMALL_AND_EASY : SizeClass.REGULAR;
      drawn.add(project(number, quantities, size,
          size == SizeClass.SMALL_AND_EASY ? Planting.AFTER_NODE : Planting.AUTUMN));
    }
    return basis(PlanningRules.DEFAULT, LocalDate.of(2021, 9, 1), drawn);
  }

  static Timetable planned(Basis basis) {
    return Scheduler.schedule(ProgrammeNetwork.of(basis, CALENDAR).network(), Objective.nodes()).timetable();
  }

  static Quantities scaled(Quantities quantities, double factor) {
    var scaled = new EnumMap<Driver, BigDecimal>(Driver.class);
    quantities.amounts().forEach((driver, amount) ->
        scaled.put(driver, amount.multiply(BigDecimal.valueOf(factor)).setScale(0, RoundingMode.HALF_UP)));
    return new Quantities(scaled);
  }

  static List<ProgrammeNode> nodes() {
    return ProgrammeNode.SEEDS.stream().map(seed -> new ProgrammeNode(
        named(seed.code()), seed.code(), seed.name(), seed.rule(), LocalDate.of(2022, seed.month(), seed.day()),
        seed.weight(), seed.activityCode(), seed.appliesTo(), false, 1)).toList();
  }

  private static Basis basis(PlanningRules rules, LocalDate starts, List<ProjectBasis> projects) {
    return new Basis(2022, starts, rules, Catalogue.activities(), Catalogue.crews(), nodes(), projects);
  }

  private static ProjectBasis project(int number, Quantities quantities, SizeClass size, Planting planting) {
    var name = "project " + number;
    var street = "32061300" + (1 + number % 3);
    var activities = Stream.iterate(0, i -> i + 1).limit(Catalogue.activities().size())
        .map(i -> named(name + " " + i)).toList();
    return new ProjectBasis(
        named(name), name, street, street, named(name + " estate"), size, planting, null, quantities, activities);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
