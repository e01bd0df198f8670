package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What holds of the sealed chain of records. */
final class InvariantsOfTheAudit {

  private InvariantsOfTheAudit() {}

  static List<Invariant> all() {
    return List.of(auditHeadGrows(), everyActIsAudited(), auditChainVerifies());
  }

  private static Invariant auditHeadGrows() {
    return new Invariant("audit-head-grows",
        "the sealed chain never gets shorter", facts -> facts.before() != null, (facts, breach) -> {
      var before = Objects.requireNonNull(facts.before()).get("auditHead").path("seq").asLong();
      if (facts.get("auditHead").path("seq").asLong() <= before) {
        breach.accept(facts.get("auditHead").path("seq") + " after " + before);
      }
    }, facts -> facts.object("auditHead").put("seq", 0));
  }

  private static Invariant everyActIsAudited() {
    return new Invariant("every-act-is-audited", "there is a record for every report, every freeze and every move of the clock",
        facts -> facts.before() != null, (facts, breach) -> {
          var wanted = new HashMap<>(Map.of("programme.progress", 0, "programme.weekly", 0,
              "programme.freeze", 0, "demo.clock-move", 1));
          facts.acts().stream().filter(Act::acknowledged).forEach(act -> {
            if (Observer.REPORTS.contains(act.kind())) {
              wanted.merge("programme.progress", act.percents().size(), Integer::sum);
              wanted.merge("programme.weekly", act.kind().equals("weekly") ? 1 : 0, Integer::sum);
            } else if (act.kind().equals("settle")) {
              wanted.merge("programme.weekly", 1, Integer::sum);
            } else if (act.kind().equals("freeze")) {
              wanted.merge("programme.freeze", 1, Integer::sum);
            }
          });
          var before = Objects.requireNonNull(facts.before()).get("auditTotals");
          wanted.forEach((act, count) -> {
            var grown = facts.get("auditTotals").path(act).asInt() - before.path(act).asInt();
            if (grown != count) {
              breach.accept(act + ": " + count + " done, " + grown + " on record");
            }
          });
        }, facts -> facts.object("auditTotals").put("programme.progress", 1));
  }

  private static Invariant auditChainVerifies() {
    return new Invariant("audit-chain-verifies", "the whole chain fits its entries and its exported heads", has("verification"),
        (facts, breach) -> {
          if (!facts.get("verification").path("ok").asBoolean()) {
            breach.accept(facts.get("verification").path("faults").toString());
          }
        }, facts -> facts.object("verification").put("ok", false));
  }
}
