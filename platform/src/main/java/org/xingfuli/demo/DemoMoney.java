package org.xingfuli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.programme.Figures;
import org.xingfuli.programme.ProgrammeIntake;
import org.xingfuli.programme.ProgrammeIntake.BudgetLine;

/**
 * The demo's money: budgets of all projects from their estates' menus, those of 2021 at the unit costs of the reference
 * estate (about 500 元/㎡, domain.md 2.2), one contract each, and what was valued month by month. The long rain and the late signatures cost more than they
 * earn; some projects have sent no valuation yet.
 */
@Component
class DemoMoney {

  private static final String SOURCE = "示例：参照小区单价";
  private static final BigDecimal CONTINGENCY = new BigDecimal("3");
  private static final BigDecimal BID = new BigDecimal("0.94");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int WITHOUT_VALUATION = 8;

  /** A work: quantity is the estate's driver, unit cost in 元. */
  private record Work(
      String code, String zh, String en, String workClass, String unit, String driver, int cost, List<String> activities) {}

  private static final List<Work> WORKS = List.of(
      new Work("W01", "屋面平改坡与防水", "Pitched roofs and waterproofing", "BASIC", "㎡", "roof_area", 520,
          List.of("R01", "R02", "R03", "R04", "R05", "R06")),
      new Work("W02", "外墙渗漏修补与涂料", "Façade repair and paint", "BASIC", "㎡", "facade_area", 84,
          List.of("F01", "F02", "F03", "F05")),
      new Work("W03", "雨污分流、检查井与化粪池", "Separate sewers, manholes, septic tanks", "BASIC", "m", "drain_length", 1250,
          List.of("U01", "U02", "U03", "U04")),
      new Work("W04", "给水、燃气管改造", "Water and gas pipes", "BASIC", "户", "households", 2700, List.of("U05", "U06")),
      new Work("W06", "“三线”入地整治", "Power and telecom underground", "BASIC", "栋", "buildings", 70_000, List.of("U07")),
      new Work("W07", "楼道出新、照明与消防", "Stairwells, lighting, fire equipment", "BASIC", "单元", "stairwells", 15_800,
          List.of("F06")),
      new Work("W08", "道路与消防通道", "Roads and fire lanes", "BASIC", "㎡", "road_area", 230, List.of("E01", "E08", "E09")),
      new Work("W11", "违法建设拆除与封堵补齐", "Illegal structures removed and made good", "IMPROVED", "处",
          "illegal_structures", 7000, List.of("D01", "D02", "D03", "D04", "D05", "D06")),
      new Work("W12", "停车位", "Parking bays", "IMPROVED", "个", "parking_spaces", 2600, List.of("E02")),
      new Work("W13", "非机动车棚与充电设施", "Cycle sheds and charging", "IMPROVED", "个", "charging_points", 18_000,
          List.of("E03")),
      new Work("W14", "绿化补植", "Planting", "IMPROVED", "㎡", "green_area", 180, List.of("E05")),
      new Work("W16", "路灯与安防监控", "Street lights and cameras", "IMPROVED", "栋", "buildings", 25_000, List.of("E04")),
      new Work("W17", "空调机位、晾衣架与雨棚复装", "Brackets, racks and canopies refitted", "IMPROVED", "户", "households", 900,
          List.of("F04")),
      new Work("W21", "社区与物业用房整修", "Community and management rooms", "ENHANCED", "栋", "buildings", 28_000,
          List.of("E06", "E07")),
      new Work("PRE", "前期、设计、监理与临设", "Survey, design, supervision, set-up", "OTHER", "栋", "buildings", 60_000,
          List.of("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "C01")));

  private final ProgrammeIntake intake;
  private final Figures figures;
  private final Estates estates;
  private final Organisations organisations;
  private final Map<UUID, BigDecimal> valued = new HashMap<>();

  DemoMoney(ProgrammeIntake intake, Figures figures, Estates estates, Organisations organisations) {
    this.intake = intake;
    this.figures = figures;
    this.estates = estates;
    this.organisations = organisations;
  }

  /** Approves a budget for each project of what its estates hold, each by its share. */
  void budgets(Map<UUID, Map<UUID, BigDecimal>> shares, String document) {
    var held = estates.quantities(shares.values().stream().flatMap(each -> each.keySet().stream()).distinct().toList());
    shares.forEach((project, parts) -> {
      var lines = new ArrayList<BudgetLine>();
      for (var work : WORKS) {
        var quantity = BigDecimal.ZERO;
        for (var part : parts.entrySet()) {
          var quantities = held.get(part.getKey());
          quantity = quantities == null ? quantity
              : quantity.add(quantities.byDriver().getOrDefault(work.driver(), BigDecimal.ZERO).multiply(part.getValue()));
        }
        if (quantity.signum() > 0) {
          lines.add(new BudgetLine(work.code(), work.zh(), work.en(), work.workClass(), work.unit(),
              quantity.setScale(0, RoundingMode.HALF_UP), BigDecimal.valueOf(work.cost()), work.activities(), SOURCE));
        }
      }
      intake.budget(project, lines, CONTINGENCY, document);
    });
  }

  /** Approves a budget for each project from the menus of its estates; what was carried over has the rest of its own. */
  void fromMenus(List<DemoProject> projects, String document) {
    projects.forEach(project -> {
      if (project.finished().isEmpty()) {
        intake.budgetFromMenu(project.id(), document);
      } else {
        intake.approveBudget(project.id(), document);
      }
    });
  }

  /** One works contract each, six per cent below the budget, rounded to a thousand. */
  void contracts(UUID programme, List<DemoProject> projects, LocalDate day) {
    var firms = organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    var budgets = new HashMap<UUID, BigDecimal>();
    figures.of(programme).forEach(row -> {
      if (row.atWorks() != null) {
        budgets.put(row.projectId(), row.atWorks());
      }
    });
    for (var project : projects) {
      var works = budgets.get(project.id());
      if (works != null) {
        intake.contract(project.id(), "SG-%d-%03d".formatted(day.getYear(), project.number() + 1),
            project.name() + "改造工程施工合同", firms.getOrDefault(project.parties().get(1), "施工单位"), day,
            works.multiply(BID).divide(THOUSAND, 0, RoundingMode.HALF_UP).multiply(THOUSAND));
      }
    }
  }

  /** What was valued of a month: what was earned by now at what it cost, less what was valued before. */
  void valuations(UUID programme, List<DemoProject> projects, LocalDate month) {
    var earned = new HashMap<UUID, BigDecimal>();
    figures.of(programme).forEach(row -> {
      if (row.earned() != null) {
        earned.put(row.projectId(), row.earned());
      }
    });
    for (var project : projects) {
      var value = earned.get(project.id());
      if (value == null || project.number() % WITHOUT_VALUATION == WITHOUT_VALUATION - 1) {
        continue;
      }
      var before = valued.getOrDefault(project.id(), BigDecimal.ZERO);
      var amount = value.multiply(price(project)).subtract(before).divide(THOUSAND, 0, RoundingMode.HALF_UP).multiply(THOUSAND);
      if (amount.signum() > 0) {
        intake.valuation(project.id(), month, amount, "计价单 %s-%03d".formatted(month.toString().substring(0, 7), project.number() + 1));
        valued.put(project.id(), before.add(amount));
        if (before.signum() > 0) {
          intake.payment(project.id(), month, before.multiply(new BigDecimal("0.3")).setScale(0, RoundingMode.HALF_UP),
              "支付凭证 %s-%03d".formatted(month.toString().substring(0, 7), project.number() + 1));
        }
      }
    }
  }

  /** What a yuan earned costs, between 0.93 and 1.05; more where it rained long, where signatures were late. */
  private static BigDecimal price(DemoProject project) {
    return switch (project.number() % DemoProgress.STORY_CYCLE) {
      case 12 -> new BigDecimal("1.17");
      case 3 -> new BigDecimal("1.11");
      case 6 -> new BigDecimal("1.08");
      default -> BigDecimal.valueOf(93 + project.number() * 7 % 13, 2);
    };
  }
}
