package org.xingfuli.command.store;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.News;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.database.Bulletin;

/** How the news that a chart was replaced is written on the bulletin. */
@Component
public class ChartNews {

  public static final String TOPIC = "command.chart";

  private final Bulletin bulletin;

  ChartNews(Bulletin bulletin) {
    this.bulletin = bulletin;
  }

  /** Leaves with the commit of the transaction that replaces the chart. */
  void replaced(StoredChart chart) {
    var seen = chart.seen();
    bulletin.post(TOPIC, chart.programmeId() + " " + chart.version() + " " + (seen == null ? 0 : seen.toEpochMilli()));
  }

  /** What a posting says. */
  public static News.Changed read(String text) {
    var parts = text.split(" ");
    // A node of the release before says no moment.
    return new News.Changed(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
  }
}
