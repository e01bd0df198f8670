package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.EraseOverdue;
import org.xingfuli.identity.flow.PersonalDataRegister;
import org.xingfuli.identity.model.PersonalData;

/** Every column of the running database is in the register of personal data or free of it, and what is overdue goes. */
@PlatformTest
@Import(Staff.class)
class PersonalDataTest {

  /** Names that columns about people have; whoever has one of these and holds nothing personal says so in the register. */
  private static final Pattern LOOKS_PERSONAL = Pattern.compile("(^|_)(name|names|person|people|owner|holder|contact|phone|"
      + "mobile|tel|telephone|mail|email|wechat|openid|address|door|resident|complainant|reporter|actor|author|signer|"
      + "signed|signature|attendee|recipient|recipients|sender|to_whom|title|note|notes|remark|comment|reason|text|body|"
      + "message|words_of|answer|data|content|contents|facts|serialized|payload|lat|lon|lng|latitude|longitude|point|"
      + "position|place|location|geo|device|agent|ip|photo|face|id_card|identity_card|password|token|secret|key)(_|$)"
      + "|_by$");
  private static final List<String> TEXTS = List.of("text", "character varying", "character", "jsonb", "json", "bytea");
  private static final Pattern COORDINATE = Pattern.compile("(^|_)(lat|lon|lng|latitude|longitude)(_|$)");

  @LocalServerPort int port;
  @Autowired PersonalDataRegister personal;
  @Autowired List<Erasing> erasings;
  @Autowired EraseOverdue erase;
  @Autowired Staff staff;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  /** Columns by table, each with its type, as the catalogue has them. */
  private Map<String, Map<String, String>> catalogue() {
    var tables = new TreeMap<String, Map<String, String>>();
    jdbc.sql("""
            select n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, null)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
              and n.nspname <> 'information_schema' and c.relname <> 'flyway_history' and a.attnum > 0
              and not a.attisdropped""")
        .query((row, n) -> tables.computeIfAbsent(row.getString(1), t -> new TreeMap<>())
            .put(row.getString(2), row.getString(3)) == null).list();
    return tables;
  }

  private static boolean looksPersonal(String column, String type) {
    return TEXTS.contains(type) && LOOKS_PERSONAL.matcher(column).find() || COORDINATE.matcher(column).find();
  }

  /** What has to be written into the register for the table, ready to be pasted. */
  private static String block(String table, Map<String, String> columns) {
    var looks = columns.entrySet().stream().filter(c -> looksPersonal(c.getKey(), c.getValue())).map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
    return "  " + table + ": {words: [中文表名, English name]"
        + (looks.isEmpty() ? "}" : ", plain: " + looks + "}   # what holds personal data goes under personal: instead");
  }

  @Test
  void everyTableOfEverySchemaIsInTheRegister() {
    var register = personal.register();
    var missing = catalogue().entrySet().stream().filter(table -> !register.tables().containsKey(table.getKey()))
        .map(table -> block(table.getKey(), table.getValue())).toList();
    assertThat(missing).as("add to platform/src/main/resources/personal-data.yaml, under tables:\n%s\n",
        String.join("\n", missing)).isEmpty();
    assertThat(register.tables().keySet()).as("tables that are no more").isSubsetOf(catalogue().keySet());
  }

  @Test
  void everyColumnThatLooksPersonalIsPersonalOrSaidToBePlain() {
    var register = personal.register();
    var unmapped = new TreeSet<String>();
    var stale = new TreeSet<String>();
    catalogue().forEach((name, columns) -> {
      var table = register.tables().get(name);
      if (table == null) {
        return; // the other test says so
      }
      columns.forEach((column, type) -> {
        if (looksPersonal(column, type) && !table.personal().containsKey(column) && !table.plain().contains(column)) {
          unmapped.add("  " + name + ": add " + column + " to plain: [...], or under personal:\n      " + column
              + ": {what: [内容, What], purpose: [目的, Purpose], basis: DUTY, retention: PROGRAMME, mask: COLLEAGUES}");
        }
      });
      table.personal().keySet().stream().filter(column -> !columns.containsKey(column)).forEach(c -> stale.add(name + "." + c));
      table.plain().stream().filter(column -> !columns.containsKey(column)).forEach(c -> stale.add(name + "." + c));
    });
    assertThat(unmapped).as("platform/src/main/resources/personal-data.yaml does not say of\n%s\n",
        String.join("\n", unmapped)).isEmpty();
    assertThat(stale).as("columns that are no more").isEmpty();
  }

  @Test
  void everyRetentionThatEndsHasARuleAndSomebodyWhoErasesByIt() {
    var rules = transactions.as(SystemScope.of("test"),
        () -> jdbc.sql("select code from identity.security_rule").query(String.class).list());
    var named = personal.register().retentions().values().stream().map(PersonalData.Retention::rule)
        .filter(Objects::nonNull).collect(Collectors.toSet());
    assertThat(rules).containsAll(named);
    assertThat(erasings.stream().map(Erasing::rule)).containsExactlyInAnyOrderElementsOf(named);
  }

  private long count(String sql, Object... params) {
    return transactions.as(SystemScope.of("test"), () -> jdbc.sql(sql).params(params).query(Long.class).single());
  }

  @Test
  void whatIsOverdueIsErasedWithAProofAndWhatIsNotStays() {
    var gone = staff.withRole(Role.PLANNER, "320613");
    var recent = staff.withRole(Role.PLANNER, "320613");
    var now = clock.instant();
    transactions.run(SystemScope.of("test"), () -> {
      jdbc.sql("update identity.person set disabled_at = ?, phone = '13800001234' where id = ?")
          .params(Timestamp.from(now.minus(Duration.ofDays(1096))), gone.personId()).update();
      jdbc.sql("update identity.person set disabled_at = ? where id = ?")
          .params(Timestamp.from(now.minus(Duration.ofDays(1094))), recent.personId()).update();
      jdbc.sql("insert into identity.attempt (key, failures, last_at) values ('name:old', 1, ?), ('name:new', 1, ?)")
          .params(Timestamp.from(now.minus(Duration.ofDays(3))), Timestamp.from(now)).update();
    });
    erase.run();
    assertThat(count("select count(*) from identity.person where id = ? and name = '已注销' and phone is null "
        + "and password_hash is null and sign_in_name like 'erased-%'", gone.personId())).isEqualTo(1);
    assertThat(count("select count(*) from identity.person where id = ? and erased_at is null", recent.personId()))
        .as("one day is left").isEqualTo(1);
    assertThat(count("select count(*) from identity.attempt where key = 'name:old'")).isZero();
    assertThat(count("select count(*) from identity.attempt where key = 'name:new'")).isEqualTo(1);
    assertThat(count("select count(*) from identity.erasure where remaining <> 0")).as("the proof: nothing is left").isZero();
    assertThat(count("select count(distinct rule) from identity.erasure")).as("one for each rule").isEqualTo(erasings.size());
    assertThat(count("select count(*) from audit.entry where act = 'identity.erase' and facts like '%RETAIN_DISABLED_PERSON%'"))
        .isPositive();
    erase.run();
    assertThat(count("select count(*) from identity.erasure where rule = 'RETAIN_DISABLED_PERSON' and erased = 0"))
        .as("nothing is erased twice").isPositive();
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    assertThat(office.post("/api/people/" + gone.personId() + "/enable", Map.of()).code())
        .isEqualTo("identity.person-erased");
  }

  @Test
  void theSecurityAdministratorReadsTheRegisterAndSetsARuleWhichConfirmsIt() {
    var security = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    var register = security.get("/api/personal-data").body();
    assertThat(register.path("columns").toString()).contains("estate.owner", "个人信息保护法第十三条", "138****1234");
    assertThat(security.read("/api/personal-data.xlsx").text()).contains("产权人姓名");
    assertThat(security.rows("/api/security-rules.xlsx")).extracting(List::getFirst).containsExactlyElementsOf(
        security.get("/api/security-rules").body().valueStream().map(one -> one.path("code").asString()).toList());
    var rule = security.get("/api/security-rules").body().valueStream()
        .filter(one -> one.path("code").asString().equals("RETAIN_LINK_REQUEST")).findFirst().orElseThrow();
    var version = rule.path("version").asInt();
    var path = "/api/security-rules/RETAIN_LINK_REQUEST";
    assertThat(security.send("PUT", path, Map.of("value", 1, "version", version)).code()).isEqualTo("identity.rule-out-of-range");
    var set = security.send("PUT", path, Map.of("value", 40, "version", version)).body();
    assertThat(set.path("value").asInt()).isEqualTo(40);
    assertThat(set.path("unconfirmed").asBoolean()).isFalse();
    assertThat(security.send("PUT", path, Map.of("value", 41, "version", version)).code()).isEqualTo("identity.rule-changed");
    assertThat(security.send("PUT", "/api/security-rules/" + UUID.randomUUID(), Map.of("value", 41, "version", 1)).status())
        .isEqualTo(404);
  }
}
