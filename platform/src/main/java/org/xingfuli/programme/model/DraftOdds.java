package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.xingfuli.programme.Words;

/**
 * A draft held against chance: how likely each node is kept now and by the draft, in the same weather, on the draft's network
 * and order. The same draft and rules give the same answer.
 *
 * @param nodes of the year, in their order, over the projects they bind
 * @param cells the nodes of single projects that differ most
 */
public record DraftOdds(LocalDate dataDate, int replications, RiskRules rules, List<Node> nodes, List<Cell> cells) {

  private static final int MOST_CELLS = 12;

  /** Half a hundredth is what a screen shows no more. */
  private static final double NOTHING = 0.005;

  /** Mean probability of a node. */
  public record Node(String code, Words name, int projects, double before, double after) {}

  /** Probability of a node of one project. */
  public record Cell(UUID projectId, String project, String code, Words name, double before, double after) {}

  /** @param now the forecast the draft is held against */
  public static DraftOdds of(DraftOutcome draft, Chances now, RiskRules rules) {
    var after = now.with(draft);
    var dues = draft.forecast().plan().dueNodes();
    var cells = new ArrayList<Cell>();
    var nodes = new LinkedHashMap<String, Node>();
    for (int at = 0; at < dues.size(); at++) {
      var node = dues.get(at).node();
      var project = draft.forecast().plan().basis().projects().get(dues.get(at).project());
      var before = now.probability(at);
      cells.add(new Cell(project.id(), project.name(), node.code(), node.name(), before, after[at]));
      nodes.merge(node.code(), new Node(node.code(), node.name(), 1, before, after[at]), DraftOdds::both);
    }
    return new DraftOdds(draft.forecast().dataDate(), now.replications(), rules,
        draft.forecast().plan().basis().nodes().stream().map(ProgrammeNode::code).filter(nodes::containsKey).map(nodes::get).toList(),
        cells.stream().filter(cell -> Math.abs(cell.after() - cell.before()) > NOTHING)
            .sorted((one, other) -> Double.compare(Math.abs(other.after() - other.before()), Math.abs(one.after() - one.before())))
            .limit(MOST_CELLS).toList());
  }

  private static Node both(Node one, Node other) {
    var projects = one.projects() + other.projects();
    return new Node(one.code(), one.name(), projects,
        (one.before() * one.projects() + other.before() * other.projects()) / projects,
        (one.after() * one.projects() + other.after() * other.projects()) / projects);
  }
}
