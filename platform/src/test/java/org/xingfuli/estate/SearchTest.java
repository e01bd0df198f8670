package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.SearchStore;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;
import org.xingfuli.kernel.SearchText;

/** Words are found in every place they stand, and nowhere one may not look. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

  @Autowired private Transactions transactions;
  @Autowired private EstateIntake intake;
  @Autowired private SearchStore search;

  private final String unique = UUID.randomUUID().toString().substring(0, 6);

  @BeforeAll
  void threeEstatesInTwoStreets() {
    var estates = List.of(
        estate("1", "春阳里", "320613005"), estate("2", "北阳里", "320613005"), estate("3", "南阳里", "320613006"));
    var buildings = new ArrayList<BuildingLine>();
    var households = new ArrayList<HouseholdLine>();
    for (var estate : estates) {
      buildings.add(new BuildingLine(0, estate.code(), "12", 6, 1990, new BigDecimal(3000), 3, false));
      households.add(new HouseholdLine(0, estate.code(), "12", 3, 4, "402", new BigDecimal(80), "李某", null));
    }
    transactions.run(SystemScope.of("test"), () -> intake.take(estates, buildings, households));
  }

  private EstateLine estate(String number, String name, String street) {
    var zero = BigDecimal.ZERO;
    return new EstateLine(0, unique + number, name + unique, street, null, null, null, null, new BigDecimal(9000), null, 1, 1,
        zero, zero, zero, zero, 1, 1, zero);
  }

  private List<String> titles(Scope who, String query) {
    var words = SearchText.words(query);
    return transactions.as(who, () -> {
      var hits = new ArrayList<>(search.estateHits(words, 50));
      hits.addAll(search.buildingHits(words, 50));
      hits.addAll(search.householdHits(words, 50));
      return hits.stream().map(SearchStore.Hit::title).filter(title -> title.contains(unique)).toList();
    });
  }

  private List<String> named(String... parts) {
    return List.of(parts).stream().map(part -> part.replace("*", unique)).toList();
  }

  @Test
  void twoCharactersFindEstatesBuildingsAndHouseholdsInTheOrderOfPinyin() {
    assertThat(titles(People.PLANNER, "阳里 " + unique)).isEqualTo(named("北阳里*", "春阳里*", "南阳里*",
        "北阳里* 12号楼", "春阳里* 12号楼", "南阳里* 12号楼",
        "北阳里* 12号楼 3单元 402室", "春阳里* 12号楼 3单元 402室", "南阳里* 12号楼 3单元 402室"));
  }

  @Test
  void everyWordMustBeThereAndInOrderWithinItself() {
    assertThat(titles(People.PLANNER, "北阳里" + unique + "12号楼3单元")).isEqualTo(named("北阳里* 12号楼 3单元 402室"));
    assertThat(titles(People.PLANNER, "402 春阳 " + unique)).isEqualTo(named("春阳里* 12号楼 3单元 402室"));
    assertThat(titles(People.PLANNER, "里阳 " + unique)).isEmpty();
    assertThat(titles(People.PLANNER, "阳 里" + unique)).isEqualTo(titles(People.PLANNER, "里" + unique));
  }

  @Test
  void oneCharacterFindsEstatesThatBeginWithIt() {
    assertThat(titles(People.PLANNER, "春")).isEqualTo(named("春阳里*"));
    assertThat(titles(People.PLANNER, "阳")).isEmpty();
    assertThat(titles(People.PLANNER, "，。")).isEmpty();
  }

  @Test
  void aStreetOfficerFindsOnlyTheEstatesOfTheStreetAndNobodyFindsNothing() {
    assertThat(titles(People.OFFICER_OF_HONGQIAO, "阳里 " + unique)).hasSize(6).noneMatch(title -> title.startsWith("南"));
    assertThat(titles(People.OFFICER_OF_XUETIAN, "阳里 " + unique)).hasSize(3).allMatch(title -> title.startsWith("南"));
    assertThat(titles(Scope.none(), "阳里 " + unique)).isEmpty();
    assertThat(titles(Scope.none(), "春")).isEmpty();
  }

  @Test
  void ownersAreNotFoundByTheirNames() {
    assertThat(titles(People.PLANNER, "李某 " + unique)).isEmpty();
  }
}
