package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.wire.ListBook;

/** A list of people comes in whole or not at all. */
@PlatformTest
@Import(Staff.class)
class PeopleImportTest {


  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Organisations organisations;

  private Browser office;
  private String home;

  @BeforeEach
  void anAdministratorIsSignedIn() {
    office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    home = organisations.byArea("320613005").orElseThrow().name();
  }

  private static String name() {
    return "list-" + UUID.randomUUID().toString().substring(24);
  }

  private Browser.Answer send(List<List<@Nullable Object>> rows) {
    var book = ListBook.answer("人员", List.of("姓名", "职务", "登录名", "单位", "工作电话"), rows).getBody();
    return office.post("/api/people/import", Objects.requireNonNull(book), UUID.randomUUID().toString());
  }

  private static List<@Nullable Object> row(Object... cells) {
    return List.of(cells);
  }

  private long count(String query) {
    return office.get("/api/people?query=" + query).body().path("total").asLong();
  }

  @Test
  void aSoundListOpensEveryAccountAndHandsOutALinkEach() {
    var one = name();
    var other = name();
    var answer = send(List.of(row("示例：某某", "科员", "example", home, ""), row("甲乙", "科员", one, home, "13800001234"),
        row("丙丁", "主任", other, home, "")));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().path("people").size()).as("the example row is none").isEqualTo(2);
    var link = answer.body().at("/people/0/setPasswordLink").asString();
    var browser = new Browser(port);
    browser.get("/api/session");
    assertThat(browser.post("/api/setup/" + link.substring(link.lastIndexOf('/') + 1),
        Map.of("password", "seven quiet lanterns")).status()).isEqualTo(204);
    assertThat(new Browser(port).signIn(one, "seven quiet lanterns").status()).isEqualTo(200);
    assertThat(office.get("/api/people?query=" + one).body().at("/items/0/phone").asString()).isEqualTo("138****1234");
  }

  @Test
  void oneFaultAndNobodyIsPutOnRecordAndAllFaultsAreToldWithTheirPlaces() {
    var good = name();
    var taken = staff.withRole(Role.PLANNER, "320613").signInName();
    var answer = send(List.of(row("甲乙", "科员", good, home, ""), row("丙丁", "", name(), "没有这个街道", "call me"),
        row("戊己", "科员", taken, home, ""), row("庚辛", "科员", good, home, ""), row("壬癸", "科员", "Bad Name!", home, "")));
    var faults = answer.body().path("faults");
    assertThat(answer.body().path("people").size()).isZero();
    assertThat(faults.toString()).contains("value.required", "identity.unknown-organisation", "identity.bad-phone",
        "identity.name-taken", "identity.row-twice", "identity.bad-sign-in-name").doesNotContain("call me");
    assertThat(answer.body().path("faultCount").asInt()).isEqualTo(6);
    for (var fault : faults) {
      assertThat(fault.path("row").asInt()).isBetween(3, 6);
      assertThat(fault.path("column").asString()).isNotEmpty();
    }
    assertThat(count(good)).as("nothing half").isZero();
  }

  @Test
  void whatIsNoWorkbookIsSaidSo() {
    var answer = office.post("/api/people/import", "name,title".getBytes(StandardCharsets.UTF_8),
        UUID.randomUUID().toString());
    assertThat(answer.body().path("faults").toString()).contains("file.text");
  }

  @Test
  void theTemplateIsAListThatComesInAgain() {
    assertThat(office.read("/api/people/import-template").text()).contains("登录名", "示例：张三");
  }
}
