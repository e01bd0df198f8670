package org.xingfuli.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** The auditor's view: acts, the head of the chain, and its verification. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

  private static final int USUAL = 50;

  /**
   * The chain's end.
   *
   * @param seq number of the last link, 0 before the first
   * @param entries how many acts are recorded, the unsealed included
   */
  record Head(long seq, String hash, @Nullable Instant at, long entries) {}

  private final AuditStore store;
  private final EntryList list;
  private final VerifyAudit verify;
  private final Transactions transactions;

  AuditController(AuditStore store, EntryList list, VerifyAudit verify, Transactions transactions) {
    this.store = store;
    this.list = list;
    this.verify = verify;
    this.transactions = transactions;
  }

  /** The latest acts first; days are days in Shanghai, both included. */
  @GetMapping("/entries")
  @Requires(Permission.AUDIT_READ)
  Page<EntryList.Row> entries(@RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    var filter = EntryList.Filter.ofDays(act, person, from, to);
    return transactions.here(() -> list.page(filter, Cursor.read(cursor, 1), Cursor.limit(limit, USUAL)));
  }

  @GetMapping("/head")
  @Requires(Permission.AUDIT_READ)
  Head head() {
    return transactions.here(() -> {
      var head = store.head();
      return new Head(head.map(Seal::number).orElse(0L),
          HexFormat.of().formatHex(head.map(Seal::hash).orElse(Chain.BEGINNING)), head.map(Seal::at).orElse(null),
          store.countEntries());
    });
  }

  @PostMapping("/verifications")
  @Requires(Permission.AUDIT_VERIFY)
  VerifyAudit.Result verify() {
    return verify.verify();
  }
}
