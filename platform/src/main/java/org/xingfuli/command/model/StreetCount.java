package org.xingfuli.command.model;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xingfuli.programme.State;

/** A street's projects by their worst node; {@code onTime} are those in no trouble, finished or not begun among them. */
public record StreetCount(String street, String streetName, int projects, int late, int atRisk, int onTime) {

  /** All streets of a chart, the most late first. */
  public static List<StreetCount> of(BattleChart chart) {
    var byStreet = chart.rows().stream().collect(Collectors.groupingBy(ChartRow::street, TreeMap::new,
        Collectors.toList()));
    return byStreet.values().stream().map(StreetCount::count)
        .sorted(Comparator.comparingInt(StreetCount::late).reversed()
            .thenComparing(Comparator.comparingInt(StreetCount::atRisk).reversed())
            .thenComparing(StreetCount::street))
        .toList();
  }

  private static StreetCount count(List<ChartRow> rows) {
    var late = (int) rows.stream().filter(row -> row.worst() == State.LATE).count();
    var risk = (int) rows.stream().filter(row -> row.worst() == State.AT_RISK).count();
    var first = rows.getFirst();
    return new StreetCount(first.street(), first.streetName(), rows.size(), late, risk, rows.size() - late - risk);
  }
}
