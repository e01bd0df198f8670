package org.xingfuli.evidence.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.flow.AttachEvidence;
import org.xingfuli.evidence.flow.WithdrawEvidence;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.EvidenceStore.Filter;
import org.xingfuli.evidence.store.EvidenceStore.Position;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;
import org.xingfuli.wire.Problems;

/** Evidence: sent, listed, and one of it. */
@RestController
@RequestMapping("/api/evidence")
class EvidenceController {

  private static final int USUAL = 60;

  /** What an upload has become, in the order of its files. */
  record Uploaded(List<EvidenceView> items) {}

  /** Why an item is taken back. */
  record WithdrawBody(@NotBlank String reason) {}

  private final Transactions transactions;
  private final EvidenceStore store;
  private final AttachEvidence attach;
  private final WithdrawEvidence withdraw;
  private final Surroundings.Maker around;

  EvidenceController(
      Transactions transactions, EvidenceStore store, AttachEvidence attach, WithdrawEvidence withdraw,
      Surroundings.Maker around) {
    this.transactions = transactions;
    this.store = store;
    this.attach = attach;
    this.withdraw = withdraw;
    this.around = around;
  }

  /** Takes one or more files of an estate, all or none; the same request id is answered with the same items. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.EVIDENCE_ATTACH)
  Uploaded upload(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestPart("entry") @Valid UploadEntry entry,
      @RequestPart("file") List<MultipartFile> file) throws IOException {
    var files = new ArrayList<AttachEvidence.File>();
    for (int number = 0; number < file.size(); number++) {
      var one = file.get(number);
      var name = Objects.requireNonNullElse(one.getOriginalFilename(), "");
      files.add(new AttachEvidence.File(entry.about(number, name), one.getBytes()));
    }
    var ids = attach.attach(key, files);
    return new Uploaded(transactions.here(() ->
        around.views(ids.stream().map(id -> store.find(id).orElseThrow(Problems::absent)).toList())));
  }

  /** The newest first; days are days in Shanghai, both included. */
  @GetMapping
  @Requires(Permission.EVIDENCE_READ)
  Page<EvidenceView> list(
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable String subjectType,
      @RequestParam(required = false) @Nullable UUID subject,
      @RequestParam(required = false) @Nullable EvidenceKind kind,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "false") boolean withdrawn,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    var filter = filter(estate, subjectType, subject, kind, from, to, withdrawn);
    return transactions.here(() -> {
      var found = store.page(filter, position(cursor), size + 1);
      var items = found.stream().limit(size).toList();
      var next = found.size() > size ? Cursor.after(items.getLast().receivedAt(), items.getLast().id()) : null;
      return new Page<>(around.views(items), next, store.count(filter));
    });
  }

  @GetMapping("/{id}")
  @Requires(Permission.EVIDENCE_READ)
  EvidenceView one(@PathVariable UUID id) {
    return transactions.here(() -> around.views(List.of(store.find(id).orElseThrow(Problems::absent))).getFirst());
  }

  /** Takes the item back; it stays on record with its reason. */
  @PostMapping("/{id}/withdraw")
  @Requires(Permission.EVIDENCE_ATTACH)
  EvidenceView withdraw(@PathVariable UUID id, @RequestBody @Valid WithdrawBody body) {
    var item = withdraw.withdraw(id, body.reason());
    return transactions.here(() -> around.views(List.of(item)).getFirst());
  }

  static Filter filter(@Nullable UUID estate, @Nullable String subjectType, @Nullable UUID subject,
      @Nullable EvidenceKind kind, @Nullable LocalDate from, @Nullable LocalDate to, boolean withdrawn) {
    return new Filter(estate, subjectType, subject, kind, start(from), start(to == null ? null : to.plusDays(1)), withdrawn);
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(BusinessClock.ZONE).toInstant();
  }

  private static @Nullable Position position(@Nullable String cursor) {
    var values = Cursor.read(cursor, 2);
    if (values.isEmpty()) {
      return null;
    }
    try {
      return new Position(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
    } catch (RuntimeException madeUp) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", "…")));
      refused.initCause(madeUp);
      throw refused;
    }
  }
}
