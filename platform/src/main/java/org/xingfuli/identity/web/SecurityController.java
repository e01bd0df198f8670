package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Words;
import org.xingfuli.identity.flow.PersonalDataRegister;
import org.xingfuli.identity.flow.SetSecurityRule;
import org.xingfuli.identity.model.SecurityRule;
import org.xingfuli.identity.store.ErasureStore;
import org.xingfuli.identity.store.ErasureStore.Erasure;
import org.xingfuli.identity.store.SecurityRuleStore;
import org.xingfuli.wire.ListBook;

/** The register of personal data, the rules of its keeping, and the proof of its erasing. */
@RestController
class SecurityController {

  private final Transactions transactions;
  private final PersonalDataRegister personal;
  private final SecurityRuleStore rules;
  private final ErasureStore erasures;
  private final SetSecurityRule set;

  SecurityController(Transactions transactions, PersonalDataRegister personal, SecurityRuleStore rules,
      ErasureStore erasures, SetSecurityRule set) {
    this.transactions = transactions;
    this.personal = personal;
    this.rules = rules;
    this.erasures = erasures;
    this.set = set;
  }

  /**
   * A column with personal data.
   *
   * @param days how long it is kept, where a rule says so; {@code unconfirmed} when nobody has confirmed that
   */
  record PersonalColumn(
      String table, Words tableName, String column, Words what, Words purpose, Words basis, Words retention,
      @Nullable String rule, @Nullable Integer days, boolean unconfirmed, Words mask) {}

  /** A table of which every column was looked at and none is personal. */
  record FreeTable(String table, Words tableName) {}

  /** The whole register. */
  record PersonalRegister(List<PersonalColumn> columns, List<FreeTable> free) {}

  /**
   * A rule, and what the last night has erased by it.
   *
   * @param erasedAt absent for a rule by which nothing is erased, or not yet
   * @param remaining what should have gone and did not; anything but zero is a fault
   */
  record RuleView(
      String code, int value, SecurityRule.Unit unit, int least, int most, boolean unconfirmed, String source, int version,
      @Nullable Instant erasedAt, @Nullable Long erased, @Nullable Long remaining) {}

  /** The new value, and the version of the rule as it was seen. */
  record RuleChange(@NotNull Integer value, @NotNull Integer version) {}

  @GetMapping("/api/personal-data")
  @Requires(Permission.SECURITY_READ)
  PersonalRegister personalData() {
    var free = personal.register().names().stream()
        .filter(name -> Objects.requireNonNull(personal.register().tables().get(name)).personal().isEmpty())
        .map(name -> new FreeTable(name, Objects.requireNonNull(personal.register().tables().get(name)).words())).toList();
    return new PersonalRegister(columns(), free);
  }

  /** The columns with personal data as a workbook. */
  @GetMapping(path = "/api/personal-data.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SECURITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> personalDataBook() {
    return ListBook.answer("个人信息登记", List.of("数据表 Table", "表名 Name", "字段 Column", "内容 What", "目的 Purpose",
        "法律依据 Lawful basis", "保留期限 Retention", "天数 Days", "待确认 Unconfirmed", "脱敏 Masking"),
        columns().stream().<List<@Nullable Object>>map(c -> Arrays.asList(c.table(), c.tableName().zh(), c.column(),
            c.what().zh(), c.purpose().zh(), c.basis().zh(), c.retention().zh(), c.days(),
            c.rule() == null ? null : ListBook.yesOrNo(c.unconfirmed()), c.mask().zh())).toList());
  }

  @GetMapping("/api/security-rules")
  @Requires(Permission.SECURITY_READ)
  List<RuleView> securityRules() {
    return transactions.here(() -> {
      var last = erasures.latest().stream().collect(Collectors.toMap(Erasure::rule, erasure -> erasure));
      return rules.all().stream().map(rule -> view(rule, last.get(rule.code()))).toList();
    });
  }

  @GetMapping(path = "/api/security-rules.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.SECURITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> ruleBook() {
    return ListBook.answer("安全规则", List.of("代码 Code", "规则 Rule", "数值 Value", "单位 Unit", "最小 Least", "最大 Most",
        "依据 Source", "待确认 Unconfirmed", "最近抹除 Last erased", "抹除条数 Erased", "应抹未抹 Left over"),
        securityRules().stream().map(row -> Arrays.<@Nullable Object>asList(row.code(), name(row.code()), row.value(),
            switch (row.unit()) {
              case DAYS -> "天";
              case TIMES_A_DAY -> "次每天";
              case LETTERS -> "字";
              case SECONDS -> "秒";
            }, row.least(), row.most(), row.source(), ListBook.yesOrNo(row.unconfirmed()), ListBook.moment(row.erasedAt()),
            row.erased(), row.remaining())).toList());
  }

  /** As the screen calls it; a rule this build does not know keeps its code. */
  private static String name(String code) {
    return switch (code) {
      case "RETAIN_DISABLED_PERSON" -> "停用账户的姓名、电话";
      case "RETAIN_OWNER" -> "产权人姓名、电话";
      case "RETAIN_SIGN_IN_ATTEMPT" -> "登录失败记录";
      case "RETAIN_ONE_TIME_LINK" -> "一次性链接";
      case "RETAIN_LINK_REQUEST" -> "口令链接申请";
      case "RETAIN_REVEAL" -> "查看明文的记录";
      case "REVEALS_A_DAY" -> "每人每天查看明文";
      case "REVEAL_REASON" -> "查看事由";
      case "REVEAL_SHOWN" -> "明文显示时间";
      default -> code;
    };
  }

  /** Sets a rule and confirms it. */
  @PutMapping("/api/security-rules/{code}")
  @Requires(Permission.SECURITY_MANAGE)
  RuleView setRule(@PathVariable String code, @Valid @RequestBody RuleChange wanted) {
    return view(set.set(code, wanted.value(), wanted.version()), null);
  }

  private static RuleView view(SecurityRule rule, @Nullable Erasure last) {
    return new RuleView(rule.code(), rule.value(), rule.unit(), rule.least(), rule.most(), rule.unconfirmed(), rule.source(),
        rule.version(), last == null ? null : last.at(), last == null ? null : last.erased(),
        last == null ? null : last.remaining());
  }

  private List<PersonalColumn> columns() {
    var register = personal.register();
    Map<String, SecurityRule> known = transactions.here(rules::all).stream()
        .collect(Collectors.toMap(SecurityRule::code, rule -> rule));
    var columns = new ArrayList<PersonalColumn>();
    for (var name : register.names()) {
      var table = Objects.requireNonNull(register.tables().get(name));
      table.personal().forEach((column, entry) -> {
        var retention = Objects.requireNonNull(register.retentions().get(entry.retention()));
        var rule = retention.rule() == null ? null : known.get(retention.rule());
        columns.add(new PersonalColumn(name, table.words(), column, entry.what(), entry.purpose(),
            Objects.requireNonNull(register.bases().get(entry.basis())), retention.words(), retention.rule(),
            rule == null ? null : rule.value(), rule != null && rule.unconfirmed(),
            Objects.requireNonNull(register.masks().get(entry.mask()))));
      });
    }
    return columns;
  }
}
