package org.xingfuli.programme.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.wire.RequestLedger;

/** Edits what the gates of the district ask for. What was stated of a condition, and what was passed, stays. */
@Component
public class EditGate {

  private static final UUID CATALOGUE = UUID.nameUUIDFromBytes("programme.gates".getBytes(StandardCharsets.UTF_8));
  private static final int MOST_LEAD_DAYS = 365;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final GateStore gates;

  EditGate(Transactions transactions, RequestLedger ledger, Audit audit, GateStore gates) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.gates = gates;
  }

  /** Replaces a condition of the same code. */
  public void change(String gate, @Nullable Integer version, Gate.Condition wanted) {
    transactions.here(() -> {
      var before = gates.all().stream().filter(each -> each.code().equals(gate))
          .flatMap(each -> each.conditions().stream()).filter(each -> each.code().equals(wanted.code())).findFirst()
          .orElseThrow(Unknown::row);
      check(wanted);
      var after = new Gate.Condition(wanted.code(), wanted.text(), wanted.source(), wanted.unconfirmed(), wanted.role(),
          wanted.evidenceRequired(), wanted.required(), wanted.leadDays(), before.fedBy(), before.version());
      if (EditProgramme.seenAnother(version, before.version()) || !gates.update(gate, after)) {
        throw EditProgramme.stale(before.text().zh());
      }
      record("programme.gate-change", gate, after);
    });
  }

  public void add(@Nullable String key, String gate, Gate.Condition wanted) {
    transactions.here(() -> ledger.once(key, "programme.gate-add", String.class, () -> {
      if (gates.all().stream().noneMatch(each -> each.code().equals(gate))) {
        throw Unknown.row();
      }
      check(wanted);
      if (!gates.insert(gate, wanted)) {
        throw new Refused(Refusal.of("programme.gate-condition-exists",
            Map.of("condition", wanted.code(), "pointer", "/code")));
      }
      record("programme.gate-add", gate, wanted);
      return wanted.code();
    }));
  }

  private void record(String act, String gate, Gate.Condition condition) {
    audit.record(act, new Subject("gates", CATALOGUE), Map.of("gate", gate, "condition", condition.code(),
        "required", condition.required(), "confirmed", !condition.unconfirmed(), "source", condition.source()));
  }

  private static void check(Gate.Condition wanted) {
    var faults = new ArrayList<Refusal>();
    if (!wanted.code().matches("[A-Z][A-Z0-9_]{1,39}")) {
      faults.add(Refusal.of("programme.gate-code-bad", Map.of("condition", wanted.code(), "pointer", "/code")));
    }
    if (wanted.leadDays() < 0 || wanted.leadDays() > MOST_LEAD_DAYS) {
      faults.add(Refusal.of("programme.lead-days-out-of-range",
          Map.of("days", wanted.leadDays(), "most", MOST_LEAD_DAYS, "pointer", "/leadDays")));
    }
    Refused.ifAny(faults);
  }
}
