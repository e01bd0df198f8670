package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.Explaining;
import org.xingfuli.appeal.model.Explanation;
import org.xingfuli.appeal.store.AppealRuleStore;
import org.xingfuli.appeal.store.ExplanationStore;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.WindowAgreed;
import org.xingfuli.utilities.WindowChanged;

/**
 * Links appeals to the announced outage or the running works that explain them, beside the intake and each once: an appeal a moment
 * after it came or was corrected, the appeals of an estate when something is announced there or no longer holds, and those of a class when its rule is another. Says why; a reply
 * is proposed and never sent, and what a person takes away does not come back.
 */
@Component
public class ExplainAppeals {

  /** The lines of the timeline; they are no moves of the graph. */
  public static final String EXPLAIN = "EXPLAIN";
  public static final String UNEXPLAIN = "UNEXPLAIN";

  private static final String LISTENER = "appeal.explain";
  private static final Scope SYSTEM = SystemScope.of(LISTENER);
  private static final By RULES = new By(SYSTEM.principal(), "关联规则");
  private static final Pattern NIGHT = Pattern.compile("夜|凌晨|晚上|深更|十点后|10点后|十一点|22[:：点]|23[:：点]");
  private static final int MOST_WORKS = 3;
  private static final int AT_ONCE = 50;
  private static final Duration LATELY = Duration.ofDays(14);

  private final Transactions transactions;
  private final Inbox inbox;
  private final ExplanationStore store;
  private final AppealRuleStore rules;
  private final CaseDesk desk;
  private final Announcements announcements;
  private final BusinessClock clock;

  ExplainAppeals(Transactions transactions, Inbox inbox, ExplanationStore store, AppealRuleStore rules, CaseDesk desk,
      Announcements announcements, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.store = store;
    this.rules = rules;
    this.desk = desk;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Async
  @TransactionalEventListener
  void on(WindowAgreed agreed) {
    transactions.run(SYSTEM, () -> inbox.once(LISTENER, agreed.eventId(), () -> store.lookAgain(List.of(agreed.estateId()))));
  }

  @Async
  @TransactionalEventListener
  void on(WindowChanged changed) {
    transactions.run(SYSTEM, () -> inbox.once(LISTENER, changed.eventId(), () -> store.lookAgain(List.of(changed.estateId()))));
  }

  /**
   * Works begin and end day by day, and each is reported many times: appeals of the classes they may explain are looked at again now and
   * then, not with every report.
   */
  public void lookAgainAtWorks() {
    transactions.run(SYSTEM, () -> store.lookAgain(rules.explaining().stream().filter(rule -> rule.kind() == AnnouncementKind.WORKS)
        .map(Explaining.Rule::classCode).distinct().toList(), clock.now().minus(LATELY)));
  }

  /** Looks at all that waits. */
  public void all() {
    int looked;
    do {
      looked = transactions.as(SYSTEM, this::some);
    } while (looked > 0 && !Thread.currentThread().isInterrupted());
  }

  private int some() {
    var waiting = store.waiting(AT_ONCE);
    if (!waiting.isEmpty()) {
      explain(waiting, rules.explaining());
      store.looked(waiting.stream().map(Appeal::id).toList());
    }
    return waiting.size();
  }

  private void explain(List<Appeal> appeals, List<Explaining.Rule> rules) {
    var said = appeals.stream().flatMap(appeal -> said(appeal).filter(one -> rules.stream().anyMatch(rule -> rule.of(one.classCode()))).stream()
        .map(one -> Map.entry(appeal.id(), one))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    var announced = announcements.of(said.values(), rules);
    var kept = store.of(appeals.stream().map(Appeal::id).toList());
    for (var appeal : appeals) {
      var one = said.get(appeal.id());
      keep(appeal, kept.getOrDefault(appeal.id(), List.of()), one == null ? List.of() : few(appeal, Explaining.of(one, rules, announced)));
    }
  }

  /** Of works that run only those begun last, and none where the words are of the night, when nobody may build. */
  private static List<Explanation> few(Appeal appeal, List<Explanation> found) {
    boolean night = NIGHT.matcher(appeal.title() + " " + appeal.words()).find();
    var works = found.stream().filter(one -> one.kind() == AnnouncementKind.WORKS && !night)
        .sorted(Comparator.comparing(Explanation::first).reversed()).limit(MOST_WORKS);
    return Stream.concat(found.stream().filter(one -> one.kind() == AnnouncementKind.OUTAGE), works).toList();
  }

  /** The class a person or the complainant has said; until then, the one the words speak for by the rules of the first day. */
  private static Optional<Explaining.Said> said(Appeal appeal) {
    var code = appeal.classCode() != null ? appeal.classCode() : suggested(appeal);
    var where = appeal.where();
    return code == null ? Optional.empty() : Optional.of(new Explaining.Said(code, Objects.requireNonNull(appeal.estate()),
        where.buildingId(), where.building(), appeal.saidAt()));
  }

  private static @Nullable String suggested(Appeal appeal) {
    var heard = Classes.suggest(appeal.title(), appeal.words());
    return heard.refused() || heard.classes().isEmpty() ? null : heard.classes().getFirst().code();
  }

  /** What holds is there once, what does not hold any more is gone, and what a person took away stays away. */
  private void keep(Appeal appeal, List<ExplanationStore.Kept> kept, List<Explanation> hold) {
    var now = desk.now();
    for (var one : kept) {
      if (one.removedAt() == null && !hold.contains(one.explanation())) {
        store.delete(appeal.id(), one.explanation().target());
        if (hold.stream().noneMatch(other -> other.target().equals(one.explanation().target()))) {
          note(appeal, UNEXPLAIN, one.explanation(), RULES);
        }
      }
    }
    for (var one : hold) {
      boolean known = kept.stream().anyMatch(other -> other.explanation().target().equals(one.target()));
      if (store.insert(appeal, one, now) && !known) {
        note(appeal, EXPLAIN, one, RULES);
      }
    }
  }

  private void note(Appeal appeal, String act, Explanation one, By by) {
    desk.note(appeal, act, appeal.state(), Note.inside(by, one.reason().zh()).with(Map.of("kind", one.kind().name(), "target",
        one.target())), desk.now());
  }

  /** A person says that it explains nothing: it goes and does not come back by itself. What is none changes nothing. */
  public void remove(UUID id, UUID target) {
    transactions.here(() -> {
      var appeal = desk.hold(id);
      var by = By.me();
      store.of(id).stream().filter(one -> one.removedAt() == null && one.explanation().target().equals(target)).findFirst()
          .filter(one -> store.remove(id, target, by.id(), desk.now()))
          .ifPresent(one -> note(appeal, UNEXPLAIN, one.explanation(), by));
    });
  }
}
