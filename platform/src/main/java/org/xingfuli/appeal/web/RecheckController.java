package org.xingfuli.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
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
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.model.RecheckDraw;
import org.xingfuli.appeal.store.AppealRuleStore;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.RecheckStore;
import org.xingfuli.appeal.web.AppealRuleView.RecheckRuleView;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;

/** Closed appeals that were drawn for a re-check, and how they were drawn. */
@RestController
@RequestMapping("/api/appeals")
class RecheckController {

  private static final int LISTED = 200;
  private static final int DRAWS = 30;

  private final Transactions transactions;
  private final RecheckStore store;
  private final AppealRuleStore rules;
  private final AppealStore appeals;
  private final AppealViews views;
  private final CaseDesk desk;
  private final People people;

  RecheckController(Transactions transactions, RecheckStore store, AppealRuleStore rules, AppealStore appeals, AppealViews views,
      CaseDesk desk, People people) {
    this.transactions = transactions;
    this.store = store;
    this.rules = rules;
    this.appeals = appeals;
    this.views = views;
    this.desk = desk;
    this.people = people;
  }

  /**
   * What was drawn.
   *
   * @param tasks those to look at, the longest waiting first; the done ones with the latest first
   * @param draws the latest ones, with all that is needed to draw again
   */
  record Rechecks(RecheckRuleView rule, List<RecheckTask> tasks, List<RecheckDrawn> draws) {}

  /**
   * One drawn appeal.
   *
   * @param mine whether it is the caller's to check
   * @param open whether it still stands closed and waits; one that was opened again in another way needs no check
   */
  record RecheckTask(AppealRow row, Instant drawnAt, String checker, boolean mine, boolean open, @Nullable Instant doneAt,
      @Nullable Boolean stands) {}

  /**
   * A draw.
   *
   * @param again whether drawing again from pool and seed gives what was drawn
   */
  record RecheckDrawn(UUID id, LocalDate day, String unit, String seed, int share, int least, int days, int closed, int before,
      List<UUID> pool, List<UUID> drawn, boolean again) {}

  @GetMapping("/rechecks")
  @Requires(Permission.APPEAL_CALL_BACK)
  Rechecks rechecks(@RequestParam(defaultValue = "true") boolean open) {
    return transactions.picture(() -> {
      var tasks = store.tasks(open, LISTED);
      var me = CurrentScope.get().principal();
      boolean clerk = people.offices(me).contains(Role.APPEAL_CLERK);
      var reads = desk.reader();
      var rows = views.rows(appeals.list(tasks.stream().map(RecheckStore.Task::appeal).toList()).stream()
          .filter(reads).filter(one -> clerk || !one.confidential()).toList()).stream().collect(Collectors.toMap(AppealRow::id, row -> row));
      var names = people.names(tasks.stream().map(RecheckStore.Task::checker).distinct().toList());
      var draws = store.draws(DRAWS);
      var units = views.unitNames(draws.stream().map(RecheckStore.Draw::unit).distinct().toList());
      return new Rechecks(RecheckRuleView.of(rules.recheck()),
          tasks.stream().filter(task -> rows.containsKey(task.appeal())).map(task -> task(task, Objects.requireNonNull(rows.get(task.appeal())),
              names.getOrDefault(task.checker(), "–"), me)).toList(),
          draws.stream().map(draw -> new RecheckDrawn(draw.id(), draw.day(), units.getOrDefault(draw.unit(), "–"), draw.seed(),
              draw.share(), draw.least(), draw.days(), draw.closed(), draw.before(), draw.pool(), draw.drawn(),
              RecheckDraw.draw(draw.pool(), draw.seed(), draw.drawn().size()).equals(draw.drawn()))).toList());
    });
  }

  private static RecheckTask task(RecheckStore.Task task, AppealRow row, String checker, UUID me) {
    return new RecheckTask(row, task.drawnAt(), checker, task.checker().equals(me), task.doneAt() == null && !row.state().open(),
        task.doneAt(), task.stands());
  }
}
