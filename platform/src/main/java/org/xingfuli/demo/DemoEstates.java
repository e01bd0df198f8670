package org.xingfuli.demo;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateIntake;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;

/**
 * The demo's estates: 45 invented ones in nine streets, about 1,100 buildings and 36,000 households, the same for the same
 * seed. Sizes follow the reference estate of domain.md 2.2 (2,774 ㎡ a building, 82 ㎡ a household, ten illegal structures
 * a building); quantities those of the assumed template. No estate, community or owner is real.
 */
@Component
public class DemoEstates {

  /** Where they lie: nine of the district's streets. */
  public static final List<String> STREETS = List.of(
      "320613001", "320613002", "320613003", "320613004", "320613005", "320613006", "320613007", "320613008", "320613009");

  private final Transactions transactions;
  private final Organisations organisations;
  private final EstateIntake intake;
  private final Estates estates;

  DemoEstates(Transactions transactions, Organisations organisations, EstateIntake intake, Estates estates) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.intake = intake;
    this.estates = estates;
  }

  /**
   * Loads them with the invented communities they lie in, unless there are estates already.
   *
   * @return the estates of the nine streets, in the order of their names
   */
  public List<Estate> load(long seed) {
    return transactions.as(SystemScope.of("demo.estates"), () -> {
      var there = estates.ofAreas(Set.copyOf(STREETS));
      if (!there.isEmpty()) {
        return there;
      }
      organisations.district();
      STREETS.forEach(this::communities);
      var district = DemoDistrict.draw(new SplittableRandom(seed));
      intake.take(district.estates(), district.buildings(), district.households());
      return estates.ofAreas(Set.copyOf(STREETS));
    });
  }

  private void communities(String street) {
    var parent = organisations.byArea(street)
        .orElseThrow(() -> new IllegalStateException("the demo needs the street " + street));
    for (int number = 1; number <= DemoDistrict.COMMUNITIES; number++) {
      var area = DemoDistrict.community(street, number);
      if (organisations.byArea(area).isEmpty()) {
        organisations.addCommunity(parent.id(), name(parent, number), area,
            "0513-8000%d%03d".formatted(number, STREETS.indexOf(street) + 1));
      }
    }
  }

  private static String name(Organisation street, int number) {
    return street.name().replace("街道", "") + "示例" + (number == 1 ? "一" : "二") + "社区";
  }
}
