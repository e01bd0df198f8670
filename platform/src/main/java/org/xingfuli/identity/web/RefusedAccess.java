package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.SignedIn;

/** Writes down who asked for what they may not have (ASVS 16.3.2). */
@Component
class RefusedAccess {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

  private final Transactions transactions;
  private final Audit audit;

  RefusedAccess(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  void note(SignedIn person, Permission wanted, HttpServletRequest request) {
    LOG.warn("refused {} to {}: {}", wanted, person.personId(), request.getMethod());
    transactions.run(person.scopeFor(Permission.SESSION), () -> audit.record("identity.access-refused",
        new Subject("person", person.personId()),
        Map.of("permission", wanted, "method", request.getMethod(), "path", request.getRequestURI())));
  }
}
