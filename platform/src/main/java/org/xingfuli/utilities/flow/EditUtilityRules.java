package org.xingfuli.utilities.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.TemplateActivities;
import org.xingfuli.utilities.model.RuleCheck;
import org.xingfuli.utilities.model.RuleCode;
import org.xingfuli.utilities.model.Rules;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.utilities.store.RuleStore.ServiceRow;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Edits and confirms what an outage must keep to, what each service can serve, the days of examinations, and which activities
 * wait for a window. What was signed stays as it was signed; a window that no longer keeps to the rules is shown whenever they
 * are looked at, so nothing has to be told for it. Nor for an activity that waits: a plan asks when it is computed or looked
 * at, and a forecast keeps to what its plan was frozen with.
 */
@Component
public class EditUtilityRules {

  private static final Subject RULES =
      new Subject("utility-rules", UUID.nameUUIDFromBytes("utilities.rules".getBytes(UTF_8)));

  /** What the request ledger remembers. */
  record Added(String activityCode) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final RuleStore store;
  private final TemplateActivities template;

  EditUtilityRules(Transactions transactions, RequestLedger ledger, Audit audit, RuleStore store,
      TemplateActivities template) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.store = store;
    this.template = template;
  }

  /** Writes the given rows, all of them or none; each carries the version its editor saw. */
  public void rules(List<Rules.Row> given) {
    transactions.here(() -> {
      var wanted = given.stream().map(EditUtilityRules::plain).toList();
      var before = store.rows();
      Refused.ifAny(RuleCheck.rules(wanted, before));
      var known = before.stream().collect(Collectors.toMap(Rules.Row::code, Function.identity()));
      for (var row : wanted) {
        if (!store.update(row)) {
          throw stale(row.code());
        }
        var was = known.get(row.code());
        audit.record("utilities.rule-change", RULES, Map.of("rule", row.code(), "before", was == null ? "" : was.value(),
            "after", row.value(), "confirmed", !row.unconfirmed(), "source", row.source()));
      }
    });
  }

  private static Rules.Row plain(Rules.Row row) {
    return new Rules.Row(row.code(), RuleCode.of(row.code()).map(code -> code.plain(row.value())).orElse(row.value()),
        row.unconfirmed(), Desk.plain(row.source()), row.version());
  }

  /** What a service can serve. Answers that are due already keep their day. */
  public void service(ServiceRow given) {
    transactions.here(() -> {
      var hotline = given.hotline();
      var wanted = new ServiceRow(given.service(), given.answerDays(), given.perDay(), given.perWeek(),
          hotline == null || hotline.isBlank() ? null : Desk.plain(hotline), given.unconfirmed(), Desk.plain(given.source()),
          given.version());
      Refused.ifAny(RuleCheck.service(
          wanted.answerDays(), wanted.perDay(), wanted.perWeek(), wanted.hotline(), wanted.source()));
      var before = store.service(given.service());
      if (!store.update(wanted)) {
        throw stale(given.service().words().zh());
      }
      audit.record("utilities.service-change", RULES, Map.of("service", given.service().name(),
          "before", capacity(before), "after", capacity(wanted), "hotline", wanted.hotline() == null ? "" : wanted.hotline(),
          "confirmed", !wanted.unconfirmed(), "source", wanted.source()));
    });
  }

  private static String capacity(ServiceRow row) {
    return "%d/d %d/w %d wd".formatted(row.perDay(), row.perWeek(), row.answerDays());
  }

  /** Adds a day when no version was seen, changes the one that was. */
  public void examDay(LocalDate day, @Nullable Integer version, String name, boolean unconfirmed, String source) {
    transactions.here(() -> {
      var wanted = new Rules.ExamDay(day, Desk.plain(name), unconfirmed, Desk.plain(source), version == null ? 1 : version);
      Refused.ifAny(RuleCheck.examDay(wanted.name(), wanted.source()));
      if (version == null ? !store.insert(wanted) : !store.update(wanted)) {
        throw version == null
            ? new Refused(Refusal.of("utilities.exam-day-exists", Map.of("day", day.toString(), "pointer", "/day")))
            : stale(day.toString());
      }
      audit.record("utilities.exam-day-change", RULES, Map.of("day", day.toString(), "name", wanted.name(),
          "confirmed", !unconfirmed, "source", wanted.source()));
    });
  }

  public void removeExamDay(LocalDate day) {
    transactions.here(() -> {
      var name = store.examDays().get(day);
      if (name == null || !store.remove(day)) {
        throw Problems.absent();
      }
      audit.record("utilities.exam-day-remove", RULES, Map.of("day", day.toString(), "name", name));
    });
  }

  /** Lets an activity of the template wait for windows of a service. */
  public void addWaiting(@Nullable String key, Rules.Waiting given) {
    transactions.here(() -> ledger.once(key, "utilities.waiting-add", Added.class, () -> {
      var wanted = checked(given);
      if (!store.insert(wanted)) {
        throw new Refused(Refusal.of("utilities.waiting-exists",
            Map.of("activity", wanted.activityCode(), "pointer", "/activityCode")));
      }
      onRecord("utilities.waiting-add", wanted);
      return new Added(wanted.activityCode());
    }));
  }

  /** Confirms it, or says what it rests on. */
  public void changeWaiting(Rules.Waiting given) {
    transactions.here(() -> {
      var wanted = checked(given);
      if (!store.update(wanted)) {
        throw store.waiting().stream().anyMatch(row -> same(row, wanted)) ? stale(wanted.activityCode()) : Problems.absent();
      }
      onRecord("utilities.waiting-change", wanted);
    });
  }

  /** Windows of the service hold the activity no more, also when no template has it any more. */
  public void removeWaiting(RequestKind kind, UtilityService service, String activityCode) {
    transactions.here(() -> {
      if (!store.removeWaiting(kind, service, activityCode)) {
        throw Problems.absent();
      }
      audit.record("utilities.waiting-remove", RULES,
          Map.of("activity", activityCode, "kind", kind.name(), "service", service.name()));
    });
  }

  private Rules.Waiting checked(Rules.Waiting given) {
    var wanted = new Rules.Waiting(given.kind(), given.service(), Desk.plain(given.activityCode()), given.unconfirmed(),
        Desk.plain(given.source()), given.version());
    Refused.ifAny(RuleCheck.waiting(wanted.activityCode(), wanted.source(), template.known().keySet()));
    return wanted;
  }

  private static boolean same(Rules.Waiting one, Rules.Waiting other) {
    return one.kind() == other.kind() && one.service() == other.service() && one.activityCode().equals(other.activityCode());
  }

  private void onRecord(String act, Rules.Waiting row) {
    audit.record(act, RULES, Map.of("activity", row.activityCode(), "kind", row.kind().name(), "service",
        row.service().name(), "confirmed", !row.unconfirmed(), "source", row.source()));
  }

  private static Refused stale(String what) {
    return new Refused(Refusal.of("utilities.rules-stale", Map.of("what", what)));
  }
}
