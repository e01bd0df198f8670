package org.xingfuli.command.flow;

import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.Names;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.Programmes;
import org.xingfuli.wire.Problems;

/** Draws the chart anew from the programme's forecast of today, with the eyes of the current scope. */
@Component
public class ReadBattleChart {

  private final Programmes programmes;
  private final Organisations organisations;
  private final BusinessClock today;
  private final Clock system;

  ReadBattleChart(Programmes programmes, Organisations organisations, BusinessClock today, Clock system) {
    this.programmes = programmes;
    this.organisations = organisations;
    this.today = today;
    this.system = system;
  }

  /** The chart of the programme, or of the current one when none is named. */
  public BattleChart of(@Nullable UUID programmeId) {
    var id = programmeId == null ? programmes.current().orElseThrow(Problems::absent) : programmeId;
    programmes.asOfToday(id);
    return BattleChart.of(programmes.chart(id), names(), today.today(), system.instant());
  }

  Names names() {
    var areas = new HashMap<String, String>();
    var byId = new HashMap<UUID, String>();
    for (var organisation : organisations.all()) {
      byId.put(organisation.id(), organisation.name());
      if (organisation.area() != null) {
        areas.put(organisation.area(), organisation.name());
      }
    }
    return new Names(areas, byId);
  }
}
