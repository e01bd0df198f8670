package org.xingfuli.identity;

import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.store.SecurityRuleStore;

/** How long personal data is kept, for who must tell the people concerned (个人信息保护法 art. 17). */
@Component
public class Retentions {

  private final Transactions transactions;
  private final SecurityRuleStore rules;

  Retentions(Transactions transactions, SecurityRuleStore rules) {
    this.transactions = transactions;
    this.rules = rules;
  }

  /** Days after which what falls under the rule, such as {@code RETAIN_COMPLAINANT}, is erased. */
  public int days(String rule) {
    return transactions.as(SystemScope.of("identity.retention"), () -> rules.value(rule));
  }
}
