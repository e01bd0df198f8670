package org.xingfuli.appeal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.model.Given;
import org.xingfuli.database.Scope;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.kernel.UuidV7;

/**
 * Whoever searches, in however many streets and estates, and however few of the latest are read before the pairs are looked up: found
 * are the latest of what holds the words within reach, as going through every row finds them.
 */
class SearchLawsTest {

  private static final TestDatabase DB = TestDatabase.fresh();
  private static final long SEED = 20220422;
  private static final List<String> AREAS = List.of("320613005001", "320613005002", "320613006001", "320613007", "320614001001");
  private static final List<String> WORDS = List.of("停车位", "路灯坏", "漏雨了", "化粪池", "12345", "楼20220413a");
  private static final List<UUID> ESTATES = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4));
  private static final List<UUID> UNITS = List.of(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3));

  @BeforeAll
  static void fourHundredAppeals() {
    var random = new Random(SEED);
    for (int n = 0; n < 400; n++) {
      var id = UuidV7.create();
      var area = one(AREAS, random);
      var estate = random.nextInt(4) == 0 ? null : one(ESTATES, random);
      var plain = one(WORDS, random) + one(WORDS, random);
      DB.superuser().sql(Given.AN_APPEAL).param("id", id).param("area", area).update();
      DB.superuser().sql("update appeal.appeal set estate_id = ?, lead_id = ? where id = ?")
          .params(Fields.values(estate, random.nextInt(3) == 0 ? null : one(UNITS, random), id)).update();
      if (random.nextInt(5) == 0) {
        DB.superuser().sql("insert into appeal.support (appeal_id, organisation_id, area, estate_id, asked, asked_at) values (?, ?, ?, ?, '', now())")
            .params(Fields.values(id, one(UNITS, random), area, estate)).update();
      }
      DB.superuser().sql("insert into appeal.search_text (appeal_id, area, estate_id, plain, keys) values (?, ?, ?, ?, ?)")
          .params(Fields.values(id, area, estate, plain, Arrays.stream(SearchText.allKeys(plain)).boxed().toArray(Integer[]::new))).update();
    }
  }

  @Test
  void whatIsFoundIsTheLatestThatHoldsTheWordsWithinReach() {
    var random = new Random(SEED);
    for (int n = 0; n < 500; n++) {
      var scope = scope(random);
      var word = part(one(WORDS, random), random);
      var units = random.nextInt(3) == 0 ? some(UNITS, random).toArray(UUID[]::new) : null;
      int most = 1 + random.nextInt(12);
      int reading = 1 + random.nextInt(120);
      var found = DB.transactions().as(scope, () -> DB.jdbc().sql("select id from appeal.search(?, ?, ?::uuid[], ?, ?)")
          .params(Fields.values(SearchText.keys(word).stream().map(SearchText::key).toArray(Integer[]::new), new String[] {"%" + word + "%"}, units, most, reading))
          .query(UUID.class).list());
      assertThat(found).as("seed %d, %s of %s, %s, most %d, reading %d", SEED, word, scope, Arrays.toString(units), most, reading)
          .isEqualTo(DB.transactions().as(scope, () -> through(word, units, most)));
    }
  }

  @Test
  void theDatabaseNumbersPairsAndFoursAsThePlatformDoes() {
    var random = new Random(SEED);
    for (int n = 0; n < 2000; n++) {
      var gram = random.nextInt(4) == 0 ? "%04d".formatted(random.nextInt(10_000)) : character(random) + character(random);
      assertThat(DB.superuser().sql("select appeal.search_key(?)").param(gram).query(Integer.class).single())
          .as("seed %d, %s", SEED, gram).isEqualTo(SearchText.key(gram));
    }
  }

  /** A letter, figure or Chinese character, some of them beyond the first 65,536. */
  private static String character(Random random) {
    return Character.toString(switch (random.nextInt(3)) {
      case 0 -> '0' + random.nextInt(10);
      case 1 -> 0x4E00 + random.nextInt(0x5200);
      default -> 0x20000 + random.nextInt(0xA6D0);
    });
  }

  private static List<UUID> through(String word, UUID @Nullable [] units, int most) {
    return DB.jdbc().sql("select a.id from appeal.search_text s join appeal.appeal a on a.id = s.appeal_id where s.plain like :word and "
            + Fields.OF_UNITS + " order by a.id desc limit :most")
        .param("word", "%" + word + "%").param("units", units).param("most", most).query(UUID.class).list();
  }

  private static Scope scope(Random random) {
    var areas = new HashSet<String>();
    some(AREAS, random).forEach(area -> areas.add(area.substring(0, Math.min(area.length(), List.of(6, 9, 9, 12, 12).get(random.nextInt(5))))));
    return new Scope(Scope.Kind.PERSON, new UUID(3, 1), "test", random.nextInt(3) == 0 ? Set.of() : areas,
        random.nextBoolean() ? Set.of() : new HashSet<>(some(ESTATES, random)), Set.of());
  }

  /** Two characters of a word, or more. */
  private static String part(String word, Random random) {
    int begin = random.nextInt(word.length() - 1);
    return word.substring(begin, begin + 2 + random.nextInt(word.length() - begin - 1));
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static <T> List<T> some(List<T> all, Random random) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(2));
  }
}
