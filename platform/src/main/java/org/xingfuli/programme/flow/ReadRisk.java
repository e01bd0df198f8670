package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.Odds;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ActivityNames.Named;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.RiskHead;
import org.xingfuli.programme.model.RiskNode;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.RiskStore;

/** Reads probabilities as far as the current scope sees; what is said of several nodes is counted from their own rows. */
@Component
public class ReadRisk {

  /** Days of history shown. */
  private static final int HISTORY = 42;

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final RiskStore risks;
  private final RiskQueue queue;
  private final ActivityNames activityNames;

  ReadRisk(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, PlanStore plans,
      ForecastStore forecasts, RiskStore risks, RiskQueue queue, ActivityNames activityNames) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.risks = risks;
    this.queue = queue;
    this.activityNames = activityNames;
  }

  /** For a chart; absent until something was simulated. Joins the reading of the chart. */
  public Optional<Odds> odds(UUID programmeId) {
    return transactions.here(() -> risks.head(programmeId).map(head -> odds(head, risks.kept(programmeId))));
  }

  private static Odds odds(RiskHead head, List<RiskStore.Kept> kept) {
    var byNode = kept.stream().collect(
        Collectors.groupingBy(each -> each.cell().nodeId(), LinkedHashMap::new, Collectors.toList()));
    return new Odds(head.forecastVersion(), head.replications(), head.rules().atRiskBelow(), head.rules().target(),
        head.rules().unconfirmed(),
        byNode.entrySet().stream().map(entry -> together(entry.getKey(), entry.getValue(), head.replications())).toList(),
        kept.stream().map(RiskStore.Kept::cell).toList());
  }

  private static Odds.Together together(UUID nodeId, List<RiskStore.Kept> kept, int replications) {
    var all = new BitSet(replications);
    all.set(0, replications);
    kept.forEach(each -> all.and(each.kept()));
    var expected = kept.stream().mapToDouble(each -> each.cell().probability()).sum();
    return new Odds.Together(nodeId, kept.size(), expected / kept.size(), expected, (double) all.cardinality() / replications);
  }

  /** One node of one project with its days. */
  public record Single(RiskHead head, RiskNode node) {}

  public Optional<Single> of(UUID projectId, UUID nodeId) {
    return transactions.here(() -> projects.find(projectId)
        .flatMap(project -> risks.head(project.programmeId()))
        .flatMap(head -> risks.node(projectId, nodeId).map(node -> new Single(head, node))));
  }

  /**
   * What a page of a programme's risk is drawn from.
   *
   * @param frozen whether there is a frozen plan at all
   * @param current whether the simulation is of the forecast that stands
   * @param head absent until something was simulated
   * @param nodes of the year, in their order, with the rows the reader sees in the scope asked for; what decides them and what
   *     would help is in the rows of the chosen one only
   * @param forecast how the nodes stand
   * @param days mean probability of the chosen node by day
   */
  public record Picture(
      Programme programme, boolean frozen, boolean current, @Nullable RiskHead head, RiskStore.Rules rules,
      Map<ProgrammeNode, List<RiskNode>> nodes, Map<UUID, Project> projects, List<ForecastNode> forecast,
      @Nullable ProgrammeNode chosen, List<InTheWay> activities, Map<LocalDate, Double> days) {}

  /** An activity and how often it is in the way. */
  public record InTheWay(UUID activityId, UUID projectId, String code, Words name, double share) {}

  /**
   * @param street only its projects, if any is named
   * @param project only this, if any is named
   * @param nodeId the node to be shown at length; the least likely one when none is named
   */
  public Picture picture(UUID programmeId, @Nullable UUID nodeId, @Nullable String street, @Nullable UUID project) {
    var read = transactions.picture(() -> read(programmeId, nodeId, street, project));
    if (read.frozen() && !read.current()) {
      queue.ask(programmeId);
    }
    return read;
  }

  private Picture read(UUID programmeId, @Nullable UUID nodeId, @Nullable String street, @Nullable UUID projectId) {
    var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
    var known = projects.ofProgramme(programmeId).stream()
        .filter(each -> street == null || each.street().equals(street))
        .filter(each -> projectId == null || each.id().equals(projectId))
        .collect(Collectors.toMap(Project::id, each -> each, (one, other) -> one, LinkedHashMap::new));
    var head = risks.head(programmeId).orElse(null);
    var version = forecasts.head(programmeId).map(ForecastHead::version).orElse(0L);
    var byNode = risks.finishes(programmeId).stream().filter(row -> known.containsKey(row.projectId()))
        .collect(Collectors.groupingBy(RiskNode::nodeId));
    var rows = new LinkedHashMap<ProgrammeNode, List<RiskNode>>();
    programmes.nodes(programmeId).forEach(node -> rows.put(node, byNode.getOrDefault(node.id(), List.of())));
    var forecast = forecasts.nodes(programmeId).stream().filter(row -> known.containsKey(row.projectId())).toList();
    var chosen = rows.keySet().stream().filter(node -> node.id().equals(nodeId)).findFirst()
        .orElseGet(() -> leastLikely(rows));
    if (chosen != null) {
      rows.put(chosen, risks.nodes(programmeId, chosen.id()).stream().filter(row -> known.containsKey(row.projectId())).toList());
    }
    return new Picture(programme, plans.frozen(programmeId).isPresent(), head != null && head.forecastVersion() >= version,
        head, risks.rules(programmeId), rows, known, forecast, chosen,
        chosen == null ? List.of() : inTheWay(programmeId, chosen, known), days(programmeId, head, chosen, known));
  }

  private List<InTheWay> inTheWay(UUID programmeId, ProgrammeNode chosen, Map<UUID, Project> known) {
    var found = risks.activities(programmeId, chosen.id()).stream()
        .filter(each -> known.containsKey(each.projectId())).toList();
    if (found.isEmpty()) {
      return List.of();
    }
    var names = activityNames.of(programmeId, projects.activities(programmeId));
    return found.stream().map(each -> {
      var activity = names.getOrDefault(each.activityId(), Named.NOBODY);
      return new InTheWay(each.activityId(), each.projectId(), activity.code(), activity.shortName(), each.share());
    }).toList();
  }

  private static @Nullable ProgrammeNode leastLikely(Map<ProgrammeNode, List<RiskNode>> rows) {
    ProgrammeNode least = null;
    var probability = 2.0;
    for (var entry : rows.entrySet()) {
      if (!entry.getValue().isEmpty() && RiskNode.mean(entry.getValue()) < probability) {
        probability = RiskNode.mean(entry.getValue());
        least = entry.getKey();
      }
    }
    return least;
  }

  private Map<LocalDate, Double> days(
      UUID programmeId, @Nullable RiskHead head, @Nullable ProgrammeNode chosen, Map<UUID, Project> known) {
    if (head == null || chosen == null) {
      return Map.of();
    }
    return risks.days(programmeId, chosen.id(), head.dataDate().minusDays(HISTORY)).stream()
        .filter(day -> known.containsKey(day.projectId()) && !day.day().isAfter(head.dataDate()))
        .collect(Collectors.groupingBy(RiskStore.Day::day, LinkedHashMap::new,
            Collectors.averagingDouble(RiskStore.Day::probability)));
  }
}
