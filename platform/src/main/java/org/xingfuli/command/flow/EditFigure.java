package org.xingfuli.command.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.command.model.FigureRule;
import org.xingfuli.command.store.FigureRuleStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Changes how a figure is counted, or confirms it; nothing that was counted is kept, so every screen follows at once. */
@Component
public class EditFigure {

  private final Transactions transactions;
  private final Audit audit;
  private final FigureRuleStore rules;

  EditFigure(Transactions transactions, Audit audit, FigureRuleStore rules) {
    this.transactions = transactions;
    this.audit = audit;
    this.rules = rules;
  }

  /** @param version the one the editor saw */
  public FigureRule edit(FigureRule.Kind kind, String code, @Nullable Integer version, UnaryOperator<FigureRule> change) {
    return transactions.here(() -> {
      var before = rules.find(kind, code).orElseThrow(() -> new Refused(Refusal.of("common.not-found")));
      var after = change.apply(before);
      if (version != null && version != before.version() || !rules.update(after)) {
        throw new Refused(Refusal.of("common.disturbed"));
      }
      audit.record("command.figure-change", new Subject("figure", UUID.nameUUIDFromBytes((kind + " " + code).getBytes(UTF_8))), Map.of(
          "figure", kind + " " + code, "weightBefore", before.weight(), "weight", after.weight(), "threshold", after.threshold(), "parts", after.parts(),
          "confirmed", !after.unconfirmed()));
      return rules.find(kind, code).orElseThrow();
    });
  }
}
