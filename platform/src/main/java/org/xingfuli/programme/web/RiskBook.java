package org.xingfuli.programme.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.exchange.tables.TableBook.Table;

/** The page of a year's risk as a workbook: nodes, projects, drivers, cures, assumptions. */
final class RiskBook {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private RiskBook() {}

  static ResponseEntity<byte[]> of(RiskView view) throws IOException {
    var tables = new ArrayList<Table>();
    tables.add(nodes(view));
    var chosen = view.chosen();
    if (chosen != null) {
      tables.add(projects(chosen));
      tables.add(drivers(chosen));
      tables.add(cures(chosen));
    }
    tables.add(assumptions(view));
    var out = new ByteArrayOutputStream();
    TableBook.write(tables, out);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("节点风险 " + view.year() + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  private static Table nodes(RiskView view) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var node : view.nodes()) {
      rows.add(Arrays.asList(node.code(), node.name().zh(), node.due(), node.count(), node.reached(), node.mean(),
          node.expected(), node.all(), node.p80()));
    }
    return new Table("节点", List.of("节点 Node", "名称 Name", "期限 Due", "项目数 Projects", "已到达 Reached",
        "平均按期概率 Mean P", "预计按期 Expected on time", "全部按期概率 P(all)", "P80"), rows);
  }

  private static Table projects(RiskView.Chosen chosen) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : chosen.projects()) {
      rows.add(Arrays.asList(row.projectName(), row.streetName(), row.probability(), row.state().label().zh(), row.forecast(),
          row.p50(), row.p80(), row.p90()));
    }
    return new Table("项目", List.of("项目 Project", "街道 Street", "按期概率 P", "状态 State", "预测 Forecast", "P50", "P80", "P90"),
        rows);
  }

  private static Table drivers(RiskView.Chosen chosen) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : chosen.drivers()) {
      rows.add(Arrays.asList(row.kind().name(), row.name().zh(), row.kindest(), row.harshest(), row.atKindest(),
          row.atHarshest(), row.counts() ? "是" : "否"));
    }
    return new Table("影响因素", List.of("因素 Source", "班组 Crew", "有利时 Kindest fifth", "不利时 Harshest fifth", "有利时概率 P",
        "不利时概率 P", "超出随机误差 Beyond chance"), rows);
  }

  private static Table cures(RiskView.Chosen chosen) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : chosen.cures()) {
      rows.add(Arrays.asList(row.words().zh(), row.cost(), row.after(), row.gain(), row.mover().zh(), row.decideBy()));
    }
    return new Table("提高办法", List.of("办法 Cure", "费用（元） Cost", "之后概率 P after", "提高 Gain", "谁来定 Who decides", "最迟 By"),
        rows);
  }

  private static Table assumptions(RiskView view) {
    var rules = view.rules();
    var rows = new ArrayList<List<@Nullable Object>>();
    rows.add(Arrays.asList("各月雨日 Wet days by month", rules.wetDays().toString()));
    rows.add(Arrays.asList("连雨天数 Wet spell, days", rules.spell()));
    rows.add(Arrays.asList("梅雨 Plum rains", rules.plumFrom() + "–" + rules.plumUntil() + " " + rules.plumWet() + "% " + rules.plumSpell()));
    rows.add(Arrays.asList("工期 P10–P90 Durations %", rules.fastest() + "–" + rules.slowest()));
    rows.add(Arrays.asList("同工种/同项目共同部分 Shared by trade / project %", rules.tradeShare() + " / " + rules.projectShare()));
    rows.add(Arrays.asList("签约滞后 Signatures late",
        rules.signatureChance() + "% " + rules.signatureLeast() + "–" + rules.signatureMost()));
    rows.add(Arrays.asList("加派班组一天（元） An extra crew a day", rules.crewDayCost()));
    rows.add(Arrays.asList("预警低于/目标 At risk below / target %", rules.atRiskBelow() + " / " + rules.target()));
    rows.add(Arrays.asList("来源 Source", rules.source() + (rules.unconfirmed() ? "（待确认 unconfirmed）" : "")));
    rows.add(Arrays.asList("模拟 Replications / seed", view.replications() + " / " + view.seed()));
    return new Table("假设", List.of("假设 Assumption", "值 Value"), rows);
  }
}
