package org.xingfuli.access;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.flow.RegisterEstate;
import org.xingfuli.estate.model.EstateChange;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.EstateShare;

/** Two communities of one street and another street, an estate and a project in each, in a frozen year. */
@TestComponent
public final class MatrixWorld {

  public static final String DISTRICT = "320613";
  public static final String STREET = "320613007";
  public static final String COMMUNITY = "320613007001";

  /** A year no other test opens. */
  public static final int YEAR = 2034;

  /** Stands in the name of every estate made here. */
  public static final String WORD = "矩阵";

  private static final Map<Place, String> AREAS =
      Map.of(Place.OWN, COMMUNITY, Place.STREET, "320613007002", Place.OTHER, "320613008001");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Transactions transactions;
  private final RegisterEstate register;
  private final Programmes programmes;
  private final Estates estateNames;
  private final Map<Place, UUID> estates = new EnumMap<>(Place.class);
  private final Map<Place, UUID> projects = new EnumMap<>(Place.class);
  private final UUID programme;
  private final UUID earlier;
  private final UUID earlierProject;

  MatrixWorld(Transactions transactions, Organisations organisations, Staff staff, RegisterEstate register,
      Programmes programmes, Estates estateNames) {
    this.transactions = transactions;
    this.register = register;
    this.programmes = programmes;
    this.estateNames = estateNames;
    system(organisations::district);
    AREAS.forEach((place, area) -> staff.community(area, "社区" + area.substring(6)));
    AREAS.keySet().forEach(place -> estates.put(place, newEstate(place)));
    earlier = system(() -> programmes.open(YEAR - 1, (YEAR - 1) + " 年度", null));
    earlierProject = add(earlier, newEstate(Place.OTHER));
    programme = system(() -> programmes.open(YEAR, YEAR + " 年度", null));
    AREAS.keySet().forEach(place -> projects.put(place, add(programme, estate(place))));
    system(() -> {
      programmes.freeze(programmes.plan(programme, PlanRule.BEST, "第一版"));
      return true;
    });
  }

  private UUID add(UUID year, UUID estate) {
    return system(() -> programmes.addProject(
        year, ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE)))));
  }

  /** The year before, and its one project. */
  public UUID earlier() {
    return earlier;
  }

  public UUID earlierProject() {
    return earlierProject;
  }

  public static String area(Place place) {
    return AREAS.getOrDefault(place, DISTRICT);
  }

  /** The project the project roles are appointed to. */
  public UUID project() {
    return project(Place.OWN);
  }

  public UUID project(Place place) {
    return projects.getOrDefault(place, UUID.randomUUID());
  }

  public UUID programme() {
    return programme;
  }

  public UUID estate(Place place) {
    return estates.getOrDefault(place, UUID.randomUUID());
  }

  /** The name of the place's estate, which no other name contains. */
  public String name(Place place) {
    return Objects.requireNonNull(system(() -> estateNames.names(List.of(estate(place)))).get(estate(place)));
  }

  private static String name(int number) {
    return WORD + "小区" + number + "号";
  }

  /** An estate nobody else needs. */
  public UUID newEstate(Place place) {
    var number = NUMBER.incrementAndGet();
    var area = area(place);
    return system(() -> register.register(null, new EstateChange("M%03d".formatted(number), name(number),
        area.substring(0, 9), area, null, 1985, 1992, new BigDecimal("30000"), SizeClass.REGULAR, 60, 45,
        new BigDecimal("6000"), new BigDecimal("26000"), new BigDecimal("2000"), new BigDecimal("4000"), 100, 30,
        new BigDecimal("2500")))).id();
  }

  /** Does something with the eyes of the system. */
  public <T> T system(Supplier<T> work) {
    return transactions.as(SystemScope.of("test"), work);
  }

  /** The dated activities of a project in the frozen plan. */
  public UUID activity(Place place) {
    return system(() -> programmes.frozenPlan(programme)).stream()
        .filter(activity -> activity.projectId().equals(projects.get(place)))
        .map(Programmes.PlannedActivity::id)
        .findFirst()
        .orElseGet(UUID::randomUUID);
  }
}
