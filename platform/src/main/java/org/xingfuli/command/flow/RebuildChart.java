package org.xingfuli.command.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.store.ChartStore;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.Programmes;

/** Makes the battle chart again by reading everything of the programme; what stood before does not matter. */
@Component
public class RebuildChart {

  private final Transactions transactions;
  private final Audit audit;
  private final Programmes programmes;
  private final ChartStore charts;
  private final Clock system;

  RebuildChart(Transactions transactions, Audit audit, Programmes programmes, ChartStore charts, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.charts = charts;
    this.system = system;
  }

  /** Returns the version the chart shows now. */
  public long rebuild(UUID programmeId) {
    return transactions.as(SystemScope.of("command.rebuild"), () -> {
      charts.lock(programmeId);
      var chart = StoredChart.of(programmes.chart(programmeId), system.instant());
      charts.replace(chart);
      audit.record("command.rebuild", new Subject("programme", programmeId),
          Map.of("version", chart.version(), "projects", chart.rows().size()));
      return chart.version();
    });
  }
}
