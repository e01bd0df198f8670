package org.xingfuli.command.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.OpenAppeals;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.programme.Programmes;

/** The open appeals beside the projects of the battle chart; asked apart from it, since every report would ask again otherwise. */
@RestController
@RequestMapping("/api")
class ChartAppealsController {

  private final Transactions transactions;
  private final Programmes programmes;
  private final OpenAppeals appeals;
  private final Estates estates;

  ChartAppealsController(Transactions transactions, Programmes programmes, OpenAppeals appeals, Estates estates) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.appeals = appeals;
    this.estates = estates;
  }

  /**
   * Open appeals in the estates of a programme, as far as the caller reads them.
   *
   * @param open in all estates of the programme, each counted once
   * @param projects those that have any; an estate of two projects stands with both
   */
  record ChartAppeals(@Nullable UUID programmeId, long open, long overdue, List<ProjectAppeals> projects) {}

  record ProjectAppeals(UUID projectId, long open, long overdue, List<EstateOpen> estates) {}

  record EstateOpen(UUID estateId, String name, long open, long overdue) {}

  @GetMapping("/battle-chart/appeals")
  @Requires(Permission.APPEAL_READ)
  ChartAppeals appeals(@RequestParam(required = false) @Nullable UUID programme) {
    return transactions.picture(() -> {
      var asked = programme != null ? programme : programmes.current().orElse(null);
      if (asked == null) {
        return new ChartAppeals(null, 0, 0, List.of());
      }
      var counted = appeals.byEstate().stream().collect(Collectors.toMap(OpenAppeals.OpenAt::estate, one -> one));
      var names = estates.names(List.copyOf(counted.keySet()));
      var within = new HashMap<UUID, OpenAppeals.OpenAt>();
      var projects = programmes.shares(asked).entrySet().stream().map(project -> {
        var its = project.getValue().keySet().stream().sorted().map(counted::get).filter(Objects::nonNull).toList();
        its.forEach(one -> within.put(one.estate(), one));
        return new ProjectAppeals(project.getKey(), its.stream().mapToLong(OpenAppeals.OpenAt::open).sum(),
            its.stream().mapToLong(OpenAppeals.OpenAt::overdue).sum(), its.stream().map(one -> new EstateOpen(one.estate(),
                names.getOrDefault(one.estate(), ""), one.open(), one.overdue())).toList());
      }).filter(project -> project.open() > 0).sorted(Comparator.comparing(ProjectAppeals::projectId)).toList();
      return new ChartAppeals(asked, within.values().stream().mapToLong(OpenAppeals.OpenAt::open).sum(),
          within.values().stream().mapToLong(OpenAppeals.OpenAt::overdue).sum(), projects);
    });
  }
}
