package org.xingfuli.programme.flow;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ReportedProgress;
import org.xingfuli.programme.flow.ActivityNames.Named;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.ForecastShare;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;

/** Reads what a battle chart is drawn from, as far as the current scope sees. */
@Component
public class ReadChart {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final ProgressStore reports;
  private final ActivityNames activityNames;
  private final ProjectQuantities quantities;
  private final Calendars calendars;

  ReadChart(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, ForecastStore forecasts,
      ProgressStore reports, ActivityNames activityNames, ProjectQuantities quantities, Calendars calendars) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.forecasts = forecasts;
    this.reports = reports;
    this.activityNames = activityNames;
    this.quantities = quantities;
    this.calendars = calendars;
  }

  public ChartFacts of(UUID programmeId) {
    return transactions.here(() -> {
      var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
      var all = projects.ofProgramme(programmeId);
      var amounts = quantities.of(all);
      var head = forecasts.head(programmeId);
      var shares = head.isEmpty() ? Map.<UUID, ForecastShare>of() : forecasts.shares(programmeId);
      return new ChartFacts(
          programmeId, programme.year(), programme.name(), head.map(ForecastHead::version).orElse(0L),
          head.map(ForecastHead::dataDate).orElse(null), programme.rules().atRiskDays(),
          programme.rules().unconfirmed(), programmes.nodes(programmeId).stream().map(this::node).toList(),
          all.stream().map(project -> row(project, amounts.getOrDefault(project.id(), Quantities.NONE),
              shares.get(project.id()))).toList(),
          forecasts.nodes(programmeId), head.map(ForecastHead::begun).orElse(null));
    });
  }

  private ChartFacts.Node node(ProgrammeNode node) {
    var calendar = calendars.current();
    var resolved = node.rule().resolve(node.nominal(), calendar);
    return new ChartFacts.Node(node.id(), node.code(), node.name(), resolved.due(), resolved.why(), node.unconfirmed(),
        calendar.isProvisional(resolved.due(), node.nominal()));
  }

  private static ChartFacts.Row row(Project project, Quantities quantities, @Nullable ForecastShare share) {
    return new ChartFacts.Row(
        project.id(), project.code(), project.name(), project.street(), project.area(),
        project.estates().stream().map(Project.Share::estateId).toList(), count(quantities, Driver.BUILDINGS),
        count(quantities, Driver.HOUSEHOLDS), project.deliveryAgent(), project.contractor(),
        project.carriedOverFrom(), share == null ? 0 : share.done(), share == null ? 0 : share.planned(), share != null);
  }

  private static int count(Quantities quantities, Driver driver) {
    return quantities.of(driver).setScale(0, RoundingMode.HALF_UP).intValue();
  }

  /** The newest reports of a project. */
  public List<ReportedProgress> latestReports(UUID projectId, int most) {
    return transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var names = activityNames.of(project.programmeId(), projects.activitiesOf(projectId));
      return reports.latestOfProject(projectId, most).stream().map(report -> {
        var activity = names.getOrDefault(report.activityId(), Named.NOBODY);
        return new ReportedProgress(report.id(), report.activityId(), activity.code(), activity.name(),
            report.reportedOn(), report.reportedAt(), report.reporterName(), report.percent(), report.daysLost(), report.reason(), report.note());
      }).toList();
    });
  }

  /** The activity a node asks of a project. */
  public UUID activityOf(UUID projectId, UUID nodeId) {
    return transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var node = programmes.nodes(project.programmeId()).stream()
          .filter(each -> each.id().equals(nodeId)).findFirst().orElseThrow(Unknown::row);
      return projects.activities(project.programmeId()).stream()
          .filter(row -> row.projectId().equals(projectId) && row.code().equals(node.activityCode()))
          .findFirst().orElseThrow(Unknown::row).id();
    });
  }
}
