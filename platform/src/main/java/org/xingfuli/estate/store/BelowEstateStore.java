package org.xingfuli.estate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.kernel.SearchText;

/** Keeps what the rows below an estate copy from it: its area, and its name in their search texts. */
@Component
public class BelowEstateStore {

  private final JdbcClient jdbc;

  BelowEstateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The estate lies in another area now. */
  public void move(UUID estate, String area) {
    for (var table : List.of("building", "stairwell", "household", "owner", "work_line", "menu", "survey", "finding",
        "deed")) {
      jdbc.sql("update estate." + table + " set area = :area where estate_id = :estate and area <> :area")
          .param("area", area).param("estate", estate).update();
    }
  }

  /** The estate has another name now. */
  public void rename(UUID estate, String name) {
    var texts = new SearchRows();
    jdbc.sql("select id, number from estate.building where estate_id = :estate").param("estate", estate)
        .query((RowCallbackHandler) row ->
            texts.add(row.getObject("id", UUID.class), Titles.building(name, row.getString("number"))));
    texts.write(jdbc, "building");
    var households = new SearchRows();
    jdbc.sql("""
        select h.id, b.number, h.stairwell, h.door
        from estate.household h join estate.building b on b.id = h.building_id
        where h.estate_id = :estate""").param("estate", estate)
        .query((RowCallbackHandler) row -> households.add(row.getObject("id", UUID.class),
            Titles.household(name, row.getString("number"), row.getInt("stairwell"), row.getString("door"))));
    households.write(jdbc, "household");
  }

  /** Search texts of many rows, written in one statement. */
  private static final class SearchRows {
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> plains = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();

    void add(UUID id, String title) {
      var plain = SearchText.plain(title);
      ids.add(id);
      plains.add(plain);
      pairs.add(String.join(" ", SearchText.bigrams(plain)));
    }

    void write(JdbcClient jdbc, String table) {
      jdbc.sql("update estate." + table + """
           t set plain = n.plain, bigrams = string_to_array(n.pairs, ' ')
          from unnest(:ids, :plains, :pairs) n (id, plain, pairs) where t.id = n.id""")
          .param("ids", ids.toArray(UUID[]::new))
          .param("plains", plains.toArray(String[]::new))
          .param("pairs", pairs.toArray(String[]::new))
          .update();
    }
  }
}
