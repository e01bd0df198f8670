package org.xingfuli.evidence.web;

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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.flow.VerifyAll;
import org.xingfuli.evidence.flow.VerifyItem;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.evidence.model.Verified;
import org.xingfuli.evidence.store.VerificationStore;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;
import org.xingfuli.wire.Problems;

/** Whether evidence still is what came in. */
@RestController
@RequestMapping("/api")
class VerificationController {

  private static final int RECENT = 10;
  private static final int USUAL = 50;

  /** What is said of one item. */
  record VerifiedView(UUID id, boolean sound, List<Finding> findings, long link, @Nullable Instant recordedAt) {
    static VerifiedView of(Verified verified) {
      return new VerifiedView(
          verified.id(), verified.sound(), verified.findings(), verified.link(), verified.recordedAt());
    }
  }

  /**
   * One walk over all of it.
   *
   * @param startedBy name of whoever began it
   * @param failure why it broke off, for people
   */
  record WalkView(UUID id, String startedBy, Instant startedAt, @Nullable Instant finishedAt, int total, int checked,
      int faultCount, @Nullable String failure) {
    static WalkView of(VerificationStore.Walk walk, Map<UUID, String> names) {
      return new WalkView(walk.id(), names.getOrDefault(walk.startedBy(), ""), walk.startedAt(), walk.finishedAt(),
          walk.total(), walk.checked(), walk.faultCount(), walk.failure());
    }
  }

  /** A walk that was begun. */
  record BegunWalk(UUID id) {}

  private final Transactions transactions;
  private final VerifyItem item;
  private final VerifyAll all;
  private final VerificationStore walks;
  private final FaultList faults;
  private final People people;
  private final Audit audit;

  VerificationController(Transactions transactions, VerifyItem item, VerifyAll all, VerificationStore walks,
      FaultList faults, People people, Audit audit) {
    this.transactions = transactions;
    this.item = item;
    this.all = all;
    this.walks = walks;
    this.faults = faults;
    this.people = people;
    this.audit = audit;
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

  /** The last walks of everybody, with their progress. */
  @GetMapping("/evidence-verifications")
  @Requires(Permission.AUDIT_VERIFY)
  List<WalkView> recent() {
    return transactions.here(() -> {
      var found = walks.recent(RECENT);
      var names = people.names(found.stream().map(VerificationStore.Walk::startedBy).collect(Collectors.toSet()));
      return found.stream().map(walk -> WalkView.of(walk, names)).toList();
    });
  }

  /** The same walks as a workbook. */
  @GetMapping(path = "/evidence-verifications.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.AUDIT_VERIFY)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> walkBook() {
    return ListBook.answer("证据核验记录", List.of("开始 Begun", "结束 Ended", "发起人 Begun by", "已核验 Checked", "全部 Of all",
        "异常 Faults", "结果 Outcome"), recent().stream().map(row -> Arrays.<@Nullable Object>asList(
            ListBook.moment(row.startedAt()), ListBook.moment(row.finishedAt()), row.startedBy(), row.checked(), row.total(),
            row.faultCount(), row.failure() != null ? "中断：" + row.failure() : row.finishedAt() == null ? "进行中"
                : row.faultCount() == 0 ? "未发现异常" : "有异常")).toList());
  }

  /** Everything a walk found, each item by name. */
  @GetMapping("/evidence-verifications/{id}/faults")
  @Requires(Permission.AUDIT_VERIFY)
  Page<EvidenceFault> faults(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      var walk = walks.find(id).orElseThrow(Problems::absent);
      var found = walks.faults(id, from(cursor), size + 1);
      var shown = found.subList(0, Math.min(size, found.size()));
      return new Page<>(faults.views(shown), found.size() > size ? Cursor.after(shown.getLast().number()) : null,
          walk.faultCount());
    });
  }

  private static int from(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    if (values.isEmpty()) {
      return 0;
    }
    if (!values.getFirst().matches("\\d{1,9}")) {
      throw new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", String.valueOf(cursor))));
    }
    return Integer.parseInt(values.getFirst());
  }

  /** The same as a workbook; that somebody took it along is recorded. */
  @GetMapping(path = "/evidence-verifications/{id}/faults.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.AUDIT_VERIFY)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> faultBook(@PathVariable UUID id) {
    var rows = transactions.here(() -> {
      var _ = walks.find(id).orElseThrow(Problems::absent);
      var found = faults.views(walks.faults(id, 0, Integer.MAX_VALUE));
      audit.record("evidence.faults-export", new Subject("verification", id), Map.of("rows", found.size()));
      return found.stream().map(row -> Arrays.<@Nullable Object>asList(row.number(), row.estateName(),
          row.kind() == null ? null : row.kind() == EvidenceKind.PHOTO ? "照片" : "文件", row.fileName(),
          row.findings().stream().map(VerificationController::word).collect(Collectors.joining("；")), row.uploader(),
          ListBook.moment(row.receivedAt()), row.link() == 0 ? null : row.link(), ListBook.moment(row.recordedAt()),
          row.hash(), row.id().toString(), ListBook.yesOrNo(row.withdrawn()))).toList();
    });
    return ListBook.answer("证据核验异常", List.of("序号 No.", "小区 Estate", "种类 Kind", "文件名 File", "异常 Findings",
        "上传人 Sent by", "收到时间 Received", "留痕序号 Audit no.", "留痕时间 Recorded", "SHA-256", "编号 Id", "已撤回 Withdrawn"), rows);
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case FILE_MISSING -> "原件不见了";
      case FILE_CHANGED -> "原件被改动过";
      case ROW_MISSING -> "登记被删除";
      case ROW_CHANGED -> "登记被改动过";
      case RECORD_MISSING -> "留痕链里没有它的记录";
      case RECORD_CHANGED -> "留痕记录被改动过";
      case WITHDRAWAL_CHANGED -> "撤回状态与记录不符";
    };
  }
}
