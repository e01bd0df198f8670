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
    bulletin.post(TOPIC, chart.programmeId() + " " + chart.version());
  }

  /** What a posting says. */
  public static News.Changed read(String text) {
    var space = text.indexOf(' ');
    return new News.Changed(UUID.fromString(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
  }
}
