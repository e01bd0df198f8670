package org.xingfuli.evidence.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.wire.ListBook;

/** The lists of evidence and of pairs as workbooks, with hashes, so that somebody else can hold files against them. */
@RestController
class EvidenceBookController {

  private final Transactions transactions;
  private final EvidenceStore store;
  private final Surroundings.Maker around;
  private final PairController pairs;

  EvidenceBookController(Transactions transactions, EvidenceStore store, Surroundings.Maker around,
      PairController pairs) {
    this.transactions = transactions;
    this.store = store;
    this.around = around;
    this.pairs = pairs;
  }

  @GetMapping(path = "/api/evidence.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.EVIDENCE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable EvidenceKind kind,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "false") boolean withdrawn) {
    var filter = EvidenceController.filter(estate, null, null, kind, from, to, withdrawn);
    var rows = transactions.here(() -> around.views(store.page(filter, null, Integer.MAX_VALUE)).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.estateName(), row.kind() == EvidenceKind.PHOTO ? "照片" : "文件",
            row.caption(), row.fileName(), ListBook.moment(row.takenAt()), ListBook.moment(row.exifTakenAt()),
            ListBook.moment(row.receivedAt()), row.latitude(), row.longitude(), row.accuracy(), row.uploader(), row.device(),
            row.remarks().size(), row.bytes(), row.hash(), row.seal(), row.withdrawnReason()))
        .toList());
    return ListBook.answer("证据清单", List.of("小区 Estate", "种类 Kind", "说明 Caption", "文件名 File", "拍摄时间 Taken",
        "照片自带时间 Time in file", "收到时间 Received", "纬度 Latitude", "经度 Longitude", "精度m Accuracy", "上传人 Sent by",
        "设备 Device", "备注项 Remarks", "字节 Bytes", "SHA-256", "封存 Seal", "撤回原因 Withdrawn because"), rows);
  }

  @GetMapping(path = "/api/evidence-pairs.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.EVIDENCE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> pairBook(@RequestParam(required = false) @Nullable UUID estate) {
    return ListBook.answer("改造前后对照", List.of("小区 Estate", "部位 Place", "改造前 Before", "拍摄时间 Taken", "上传人 Sent by", "SHA-256",
        "改造后 After", "拍摄时间 Taken", "上传人 Sent by", "SHA-256"), pairs.list(estate).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.estateName(), row.place(), named(row.before()), taken(row.before()),
            row.before().uploader(), row.before().hash(), named(row.after()), taken(row.after()), row.after().uploader(),
            row.after().hash()))
        .toList());
  }

  private static String named(EvidenceView photo) {
    return photo.caption().isBlank() ? photo.fileName() : photo.caption();
  }

  /** When it was taken as stated, otherwise as the file says. */
  private static @Nullable String taken(EvidenceView photo) {
    return ListBook.moment(photo.takenAt() == null ? photo.exifTakenAt() : photo.takenAt());
  }
}
