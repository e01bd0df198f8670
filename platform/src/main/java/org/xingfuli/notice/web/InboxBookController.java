package org.xingfuli.notice.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.notice.store.MessageStore;
import org.xingfuli.wire.ListBook;

/** The own inbox as a workbook, the latest first. */
@RestController
class InboxBookController {

  /** More nobody reads again; the workbook holds the latest. */
  private static final int MOST = 5000;

  private final Transactions transactions;
  private final MessageStore store;

  InboxBookController(Transactions transactions, MessageStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @GetMapping(path = "/api/notices.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SESSION)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> inboxBook(
      @AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "false") boolean unread) {
    var rows = transactions.here(() -> store.page(
            person.personId(), unread, InboxController.AFTER_ALL, InboxController.LAST, MOST).stream()
        .map(row -> Arrays.<@Nullable Object>asList(ListBook.moment(row.at()), row.titleZh(), row.bodyZh(), row.titleEn(),
            row.bodyEn(), ListBook.yesOrNo(row.urgent()), row.times(), ListBook.moment(row.readAt())))
        .toList());
    return ListBook.answer("我的消息", List.of("时间 When", "标题 Title", "内容 Text", "英文标题 English title", "英文内容 English text", "紧急 Urgent", "次数 Times",
        "已读时间 Read"), rows);
  }
}
