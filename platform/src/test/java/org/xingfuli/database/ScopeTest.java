package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Row-level security by the transaction's scope, on a table made for this test as a module would make it. */
class ScopeTest {

  private static final TestDatabase DB = TestDatabase.fresh();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  @BeforeAll
  static void anEstateInEachOfTwoStreets() {
    DB.superuser().sql("""
        set role xingfuli_migrator;
        create schema garden;
        grant usage on schema garden to xingfuli_application, xingfuli_backup;
        create table garden.tree (estate_id uuid, area text);
        call database.guard_by_estate('garden.tree');
        grant select, insert, update, delete on garden.tree to xingfuli_application;
        grant select on garden.tree to xingfuli_backup;
        do $$ begin perform database.complete_policies('xingfuli_migrator', 'xingfuli_backup'); end $$;
        reset role""").update();
    plant(SystemScope.of("test"), FIRST, "320613005003");
    plant(SystemScope.of("test"), SECOND, "320613006");
  }

  private static void plant(Scope scope, UUID estate, String area) {
    DB.transactions().run(scope, () -> DB.jdbc().sql("insert into garden.tree values (?, ?)").params(estate, area).update());
  }

  private static List<UUID> seenBy(Scope scope) {
    return DB.transactions().as(
        scope, () -> DB.jdbc().sql("select estate_id from garden.tree").query(UUID.class).list());
  }

  private static Scope person(Set<String> areas, Set<UUID> estates) {
    return new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "街道专员", areas, estates, Set.of());
  }

  @Test
  void nobodySeesNothing() {
    assertThat(seenBy(Scope.none())).isEmpty();
    assertThat(DB.jdbc().sql("select count(*) from garden.tree").query(Long.class).single()).isZero();
  }

  @Test
  void theSystemAndTheBackupSeeAll() {
    assertThat(seenBy(SystemScope.of("test"))).contains(FIRST, SECOND);
    assertThat(DB.backup().sql("select estate_id from garden.tree").query(UUID.class).list()).contains(FIRST, SECOND);
  }

  @Test
  void aScopeSeesInJavaWhatItSeesInTheDatabase() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var codes = List.of("320613", "320613005", "320613005003", "320613005004", "320613006", "32061300", "320614", "3206");
    for (int n = 0; n < 300; n++) {
      var scope = person(random.ints(random.nextInt(3), 0, codes.size()).mapToObj(codes::get).collect(Collectors.toSet()),
          random.nextInt(4) == 0 ? Set.of(FIRST) : Set.of());
      var area = codes.get(random.nextInt(codes.size()));
      var estate = random.nextBoolean() ? FIRST : random.nextBoolean() ? SECOND : null;
      var seen = DB.transactions().as(scope, () -> DB.jdbc().sql("select database.sees(?, cast(? as uuid)), database.sees_area(?)")
          .param(area).param(estate == null ? null : estate.toString()).param(area).query((row, at) -> List.of(row.getBoolean(1), row.getBoolean(2))).single());
      assertThat(List.of(scope.sees(area, estate), scope.seesArea(area))).as("seed %d: %s of %s in %s", seed, estate, scope, area)
          .isEqualTo(seen);
    }
    assertThat(SystemScope.of("test").sees("320614", null)).isTrue();
    assertThat(Scope.none().sees("320613", FIRST)).isFalse();
  }

  @Test
  void aStreetOfficerSeesOnlyTheEstatesOfTheStreet() {
    assertThat(seenBy(person(Set.of("320613005"), Set.of()))).containsExactly(FIRST);
    assertThat(seenBy(person(Set.of("320613006"), Set.of()))).containsExactly(SECOND);
    assertThat(seenBy(person(Set.of("320613005003"), Set.of()))).containsExactly(FIRST);
    assertThat(seenBy(person(Set.of("320613005004"), Set.of()))).isEmpty();
    assertThat(seenBy(person(Set.of("320613"), Set.of()))).contains(FIRST, SECOND);
    assertThat(seenBy(person(Set.of("32061300"), Set.of()))).as("half an area is none").isEmpty();
  }

  @Test
  void anAppointmentToAnEstateShowsThatEstate() {
    assertThat(seenBy(person(Set.of(), Set.of(SECOND)))).containsExactly(SECOND);
  }

  @Test
  void nobodyWritesWhereOneCannotSee() {
    assertThatThrownBy(() -> plant(person(Set.of("320613006"), Set.of()), UUID.randomUUID(), "320613005"))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void theScopeEndsWithItsTransaction() {
    seenBy(SystemScope.of("test"));
    assertThat(seenBy(Scope.none())).isEmpty();
  }

  @Test
  void anotherScopeInsideOpensATransactionOfItsOwn() {
    var street = person(Set.of("320613006"), Set.of());
    DB.transactions().run(street, () -> {
      assertThat(seenBy(SystemScope.of("test"))).contains(FIRST);
      assertThat(seenBy(street)).containsExactly(SECOND);
    });
  }
}
