package org.xingfuli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** The auditor takes the filtered acts away as a workbook, and that is an act too. */
@PlatformTest
@Import(Staff.class)
class EntryBookTest {

  @LocalServerPort int port;
  @Autowired Staff staff;

  @Test
  void theWorkbookHoldsWhatTheFilterFindsAndTakingItIsRecorded() {
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    planner.post("/api/programmes", Map.of("year", 2023, "name", "2023 年度"));
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    var before = auditor.get("/api/audit/entries?act=audit.export").body().at("/total").asInt();
    var opened = auditor.read("/api/audit/entries.xlsx?act=programme.");
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.text()).contains("programme.open").doesNotContain("identity.");
    assertThat(auditor.read("/api/audit/entries.xlsx?from=2001-01-01&to=2001-01-02").text()).doesNotContain("programme.open");
    var exports = auditor.get("/api/audit/entries?act=audit.export").body();
    assertThat(exports.at("/total").asInt()).isEqualTo(before + 2);
    assertThat(exports.at("/items/1/facts/act").asString()).isEqualTo("programme.");
  }
}
