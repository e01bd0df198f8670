package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.wire.ListBook;

/** The own sessions, tokens and linked sign-ins as workbooks: what the account page shows, so no secret of any. */
@RestController
@RequestMapping("/api/account")
class AccountBookController {

  private final Sessions sessions;
  private final OwnTokens tokens;
  private final LinkedSignInsController linked;

  AccountBookController(Sessions sessions, OwnTokens tokens, LinkedSignInsController linked) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.linked = linked;
  }

  @GetMapping(path = "/sessions.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SESSION)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> sessionBook(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    return ListBook.answer("登录会话", List.of("设备 Device", "网络地址 Address", "登录时间 Since", "最近使用 Last used",
        "登录方式 Signed in by", "本次 This one"), sessions.of(person.personId(), SessionContext.idOf(request)).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.agent(), row.address(), ListBook.moment(row.since()),
            ListBook.moment(row.lastUsed()), row.provider() == null ? "密码" : row.provider(),
            ListBook.yesOrNo(row.current())))
        .toList());
  }

  @GetMapping(path = "/tokens.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SESSION)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> tokenBook(@AuthenticationPrincipal SignedIn person) {
    return ListBook.answer("我的接口令牌", List.of("名称 Name", "开头 Beginning", "权限 Permissions", "创建 Made", "到期 Ends",
        "最近使用 Last used", "撤销 Revoked", "可用 Open"), tokens.of(person).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.name(), row.beginning() + "…", Rights.words(row.permissions()),
            ListBook.moment(row.createdAt()), ListBook.moment(row.expiresAt()), ListBook.moment(row.lastUsedAt()),
            ListBook.moment(row.revokedAt()), ListBook.yesOrNo(row.open())))
        .toList());
  }

  @GetMapping(path = "/linked-sign-ins.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SESSION)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> linkBook(@AuthenticationPrincipal SignedIn person) {
    return ListBook.answer("关联登录", List.of("平台 Provider", "账户 Account", "关联时间 Linked", "最近使用 Last used"),
        linked.linkedSignIns(person).links().stream().map(row -> Arrays.<@Nullable Object>asList(row.providerName(),
            row.label(), ListBook.moment(row.linkedAt()), ListBook.moment(row.lastUsedAt()))).toList());
  }
}
