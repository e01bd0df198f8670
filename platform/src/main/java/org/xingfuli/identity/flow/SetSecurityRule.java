package org.xingfuli.identity.flow;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.SecurityRule;
import org.xingfuli.identity.store.SecurityRuleStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The security administrator sets a rule, which also confirms it. */
@Component
public class SetSecurityRule {

  private final Transactions transactions;
  private final SecurityRuleStore store;
  private final Audit audit;

  SetSecurityRule(Transactions transactions, SecurityRuleStore store, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Sets the value.
   *
   * @param version of the rule as the caller saw it
   */
  public SecurityRule set(String code, int value, int version) {
    return transactions.here(() -> {
      var known = Found.orRefuse(store.find(code));
      if (value < known.least() || value > known.most()) {
        throw new Refused(Refusal.of("identity.rule-out-of-range",
            Map.of("pointer", "/value", "least", known.least(), "most", known.most())));
      }
      if (!store.set(code, value, version)) {
        throw new Refused(Refusal.of("identity.rule-changed", Map.of("current", known.version())));
      }
      audit.record("identity.set-rule", new Subject("rule", UUID.nameUUIDFromBytes(code.getBytes(
          StandardCharsets.UTF_8))), Map.of("rule", code, "from", known.value(), "to", value));
      return Found.orRefuse(store.find(code));
    });
  }
}
