package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.scheduling.explain.Explanation;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.NodeFailure;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Answers why a node cannot be kept. It takes up to some seconds: no connection is held meanwhile, one is thought about at a time,
 * and an answer is kept as long as the plan, the reports and the day are the same.
 */
@Component
public class ExplainNode {

  private static final int KEPT = 32;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final Frozen frozen;
  private final BusinessClock today;
  private final Map<Node, NodeFailure> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Node, NodeFailure> eldest) {
      return size() > KEPT;
    }
  };

  ExplainNode(Transactions transactions, ProjectStore projects, PlanStore plans, ForecastStore forecasts, Frozen frozen,
      BusinessClock today) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.frozen = frozen;
    this.today = today;
  }

  /** @param number index among the forecast's nodes */
  private record Node(UUID plan, LocalDate today, long forecast, int number) {}

  private record Asked(Project project, Plan plan, Set<UUID> visible, long forecast) {}

  /**
   * @param visible projects the asker sees
   */
  public record Answer(NodeFailure failure, UUID programmeId, Set<UUID> visible) {}

  /**
   * @param activityId which carries the node; of another one the latest node of its project is told
   */
  public Answer of(UUID activityId) {
    var asked = transactions.here(() -> {
      var activity = projects.activity(activityId).orElseThrow(Unknown::row);
      var project = projects.find(activity.projectId()).orElseThrow(Unknown::row);
      var plan = plans.frozen(project.programmeId())
          .orElseThrow(() -> new Refused(Refusal.of("programme.no-frozen-plan")));
      return new Asked(project, plan, projects.ofProgramme(project.programmeId()).stream().map(Project::id).collect(Collectors.toSet()),
          forecasts.head(project.programmeId()).map(ForecastHead::version).orElse(0L));
    });
    var forecast = transactions.as(SystemScope.of("programme.failing"), () -> frozen.forecast(asked.plan(), today.today()));
    var node = new Node(asked.plan().id(), today.today(), asked.forecast(), number(forecast, activityId, asked.project()));
    return new Answer(failure(forecast, node), asked.project().programmeId(), asked.visible());
  }

  private static int number(Forecast forecast, UUID activityId, Project project) {
    var dues = forecast.plan().dueNodes();
    var basis = forecast.plan().basis();
    return IntStream.range(0, dues.size()).filter(n -> basis.projects().get(dues.get(n).project()).id().equals(project.id())).boxed()
        .max(Comparator.<Integer>comparingInt(n -> basis.idOf(dues.get(n).activity()).equals(activityId) ? 1 : 0)
            .thenComparing(n -> -forecast.floatDays(dues.get(n).activity())))
        .orElseThrow(() -> new Refused(Refusal.of("programme.not-in-frozen-plan", Map.of("project", project.code()))));
  }

  private synchronized NodeFailure failure(Forecast forecast, Node node) {
    var known = kept.get(node);
    if (known != null) {
      return known;
    }
    var begun = System.nanoTime();
    var found = NodeFailure.of(forecast, node.number(), () -> System.nanoTime() - begun > PATIENCE_NANOS);
    // On a busy machine the time may have been too short; whoever asks again may have more luck.
    if (found.why().kind() != Explanation.Kind.UNKNOWN) {
      kept.put(node, found);
    }
    return found;
  }
}
