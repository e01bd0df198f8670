package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.SizeStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Takes projects of another year over that were not finished there, with everything reported of them, their stage and gates,
 * their contracts and the rest of their budget. All or none; whatever keeps one of them back is told of each.
 */
@Component
public class CarryOver {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ArrangeProjects arrange;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final CarryProgress progress;
  private final CarryGates gates;
  private final CarryContracts contracts;
  private final CarryBudget budget;
  private final SizeStore sizes;
  private final ProjectHistory history;
  private final BusinessClock today;

  CarryOver(Transactions transactions, RequestLedger ledger, ArrangeProjects arrange, ProgrammeStore programmes,
      ProjectStore projects, CarryProgress progress, CarryGates gates, CarryContracts contracts, CarryBudget budget,
      SizeStore sizes, ProjectHistory history, BusinessClock today) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.arrange = arrange;
    this.programmes = programmes;
    this.projects = projects;
    this.progress = progress;
    this.gates = gates;
    this.contracts = contracts;
    this.budget = budget;
    this.sizes = sizes;
    this.history = history;
    this.today = today;
  }

  /** @param reason why they were not finished; stands beside them in both years */
  public List<UUID> carryOver(
      @Nullable String key, UUID programmeId, UUID fromProgramme, List<UUID> projectIds, String reason) {
    return List.of(transactions.here(() -> ledger.once(key, "programme.carry-over", UUID[].class, () -> {
      var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
      var before = programmes.find(fromProgramme).orElseThrow(Unknown::row);
      // Before anything is read: a gate being decided comes along or is refused afterwards, and two who carry over meet here.
      projectIds.stream().distinct().sorted().forEach(projects::lock);
      var already = projects.left(fromProgramme);
      var finished = projects.finished(fromProgramme);
      var choices = sizes.choices(fromProgramme);
      var refusals = new ArrayList<Refusal>();
      var made = new ArrayList<UUID>();
      for (var id : projectIds.stream().distinct().toList()) {
        var from = projects.find(id).filter(p -> p.programmeId().equals(fromProgramme)).orElseThrow(Unknown::row);
        var where = Map.<String, Object>of(
            "pointer", "/projectIds/" + projectIds.indexOf(id), "project", from.code() + " " + from.name());
        var next = already.get(id);
        if (next != null) {
          refusals.add(at(Refusal.of("programme.already-carried-over", Map.of("year", next.toYear(), "code", next.toCode())), where));
        } else if (finished.contains(id)) {
          refusals.add(Refusal.of("programme.finished-already", where));
        } else {
          try {
            var project = arrange.carryOver(programme, from);
            var rest = progress.carry(from, project);
            gates.carry(from, project);
            contracts.carry(from, project);
            projects.carried(project.id(), today.today(), reason.strip());
            // A class a person chose comes along, and so do their name and reason: a choice without them may not stand.
            Optional.ofNullable(choices.get(id)).ifPresent(why -> sizes.choose(project.id(), why.reason(), why.by()));
            history.carried(from, project, before.year(), programme.year(), reason.strip());
            budget.carry(from, project, rest, reason.strip());
            made.add(project.id());
          } catch (Refused refused) {
            // Told with the others; the act is refused as a whole in the end.
            refused.refusals().forEach(why -> refusals.add(at(why, where)));
          }
        }
      }
      Refused.ifAny(refusals);
      arrange.changed(programmeId);
      return made.toArray(UUID[]::new);
    })));
  }

  private static Refusal at(Refusal why, Map<String, Object> where) {
    var values = new HashMap<>(why.values());
    values.putAll(where);
    return Refusal.of(why.code(), values);
  }
}
