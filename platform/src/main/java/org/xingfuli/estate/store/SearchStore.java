package org.xingfuli.estate.store;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.kernel.SearchText;

/** Finds estates, buildings and households by words, through the functions that test the caller's scope inside. */
@Component
public class SearchStore {

  /** A list of suggestions looks no further than so many hits; the list of estates goes on to the end. */
  private static final int MOST = 500;

  private static final int MOST_BELOW = 100;

  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All estates that hold every word in name, code or address. One character alone is looked for at the beginning. */
  public List<UUID> estates(List<String> words) {
    return estates(words, Integer.MAX_VALUE);
  }

  private List<UUID> estates(List<String> words, int most) {
    var pairs = pairs(words);
    if (pairs.length == 0) {
      return words.isEmpty() ? List.of() : jdbc.sql("select id from estate.estate where plain like :start limit :most")
          .param("start", words.getFirst() + "%").param("most", most)
          .query((row, number) -> row.getObject(1, UUID.class)).list();
    }
    return jdbc.sql("select id from estate.search_estates(:pairs, :patterns, :most)")
        .param("pairs", pairs).param("patterns", patterns(words)).param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  public List<Hit> estateHits(List<String> words, int limit) {
    return jdbc.sql("""
        select id, id as estate_id, name as title, coalesce(address, code) as subtitle, street, '' as building
        from estate.estate where id = any(:ids)
        order by position(:first in plain) <> 1, name collate zh_pinyin, id limit :limit""")
        .param("ids", estates(words, MOST).toArray(UUID[]::new))
        .param("first", words.isEmpty() ? "" : words.getFirst())
        .param("limit", limit)
        .query((row, number) -> new Hit(Kind.ESTATE, row.getObject("id", UUID.class),
            row.getObject("estate_id", UUID.class), row.getString("title"), row.getString("subtitle"),
            row.getString("street")))
        .list();
  }

  public List<Hit> buildingHits(List<String> words, int limit) {
    var pairs = pairs(words);
    return pairs.length == 0 ? List.of() : jdbc.sql("""
        select b.id, b.estate_id, e.name, b.number, b.storeys, b.households, e.street
        from estate.search_buildings(:pairs, :patterns, :most) s
          join estate.building b on b.id = s.id join estate.estate e on e.id = b.estate_id
        order by e.name collate zh_pinyin, length(b.number), b.number, b.id limit :limit""")
        .param("pairs", pairs).param("patterns", patterns(words)).param("most", MOST_BELOW).param("limit", limit)
        .query((row, number) -> new Hit(Kind.BUILDING, row.getObject("id", UUID.class),
            row.getObject("estate_id", UUID.class), Titles.building(row.getString("name"), row.getString("number")),
            row.getInt("storeys") + "层 · " + row.getInt("households") + "户", row.getString("street")))
        .list();
  }

  public List<Hit> householdHits(List<String> words, int limit) {
    var pairs = pairs(words);
    return pairs.length == 0 ? List.of() : jdbc.sql("""
        select h.id, h.estate_id, e.name, b.number, h.stairwell, h.door, h.floor, h.exclusive_area, e.street
        from estate.search_households(:pairs, :patterns, :most) s
          join estate.household h on h.id = s.id
          join estate.building b on b.id = h.building_id join estate.estate e on e.id = h.estate_id
        order by e.name collate zh_pinyin, length(b.number), b.number, h.stairwell, h.floor, h.door limit :limit""")
        .param("pairs", pairs).param("patterns", patterns(words)).param("most", MOST_BELOW).param("limit", limit)
        .query((row, number) -> new Hit(Kind.HOUSEHOLD, row.getObject("id", UUID.class),
            row.getObject("estate_id", UUID.class),
            Titles.household(row.getString("name"), row.getString("number"), row.getInt("stairwell"),
                row.getString("door")),
            row.getInt("floor") + "层 · " + row.getBigDecimal("exclusive_area") + "㎡", row.getString("street")))
        .list();
  }

  private static String[] pairs(List<String> words) {
    var pairs = new TreeSet<String>();
    words.forEach(word -> pairs.addAll(SearchText.bigrams(word)));
    return pairs.toArray(String[]::new);
  }

  private static String[] patterns(List<String> words) {
    return words.stream().map(word -> '%' + word + '%').collect(Collectors.toList()).toArray(String[]::new);
  }

  /** What a hit is. */
  public enum Kind { ESTATE, BUILDING, HOUSEHOLD }

  /** One thing found; the subtitle tells it from others of the same title. */
  public record Hit(Kind kind, UUID id, UUID estateId, String title, String subtitle, String street) {}
}
