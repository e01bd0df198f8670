package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.StoredChart.Row;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.Push;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * Causes across all projects, by cause and by whose move it is. A cause at one activity counts its days once, however many
 * nodes it endangers; a node counts once in each group that endangers it.
 */
public final class CauseGroups {

  public static final String REPORT_MISSING = "REPORT_MISSING";

  /**
   * One cause at one activity.
   *
   * @param activityId absent when the activity is of a project the reader does not see
   * @param days lost or pushed; for a missing report the days since the last one
   * @param nodes the endangered nodes, the nearest first
   * @param near days until the nearest of them is due; negative when it is past
   * @param command whether it needs the command by the rule
   */
  public record Item(
      String kind, Mover mover, @Nullable UUID organisation, Row row, @Nullable UUID activityId, Words at, int days,
      @Nullable LocalDate since, List<ForecastNode> nodes, int near, boolean command) {}

  /** Items of one cause whose move is one party's, the most urgent first. */
  public record Group(
      String kind, Words label, Mover mover, @Nullable FigureRule rule, int days, int nodes, int late, int projects,
      @Nullable LocalDate since, boolean command, List<Item> items) {}

  private final Facts facts;
  private final Map<String, FigureRule> rules;
  private final Map<UUID, Row> rows;
  private final Map<String, ForecastNode> cells = new HashMap<>();
  private final Map<UUID, List<ForecastNode>> troubles;

  public CauseGroups(Facts facts, List<FigureRule> rules) {
    this.facts = facts;
    this.rules = rules.stream().collect(Collectors.toMap(FigureRule::code, Function.identity()));
    this.rows = facts.chart().rows().stream().collect(Collectors.toMap(Row::projectId, Function.identity()));
    facts.chart().cells().forEach(cell -> cells.put(cell.projectId() + "/" + cell.nodeId(), cell));
    this.troubles = facts.chart().cells().stream().filter(cell -> cell.state() == State.LATE || cell.state() == State.AT_RISK)
        .collect(Collectors.groupingBy(ForecastNode::projectId));
  }

  /** Those that need the command first, then by late nodes, by nodes, by days. */
  public List<Group> of(List<Push> pushes) {
    var groups = new LinkedHashMap<String, List<Item>>();
    items(pushes).forEach(item -> groups.computeIfAbsent(item.kind() + " " + item.mover(), key -> new ArrayList<>()).add(item));
    missing().forEach(item -> groups.computeIfAbsent(item.kind() + " " + item.mover(), key -> new ArrayList<>()).add(item));
    return groups.values().stream().map(this::group).sorted(Comparator.comparing((Group group) -> !group.command())
        .thenComparing(group -> -group.late()).thenComparing(group -> -group.nodes()).thenComparing(group -> -group.days())
        .thenComparing(Group::kind).thenComparing(Group::mover)).toList();
  }

  private List<Item> items(List<Push> pushes) {
    var same = new LinkedHashMap<String, List<Push>>();
    for (var push : pushes) {
      if (rows.containsKey(push.projectId())) {
        var where = push.activityId() == null ? push.projectId() + push.at().zh() : push.activityId().toString();
        same.computeIfAbsent(push.kind() + " " + push.mover() + " " + where, key -> new ArrayList<>()).add(push);
      }
    }
    return same.values().stream().map(of -> {
      var first = of.getFirst();
      var nodes = of.stream().map(push -> cells.get(push.projectId() + "/" + push.nodeId())).filter(Objects::nonNull)
          .distinct().sorted(Comparator.comparing(ForecastNode::due)).toList();
      return item(first.kind(), first.mover(), first.projectId(), first.activityId(), first.at(),
          of.stream().mapToInt(Push::days).max().orElse(0), first.since(), nodes);
    }).toList();
  }

  /** Running activities nobody has reported on for longer than the rule allows; the contractor's move. */
  private List<Item> missing() {
    var rule = rules.get(REPORT_MISSING);
    var limit = rule == null ? 14 : rule.threshold();
    return facts.works().stream().filter(PlannedWork::running).filter(work -> rows.containsKey(work.projectId()))
        .filter(work -> age(work) > limit)
        .map(work -> item(REPORT_MISSING, Mover.CONTRACTOR, work.projectId(), work.activityId(), work.name(), age(work),
            work.reported(), troubles.getOrDefault(work.projectId(), List.of()).stream()
                .sorted(Comparator.comparing(ForecastNode::due)).toList())).toList();
  }

  private int age(PlannedWork work) {
    var reported = work.reported() == null ? work.begun() : work.reported();
    return reported == null ? 0 : (int) (facts.day().toEpochDay() - reported.toEpochDay());
  }

  private Item item(String kind, Mover mover, UUID project, @Nullable UUID activity, Words at, int days,
      @Nullable LocalDate since, List<ForecastNode> nodes) {
    var row = Objects.requireNonNull(rows.get(project));
    var near = nodes.isEmpty() ? Integer.MAX_VALUE : (int) (nodes.getFirst().due().toEpochDay() - facts.day().toEpochDay());
    var organisation = nodes.stream().filter(node -> node.moverKind() == mover).map(ForecastNode::mover)
        .filter(Objects::nonNull).findFirst().orElse(null);
    var rule = rules.get(kind);
    var settles = rule == null || rule.weight() > 0;
    var endangers = nodes.stream().anyMatch(node -> node.state() == State.LATE) || near <= (rule == null ? 30 : rule.threshold());
    var command = !nodes.isEmpty() && endangers && (!settles || mover == Mover.COMMAND);
    return new Item(kind, mover, organisation, row, activity, at, days, since, nodes, near, command);
  }

  private Group group(List<Item> items) {
    var sorted = items.stream().sorted(Comparator.comparing((Item item) -> !item.command()).thenComparing(Item::near)
        .thenComparing(item -> -item.days()).thenComparing(item -> item.row().code())).toList();
    var first = sorted.getFirst();
    var nodes = items.stream().flatMap(item -> item.nodes().stream()).distinct().toList();
    var rule = rules.get(first.kind());
    return new Group(first.kind(), rule == null ? Words.of(first.kind(), first.kind()) : rule.name(), first.mover(), rule,
        items.stream().mapToInt(Item::days).sum(), nodes.size(),
        (int) nodes.stream().filter(node -> node.state() == State.LATE).count(),
        (int) items.stream().map(item -> item.row().projectId()).distinct().count(),
        items.stream().map(Item::since).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
        items.stream().anyMatch(Item::command), sorted);
  }
}
