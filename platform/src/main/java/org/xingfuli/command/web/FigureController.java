package org.xingfuli.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.command.flow.EditFigure;
import org.xingfuli.command.model.FigureRule;
import org.xingfuli.command.model.FigureRule.Kind;
import org.xingfuli.command.store.FigureRuleStore;
import org.xingfuli.command.web.FigureViews.CausesView;
import org.xingfuli.command.web.FigureViews.DimensionsView;
import org.xingfuli.command.web.FigureViews.KpiTreeView;
import org.xingfuli.command.web.FigureViews.LeagueView;
import org.xingfuli.command.web.FigureViews.RowsView;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.Words;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;

/** League, KPI tree, six dimensions and causes, the rows behind every figure, and how they are counted. */
@RestController
@RequestMapping("/api/command")
class FigureController {

  private static final int USUAL = 100;

  private final CountedFigures figures;
  private final FigureRuleStore rules;
  private final EditFigure edit;
  private final Transactions transactions;

  FigureController(CountedFigures figures, FigureRuleStore rules, EditFigure edit, Transactions transactions) {
    this.figures = figures;
    this.rules = rules;
    this.edit = edit;
    this.transactions = transactions;
  }

  @GetMapping("/league")
  @Requires(Permission.CHART_READ)
  LeagueView league(@RequestParam(required = false) @Nullable UUID programme) {
    return figures.league(programme);
  }

  @GetMapping("/league.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> leagueBook(@RequestParam(required = false) @Nullable UUID programme) {
    var league = figures.league(programme);
    var heads = new ArrayList<>(List.of("名次 Rank", "街道 Street", "项目 Projects", "得分 Score"));
    league.components().forEach(part -> {
      heads.add(part.name().zh() + " %（权重 " + part.weight() + (part.unconfirmed() ? "，待确认）" : "）"));
      heads.add("分子 Numerator");
      heads.add("分母 Denominator");
    });
    heads.add("计入权重 Weighed");
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var street : league.streets()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(street.rank());
      cells.add(street.streetName());
      cells.add(street.projects());
      cells.add(street.score());
      street.components().forEach(part -> {
        cells.add(part.value());
        cells.add(part.data() ? part.numerator() : null);
        cells.add(part.data() ? part.denominator() : null);
      });
      cells.add(street.weighed());
      rows.add(cells);
    }
    return ListBook.answer("街道排名 " + league.date(), heads, rows);
  }

  @GetMapping("/kpis")
  @Requires(Permission.CHART_READ)
  KpiTreeView kpis(@RequestParam(required = false) @Nullable UUID programme) {
    return figures.kpis(programme);
  }

  @GetMapping("/kpis.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> kpiBook(@RequestParam(required = false) @Nullable UUID programme) {
    var tree = figures.kpis(programme);
    var rows = new ArrayList<List<@Nullable Object>>();
    tree.roots().forEach(root -> root.figures().forEach(figure -> {
      var cells = new ArrayList<@Nullable Object>(List.of(root.name().zh(), figure.name().zh()));
      cells.add(figure.value());
      cells.add(figure.unit().zh());
      cells.add(figure.data() ? figure.numerator() : null);
      cells.add(figure.data() ? figure.denominator() : null);
      cells.add(counted(figure.numeratorWords(), figure.denominatorWords()));
      cells.add(figure.data() ? figure.rows() : null);
      cells.add(figure.basis());
      cells.add(ListBook.yesOrNo(figure.unconfirmed()));
      rows.add(cells);
    }));
    return ListBook.answer("指标 " + tree.date(), List.of("分组 Group", "指标 Figure", "数值 Value", "单位 Unit", "分子 Numerator",
        "分母 Denominator", "怎么数 How it is counted", "行数 Rows", "依据 Source", "待确认 Unconfirmed"), rows);
  }

  private static String counted(Words numerator, Words denominator) {
    return denominator.zh().isEmpty() ? numerator.zh() : numerator.zh() + " ÷ " + denominator.zh();
  }

  /** The six dimensions by street, or by project of one street. */
  @GetMapping("/dimensions")
  @Requires(Permission.CHART_READ)
  DimensionsView dimensions(
      @RequestParam(required = false) @Nullable UUID programme, @RequestParam(required = false) @Nullable String street) {
    return figures.dimensions(programme, street);
  }

  /** As on the screen: by street with the whole first, or by project of one street; a dimension's figure and what it is made of. */
  @GetMapping("/dimensions.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> dimensionBook(
      @RequestParam(required = false) @Nullable UUID programme, @RequestParam(required = false) @Nullable String street) {
    var view = figures.dimensions(programme, street);
    var heads = new ArrayList<>(List.of(view.street() == null ? "街道 Street" : "项目 Project"));
    view.dimensions().forEach(each -> {
      heads.add(each.name().zh() + (each.unit().zh().isEmpty() ? "" : " " + each.unit().zh()) + (each.unconfirmed() ? "（待确认）" : ""));
      heads.add("分子 Numerator");
      heads.add("分母 Denominator");
    });
    heads.add("短板 Laggard");
    var rows = new ArrayList<List<@Nullable Object>>();
    if (view.street() == null) {
      rows.add(dimensionRow(view.programme().scope().zh(), view.dimensions(), null));
    }
    view.lines().forEach(line -> rows.add(dimensionRow(line.name(), line.figures(), line.laggard())));
    return ListBook.answer("六化 " + view.date(), heads, rows);
  }

  private static List<@Nullable Object> dimensionRow(String name, List<FigureView> row, @Nullable String laggard) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(name);
    row.forEach(figure -> {
      cells.add(figure.value());
      cells.add(figure.numerator());
      cells.add(figure.denominator());
    });
    cells.add(row.stream().filter(figure -> figure.code().equals(laggard)).map(figure -> figure.name().zh()).findFirst()
        .orElse(null));
    return cells;
  }

  @GetMapping("/causes")
  @Requires(Permission.CHART_READ)
  CausesView causes(@RequestParam(required = false) @Nullable UUID programme) {
    return figures.causes(programme);
  }

  @GetMapping("/causes.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> causesBook(@RequestParam(required = false) @Nullable UUID programme) {
    var causes = figures.causes(programme);
    var rows = new ArrayList<List<@Nullable Object>>();
    causes.groups().forEach(group -> group.items().forEach(item -> {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(group.label().zh());
      cells.add(group.moverLabel().zh());
      cells.add(item.owner());
      cells.add(ListBook.yesOrNo(item.command()));
      cells.add(item.projectName());
      cells.add(item.streetName());
      cells.add(item.at().zh());
      cells.add(item.days());
      cells.add(item.since());
      cells.add(String.join("；", item.nodes().stream().map(node -> node.name().zh() + " " + node.state().label().zh() + " "
          + (node.days() < 0 ? "晚 " + -node.days() : "余 " + node.days()) + " 天").toList()));
      rows.add(cells);
    }));
    return ListBook.answer("原因归集 " + causes.date(), List.of("原因 Cause", "该谁动 Whose move", "单位 Organisation",
        "需指挥部 Command", "项目 Project", "街道 Street", "工序 Activity", "天数 Days", "自 Since", "危及节点 Nodes"), rows);
  }

  /** The rows a figure was counted from; the figure is their sum. */
  @GetMapping("/figures/{kind}/{code}/rows")
  @Requires(Permission.CHART_READ)
  RowsView rows(
      @PathVariable Kind kind, @PathVariable String code, @RequestParam(required = false) @Nullable UUID programme,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    return page(figures.behind(open(kind), code, programme, street, project, null), cursor, limit);
  }

  @GetMapping("/figures/{kind}/{code}/rows.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> rowsBook(
      @PathVariable Kind kind, @PathVariable String code, @RequestParam(required = false) @Nullable UUID programme,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project) {
    return book(figures.behind(open(kind), code, programme, street, project, null));
  }

  /** The lines of the statutory tables are read by another right. */
  private static Kind open(Kind kind) {
    if (kind == Kind.STATISTIC) {
      throw Charts.unknown();
    }
    return kind;
  }

  static RowsView page(CountedFigures.Behind behind, @Nullable String cursor, @Nullable Integer limit) {
    var from = from(cursor);
    var size = Cursor.limit(limit, USUAL);
    var to = Math.min(behind.rows().size(), from + size);
    return new RowsView(FigureView.of(behind.figure(), behind.facts()),
        from >= to ? List.of() : behind.rows().subList(from, to), to < behind.rows().size() ? Cursor.after(to) : null,
        behind.rows().size());
  }

  /** Rows are counted anew for every page, so a page begins at a number. */
  private static int from(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    if (values.isEmpty()) {
      return 0;
    }
    if (!values.getFirst().matches("\\d{1,9}")) {
      throw new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", String.valueOf(cursor))));
    }
    return Integer.parseInt(values.getFirst());
  }

  static ResponseEntity<byte[]> book(CountedFigures.Behind behind) {
    var rule = behind.figure().rule();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : behind.rows()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(row.projectCode());
      cells.add(row.projectName());
      cells.add(row.streetName());
      cells.add(row.what().zh());
      cells.add(row.part());
      cells.add(row.whole());
      cells.add(row.on());
      cells.add(row.why().zh());
      rows.add(cells);
    }
    return ListBook.answer(rule.name().zh().replaceAll("[\\\\/:*?\\[\\]]", " ") + " " + behind.facts().day(), List.of("编号 Code", "项目 Project",
        "街道 Street", "节点或工序 Node, activity", "分子 Numerator", "分母 Denominator", "日期 Date", "情况 How it stands"), rows);
  }

  @GetMapping("/figures")
  @Requires(Permission.CHART_READ)
  List<FigureRow> rules() {
    return transactions.here(rules::all).stream().map(FigureRow::of).toList();
  }

  /** How everything is counted, as a workbook to go through with those who must confirm it. */
  @GetMapping("/figures.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> ruleBook() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var rule : rules()) {
      rows.add(List.of(switch (rule.kind()) {
        case LEAGUE -> "街道排名";
        case KPI -> "指标";
        case DIMENSION -> "六化";
        case CAUSE -> "原因";
        case STATISTIC -> "统计报表";
      }, rule.code(), rule.name().zh(), rule.name().en(), counted(rule.numerator(), rule.denominator()), rule.parts(),
          rule.unit().zh(), rule.weight(), rule.threshold(), rule.least(), rule.source(),
          ListBook.yesOrNo(rule.unconfirmed())));
    }
    return ListBook.answer("计算口径", List.of("类别 Kind", "编号 Code", "名称 Name", "Name", "怎么数 How it is counted",
        "工序或工程 Parts", "单位 Unit", "权重 Weight", "界限 Threshold", "少于几行算样本少 Least", "依据 Source", "待确认 Unconfirmed"), rows);
  }

  /** Changes how a figure is counted, or confirms it. */
  @PutMapping("/figures/{kind}/{code}")
  @Requires(Permission.PROGRAMME_EDIT)
  FigureRow change(@PathVariable Kind kind, @PathVariable String code, @RequestBody @Valid FigureRow.Edit body) {
    return FigureRow.of(edit.edit(kind, code, body.version(), body::of));
  }

  /** A row of the configuration. */
  record FigureRow(
      Kind kind, String code, @Nullable String parent, Words name, String measure, Words numerator, Words denominator,
      String parts, Words unit, double weight, int threshold, int least, boolean unconfirmed, String source, int version) {

    static FigureRow of(FigureRule rule) {
      return new FigureRow(rule.kind(), rule.code(), rule.parent(), rule.name(), rule.measure().name(),
          rule.measure().numerator(), rule.measure().denominator(), rule.parts(), rule.unit(), rule.weight(),
          rule.threshold(), rule.least(), rule.unconfirmed(), rule.source(), rule.version());
    }

    /** What may be edited; what is absent stays. */
    record Edit(
        @Nullable Integer version,
        @NotBlank @Size(max = 40) String nameZh,
        @NotBlank @Size(max = 80) String nameEn,
        @Nullable @Pattern(regexp = "([A-Za-z0-9]{1,8}(,[A-Za-z0-9]{1,8})*)?") @Size(max = 400) String parts,
        @NotNull @Min(0) @Max(100) Double weight,
        @NotNull @Min(0) @Max(366) Integer threshold,
        @NotNull @Min(0) @Max(1000) Integer least,
        @Nullable Boolean unconfirmed,
        @Nullable @Size(max = 200) String source) {

      FigureRule of(FigureRule rule) {
        return new FigureRule(rule.kind(), rule.code(), rule.parent(), rule.position(),
            Words.of(nameZh.strip(), nameEn.strip()), rule.measure(), parts == null ? rule.parts() : parts, rule.amount(),
            rule.span(), rule.unit(), weight, threshold, least, unconfirmed == null ? rule.unconfirmed() : unconfirmed,
            source == null ? rule.source() : source.strip(), rule.version());
      }
    }
  }
}
