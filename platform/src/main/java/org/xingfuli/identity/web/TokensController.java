package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.RevokeToken;
import org.xingfuli.identity.model.ApiToken;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.ApiTokenStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** All tokens, for who gives and takes rights. */
@RestController
class TokensController {

  private static final int USUAL = 50;
  private static final int MOST = 5000;
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Transactions transactions;
  private final ApiTokenStore store;
  private final PersonStore people;
  private final RevokeToken revoke;
  private final Clock clock;

  TokensController(Transactions transactions, ApiTokenStore store, PersonStore people, RevokeToken revoke, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.people = people;
    this.revoke = revoke;
    this.clock = clock;
  }

  @GetMapping("/api/tokens")
  @Requires(Permission.SECURITY_READ)
  Page<TokenRow> tokens(@RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var most = Cursor.limit(limit, USUAL);
    var before = Cursor.read(cursor, 1).stream().findFirst().map(UUID::fromString).orElse(AFTER_ALL);
    return transactions.here(() -> {
      var found = store.page(before, most + 1);
      var shown = found.subList(0, Math.min(most, found.size()));
      return new Page<>(rows(shown), found.size() > most ? Cursor.after(shown.getLast().id()) : null, store.count());
    });
  }

  @GetMapping(path = "/api/tokens.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SECURITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> tokensBook() {
    var rows = transactions.here(() -> rows(store.page(AFTER_ALL, MOST)));
    return ListBook.answer("接口令牌", List.of("名称 Name", "持有人 Owner", "开头 Beginning", "权限 Permissions", "创建 Made",
        "到期 Ends", "最近使用 Last used", "撤销 Revoked"), rows.stream().map(TokensController::cells).toList());
  }

  private static List<@Nullable Object> cells(TokenRow row) {
    return Arrays.<@Nullable Object>asList(row.name(), row.ownerName(), row.beginning() + "…",
        Rights.words(row.permissions()),
        ListBook.moment(row.createdAt()), ListBook.moment(row.expiresAt()), ListBook.moment(row.lastUsedAt()),
        ListBook.moment(row.revokedAt()));
  }

  @DeleteMapping("/api/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.RIGHTS_GRANT)
  void revokeAnybodys(@PathVariable UUID id) {
    revoke.anybodys(id);
  }

  private List<TokenRow> rows(List<ApiToken> tokens) {
    var owners = people.byIds(tokens.stream().map(ApiToken::personId).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Person::id, Person::actor));
    return tokens.stream().map(token -> TokenRow.of(
        token, Objects.requireNonNullElse(owners.get(token.personId()), ""), clock.instant())).toList();
  }
}
