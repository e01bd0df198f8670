package org.xingfuli.evidence.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.flow.VerifyAll;
import org.xingfuli.evidence.flow.VerifyItem;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.evidence.model.Verified;
import org.xingfuli.evidence.store.VerificationStore;

/** Whether evidence still is what came in. */
@RestController
@RequestMapping("/api")
class VerificationController {

  private static final int RECENT = 10;

  /** What is said of one item. */
  record VerifiedView(UUID id, boolean sound, List<Finding> findings, long link, @Nullable Instant recordedAt) {
    static VerifiedView of(Verified verified) {
      return new VerifiedView(
          verified.id(), verified.sound(), verified.findings(), verified.link(), verified.recordedAt());
    }
  }

  /** One walk over all of it. */
  record WalkView(UUID id, Instant startedAt, @Nullable Instant finishedAt, int total, int checked, int faultCount,
      List<VerifiedView> faults, @Nullable String failure) {
    static WalkView of(VerificationStore.Walk walk) {
      return new WalkView(walk.id(), walk.startedAt(), walk.finishedAt(), walk.total(), walk.checked(), walk.faultCount(),
          walk.faults().stream().map(VerifiedView::of).toList(), walk.failure());
    }
  }

  /** A walk that was begun. */
  record BegunWalk(UUID id) {}

  private final Transactions transactions;
  private final VerifyItem item;
  private final VerifyAll all;
  private final VerificationStore walks;

  VerificationController(Transactions transactions, VerifyItem item, VerifyAll all, VerificationStore walks) {
    this.transactions = transactions;
    this.item = item;
    this.all = all;
    this.walks = walks;
  }

  @GetMapping("/evidence/{id}/verification")
  @Requires(Permission.EVIDENCE_READ)
  VerifiedView one(@PathVariable UUID id) {
    return VerifiedView.of(item.verify(id));
  }

  @PostMapping("/evidence-verifications")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.AUDIT_VERIFY)
  BegunWalk begin(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new BegunWalk(all.begin(key));
  }

  /** The caller's last walks, with their progress. */
  @GetMapping("/evidence-verifications")
  @Requires(Permission.AUDIT_VERIFY)
  List<WalkView> recent() {
    return transactions.here(() -> walks.recent(RECENT).stream().map(WalkView::of).toList());
  }
}
