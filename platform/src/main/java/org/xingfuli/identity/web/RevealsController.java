package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.RevealReason;
import org.xingfuli.identity.Words;
import org.xingfuli.identity.store.RevealStore;
import org.xingfuli.identity.store.RevealStore.Look;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** Who saw what in clear and why, for the auditor; and the usual reasons, for whoever looks. */
@RestController
class RevealsController {

  private static final int USUAL = 50;

  private final Transactions transactions;
  private final RevealStore store;
  private final People people;
  private final Organisations organisations;
  private final Audit audit;

  RevealsController(
      Transactions transactions, RevealStore store, People people, Organisations organisations, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.organisations = organisations;
    this.audit = audit;
  }

  /** A look; the value itself is kept nowhere. */
  record RevealRow(UUID id, Instant at, UUID personId, String personName, String subjectType, UUID subjectId,
      @Nullable String areaName, String place, List<String> fields, Words usual, String reason) {}

  /** One of the usual reasons. */
  record UsualReason(RevealReason code, Words name) {}

  @GetMapping("/api/reveals")
  @Requires(Permission.AUDIT_READ)
  Page<RevealRow> reveals(@RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    var before = before(cursor);
    return transactions.here(() -> {
      var found = store.page(person, before, size + 1);
      var shown = found.subList(0, Math.min(size, found.size()));
      var next = found.size() > size ? Cursor.after(shown.getLast().id()) : null;
      return new Page<>(rows(shown), next, store.count(person));
    });
  }

  /** The same as a workbook. */
  @GetMapping(path = "/api/reveals.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.AUDIT_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> revealsBook(@RequestParam(required = false) @Nullable UUID person) {
    var rows = transactions.here(() -> {
      var all = rows(store.page(person, null, Integer.MAX_VALUE));
      audit.record("audit.export", new Subject("person", CurrentScope.get().principal()), Map.of("rows", all.size()));
      return all;
    });
    return ListBook.answer("查看明文记录", List.of("时间 At", "人员 Person", "区域 Area", "对象 What", "字段 Fields",
        "事由类别 Usual reason", "事由 Reason"), rows.stream().<List<@Nullable Object>>map(row -> Arrays.asList(
            ListBook.moment(row.at()), row.personName(), row.areaName(), row.place(), String.join("、", row.fields()),
            row.usual().zh(), row.reason())).toList());
  }

  @GetMapping("/api/reveal-reasons")
  @Requires(Permission.PERSONAL_REVEAL)
  List<UsualReason> reasons() {
    return Arrays.stream(RevealReason.values()).map(reason -> new UsualReason(reason, reason.words())).toList();
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    if (values.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(values.getFirst());
    } catch (IllegalArgumentException e) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", String.valueOf(cursor))));
      refused.initCause(e);
      throw refused;
    }
  }

  private List<RevealRow> rows(List<Look> looks) {
    var names = people.names(looks.stream().map(Look::personId).distinct().toList());
    var areas = organisations.areaNames();
    return looks.stream().map(look -> new RevealRow(look.id(), look.at(), look.personId(),
        names.getOrDefault(look.personId(), ""), look.subjectType(), look.subjectId(), areas.get(look.area()),
        look.place(), List.copyOf(look.fields()), look.usual().words(), look.reason())).collect(Collectors.toList());
  }
}
