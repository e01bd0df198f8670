package org.xingfuli.programme.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.wire.RequestLedger;

/** Edits what the gates of the district ask for. What was stated of a condition, and what was passed, stays. */
@Component
public class EditGate {

  private static final UUID CATALOGUE = UUID.nameUUIDFromBytes("programme.gates".getBytes(StandardCharsets.UTF_8));
  private static final int MOST_LEAD_DAYS = 365;
  private static final int MOST_TEXT = 200;
  private static final int MOST_SOURCE = 200;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final GateStore gates;
  private final BusinessClock today;

  EditGate(Transactions transactions, RequestLedger ledger, Audit audit, GateStore gates, BusinessClock today) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.gates = gates;
    this.today = today;
  }

  /** Replaces a condition of the same code. */
  public void change(String gate, @Nullable Integer version, Gate.Condition wanted) {
    transactions.here(() -> {
      var before = find(gate, wanted.code());
      var faults = faults(wanted);
      faults.addAll(another(before, wanted));
      Refused.ifAny(faults);
      var after = new Gate.Condition(wanted.code(), plain(wanted.text()), wanted.source(), wanted.unconfirmed(), wanted.role(),
          wanted.evidenceRequired(), wanted.required(), wanted.leadDays(), before.fedBy(), before.retiredOn(),
          before.version());
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
      Refused.ifAny(faults(wanted));
      if (!gates.insert(gate, wanted)) {
        throw new Refused(Refusal.of("programme.gate-condition-exists",
            Map.of("condition", wanted.code(), "pointer", "/code")));
      }
      record("programme.gate-add", gate, wanted);
      return wanted.code();
    }));
  }

  /** Asks for a condition no more, or again. */
  public void retire(String gate, String code, @Nullable Integer version, boolean retired) {
    transactions.here(() -> {
      var before = find(gate, code);
      if (before.fedBy() != null) {
        throw new Refused(Refusal.of("programme.gate-fed", Map.of("module", before.fedBy(), "pointer", "/retired")));
      }
      if (retired == (before.retiredOn() != null)) {
        return;
      }
      if (EditProgramme.seenAnother(version, before.version())
          || !gates.retire(gate, code, retired ? today.today() : null, before.version())) {
        throw EditProgramme.stale(before.text().zh());
      }
      record(retired ? "programme.gate-retire" : "programme.gate-restore", gate, before);
    });
  }

  /** Puts the conditions of a gate in another order; refused when the list is not of them all. */
  public void order(String gate, List<String> codes) {
    transactions.here(() -> {
      var known = gates.all().stream().filter(each -> each.code().equals(gate)).findFirst().orElseThrow(Unknown::row)
          .conditions().stream().map(Gate.Condition::code).toList();
      if (codes.size() != known.size() || !Set.copyOf(codes).equals(Set.copyOf(known))) {
        throw new Refused(Refusal.of("programme.gate-order-stale", Map.of("gate", gate, "pointer", "/codes")));
      }
      if (!codes.equals(known)) {
        gates.order(gate, codes);
        audit.record("programme.gate-order", new Subject("gates", CATALOGUE),
            Map.of("gate", gate, "order", String.join(" ", codes)));
      }
    });
  }

  private Gate.Condition find(String gate, String code) {
    return gates.all().stream().filter(each -> each.code().equals(gate)).flatMap(each -> each.conditions().stream())
        .filter(each -> each.code().equals(code)).findFirst().orElseThrow(Unknown::row);
  }

  private void record(String act, String gate, Gate.Condition condition) {
    audit.record(act, new Subject("gates", CATALOGUE), Map.of("gate", gate, "condition", condition.code(),
        "required", condition.required(), "confirmed", !condition.unconfirmed(), "source", condition.source()));
  }

  private static Words plain(Words text) {
    return Words.of(text.zh().strip(), text.en().strip());
  }

  /**
   * What another module will state asks for what that module knows, so words, who states it and whether it is needed are not
   * changed by hand; whether the district stands behind it, on what it rests and how early it should stand are its own.
   */
  private static List<Refusal> another(Gate.Condition before, Gate.Condition wanted) {
    var module = before.fedBy();
    if (module == null) {
      return List.of();
    }
    var changed = new ArrayList<String>();
    if (!plain(wanted.text()).equals(before.text())) {
      changed.add("/text");
    }
    if (wanted.role() != before.role()) {
      changed.add("/role");
    }
    if (wanted.evidenceRequired() != before.evidenceRequired()) {
      changed.add("/evidenceRequired");
    }
    if (wanted.required() != before.required()) {
      changed.add("/required");
    }
    return changed.stream().map(at -> Refusal.of("programme.gate-fed", Map.of("module", module, "pointer", at))).toList();
  }

  private static List<Refusal> faults(Gate.Condition wanted) {
    var faults = new ArrayList<Refusal>();
    if (!wanted.code().matches("[A-Z][A-Z0-9_]{1,39}")) {
      faults.add(Refusal.of("programme.gate-code-bad", Map.of("condition", wanted.code(), "pointer", "/code")));
    }
    if (wanted.leadDays() < 0 || wanted.leadDays() > MOST_LEAD_DAYS) {
      faults.add(Refusal.of("programme.lead-days-out-of-range",
          Map.of("days", wanted.leadDays(), "most", MOST_LEAD_DAYS, "pointer", "/leadDays")));
    }
    text(wanted.text().zh(), "/text/zh", faults);
    text(wanted.text().en(), "/text/en", faults);
    if (wanted.source().isBlank() || wanted.source().length() > MOST_SOURCE) {
      faults.add(Refusal.of("programme.gate-source",
          Map.of("length", wanted.source().length(), "most", MOST_SOURCE, "pointer", "/source")));
    }
    return faults;
  }

  private static void text(String text, String at, List<Refusal> faults) {
    if (text == null || text.isBlank() || text.length() > MOST_TEXT) {
      faults.add(Refusal.of("programme.gate-text",
          Map.of("length", text == null ? 0 : text.length(), "most", MOST_TEXT, "pointer", at)));
    }
  }
}
