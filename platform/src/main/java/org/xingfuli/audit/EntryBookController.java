package org.xingfuli.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import tools.jackson.databind.json.JsonMapper;

/** The acts an auditor has filtered, as a workbook; taking them away is an act itself. */
@RestController
@RequestMapping("/api/audit/entries.xlsx")
class EntryBookController {

  /** A sheet holds about a million rows; so many are a year of one district and still open on an office machine. */
  static final int MOST = 100_000;
  private static final int AT_ONCE = 2_000;

  private final EntryList list;
  private final Audit audit;
  private final Transactions transactions;
  private final JsonMapper json;

  EntryBookController(EntryList list, Audit audit, Transactions transactions, JsonMapper json) {
    this.list = list;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  /** The latest acts first; days are days in Shanghai, both included. */
  @GetMapping(produces = ListBook.TYPE)
  @Requires(Permission.AUDIT_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> workbook(@RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
    var filter = EntryList.Filter.ofDays(act, person, from, to);
    var rows = transactions.here(() -> {
      var found = rows(filter);
      audit.record("audit.export", new Subject("person", CurrentScope.get().principal()), Map.of(
          "rows", found.size(), "act", act == null ? "" : act, "from", from == null ? "" : from.toString(),
          "to", to == null ? "" : to.toString()));
      return found;
    });
    return ListBook.answer("操作留痕", List.of("序号 No.", "时间 When", "职务 Title", "姓名 Name", "操作 Act", "对象 Subject",
        "对象编号 Subject id", "内容 Facts", "封存 Sealed", "哈希 Hash"), rows);
  }

  private List<List<@Nullable Object>> rows(EntryList.Filter filter) {
    var rows = new ArrayList<List<@Nullable Object>>();
    var page = list.page(filter, List.of(), AT_ONCE);
    if (page.total() > MOST) {
      throw new Refused(Refusal.of("audit.export-too-large", Map.of("rows", page.total(), "most", MOST)));
    }
    while (true) {
      page.items().forEach(row -> rows.add(Arrays.asList(row.seq(), ListBook.moment(row.at()), row.personTitle(),
          row.person(), row.act(), row.subjectType(), row.subjectId().toString(), json.writeValueAsString(row.facts()),
          ListBook.yesOrNo(row.sealed()), row.hash())));
      if (page.next() == null) {
        return rows;
      }
      page = list.page(filter, Cursor.read(page.next(), 1), AT_ONCE);
    }
  }
}
