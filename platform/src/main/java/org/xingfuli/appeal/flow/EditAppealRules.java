package org.xingfuli.appeal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.AppealRuleCheck;
import org.xingfuli.appeal.model.Explaining;
import org.xingfuli.appeal.model.ExplainingRule;
import org.xingfuli.appeal.model.RecheckRule;
import org.xingfuli.appeal.store.AppealRuleStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.TemplateActivities;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Edits and confirms what may explain which class of appeals, and how many closed ones are drawn for a re-check. Open appeals are looked
 * at again at once; what was drawn stays as it was drawn, and the next draw keeps to the new rule.
 */
@Component
public class EditAppealRules {

  private static final Subject RULES = new Subject("appeal-rules", UUID.nameUUIDFromBytes("appeal.rules".getBytes(UTF_8)));

  /** What the request ledger remembers. */
  record Done(String rule) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final AppealRuleStore store;
  private final TemplateActivities template;

  EditAppealRules(Transactions transactions, RequestLedger ledger, Audit audit, AppealRuleStore store, TemplateActivities template) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.store = store;
    this.template = template;
  }

  /** Lets announcements of a kind explain a class of which none of that kind did. */
  public void add(@Nullable String key, ExplainingRule given) {
    var wanted = plain(given);
    transactions.here(() -> ledger.once(key, "appeal.explaining-add", Done.class, () -> {
      Refused.ifAny(AppealRuleCheck.explaining(wanted, template.known().keySet()));
      if (!store.insert(wanted)) {
        throw new Refused(Refusal.of("appeal.explaining-exists", Map.of("code", wanted.rule().classCode(), "pointer", "/classCode")));
      }
      onRecord("appeal.explaining-add", "", wanted);
      return new Done(name(wanted.rule()));
    }));
  }

  public void change(@Nullable String key, ExplainingRule given) {
    var wanted = plain(given);
    transactions.here(() -> ledger.once(key, "appeal.explaining-change", Done.class, () -> {
      Refused.ifAny(AppealRuleCheck.explaining(wanted, template.known().keySet()));
      var before = store.find(wanted.rule().classCode(), wanted.rule().kind()).orElseThrow(Problems::absent);
      if (!store.update(wanted)) {
        throw stale(name(wanted.rule()));
      }
      onRecord("appeal.explaining-change", said(before.rule()), wanted);
      return new Done(name(wanted.rule()));
    }));
  }

  /** Announcements of the kind explain the class no more; what they explained is looked at again. */
  public void remove(String classCode, AnnouncementKind kind, int version) {
    transactions.here(() -> {
      var before = store.find(classCode, kind).orElseThrow(Problems::absent);
      if (!store.remove(classCode, kind, version)) {
        throw stale(name(before.rule()));
      }
      audit.record("appeal.explaining-remove", RULES, Map.of("rule", name(before.rule()), "before", said(before.rule())));
    });
  }

  public void recheck(@Nullable String key, RecheckRule given) {
    var wanted = new RecheckRule(given.share(), given.least(), given.days(), plain(given.source()), given.unconfirmed(), given.version());
    transactions.here(() -> ledger.once(key, "appeal.recheck-rule-change", Done.class, () -> {
      Refused.ifAny(AppealRuleCheck.recheck(wanted));
      var before = store.recheck();
      if (!store.update(wanted)) {
        throw stale("recheck");
      }
      audit.record("appeal.recheck-rule-change", RULES, Map.of("before", said(before), "after", said(wanted),
          "confirmed", !wanted.unconfirmed(), "source", wanted.source()));
      return new Done("recheck");
    }));
  }

  private void onRecord(String act, String before, ExplainingRule wanted) {
    audit.record(act, RULES, Map.of("rule", name(wanted.rule()), "before", before, "after", said(wanted.rule()),
        "confirmed", !wanted.rule().unconfirmed(), "source", wanted.source()));
  }

  private static String name(Explaining.Rule rule) {
    return rule.classCode() + " " + rule.kind();
  }

  private static String said(Explaining.Rule rule) {
    return String.join(" ", rule.what()) + (rule.hoursAfter() == 0 ? "" : " +" + rule.hoursAfter() + " h") + (rule.below() ? " /*" : "");
  }

  private static String said(RecheckRule rule) {
    return "%d%% ≥%d %d d".formatted(rule.share(), rule.least(), rule.days());
  }

  private static ExplainingRule plain(ExplainingRule given) {
    var rule = given.rule();
    return new ExplainingRule(new Explaining.Rule(plain(rule.classCode()), rule.below(), rule.kind(),
        rule.what().stream().map(what -> plain(what).toUpperCase(Locale.ROOT)).distinct().toList(), rule.hoursAfter(),
        rule.unconfirmed()), plain(given.source()), given.version());
  }

  private static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static Refused stale(String what) {
    return new Refused(Refusal.of("appeal.rules-stale", Map.of("what", what)));
  }
}
