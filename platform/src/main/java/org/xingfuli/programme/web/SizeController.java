package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ProjectQuantities;
import org.xingfuli.programme.flow.SizeProject;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.SizeSheet;
import org.xingfuli.programme.model.StatedFact;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.SizeStore;
import org.xingfuli.wire.ListBook;

/** The score sheet of difficulty (小区难易评分表), filled in for every project, and what a person chose beside it. */
@RestController
@RequestMapping("/api")
class SizeController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final SizeStore sizes;
  private final SizeProject size;
  private final ProjectQuantities quantities;
  private final Names names;

  SizeController(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, SizeStore sizes,
      SizeProject size, ProjectQuantities quantities, Names names) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.sizes = sizes;
    this.size = size;
    this.quantities = quantities;
    this.names = names;
  }

  /** The next version of the sheet, written from the version seen. */
  record SheetBody(
      @NotNull Integer version, @NotNull Integer threshold, @NotEmpty @Size(max = 30) List<@Valid CriterionBody> criteria,
      boolean unconfirmed, @NotBlank @Size(max = 200) String source, @Nullable @Size(max = 200) String note) {}

  /** A criterion to be. */
  record CriterionBody(
      @NotBlank @Size(max = 30) String code, @NotNull Words name, @NotNull SizeSheet.Fact fact,
      @NotNull @Size(max = 10) String unit, @NotEmpty @Size(max = 10) List<SizeSheet.Band> bands, int unknownPoints,
      boolean unconfirmed, @NotBlank @Size(max = 200) String source) {

    SizeSheet.Criterion criterion() {
      return new SizeSheet.Criterion(code, name, fact, unit, bands, unknownPoints, unconfirmed, source);
    }
  }

  /** What is stated of a project; an absent value takes back. */
  record FactsBody(@NotEmpty @Size(max = 10) List<@Valid FactBody> facts) {}

  /** One fact. */
  record FactBody(@NotNull SizeSheet.Fact fact, @Nullable BigDecimal value, @Nullable @Size(max = 200) String note) {}

  /** A person's choice; an absent class leaves it to the sheet. */
  record ChoiceBody(@Nullable Integer version, @Nullable SizeClass sizeClass, @Nullable @Size(max = 200) String reason) {}

  /**
   * A project's sheet.
   *
   * @param bySheet the class the newest sheet gives
   * @param sizeClass the class that counts; {@code by} says who gave it
   */
  record Sheet(
      UUID projectId, String code, String name, String street, String streetName, int sheetVersion, int threshold,
      int total, int most, SizeClass bySheet, SizeClass sizeClass, SizeClassBy by, String reason, String chosenBy,
      int version, boolean unconfirmed, List<ScoreLine> lines) {}

  /** A criterion with the project's fact and points; hand-stated facts say who stated them and when. */
  record ScoreLine(
      String code, Words name, SizeSheet.Fact fact, String unit, boolean byHand, @Nullable BigDecimal value, int points,
      int most, boolean unconfirmed, String source, List<SizeSheet.Band> bands, int unknownPoints,
      @Nullable String note, @Nullable LocalDate statedOn, @Nullable String statedBy) {}

  @GetMapping("/size-sheet")
  @Requires(Permission.PROGRAMME_READ)
  SizeSheet sheet() {
    return transactions.here(sizes::newest);
  }

  /** Newest first. */
  @GetMapping("/size-sheet/versions")
  @Requires(Permission.PROGRAMME_READ)
  List<SizeSheet> versions() {
    return transactions.here(sizes::versions);
  }

  /** Every version with its criteria, the newest first: what was scored by which points, and what is unconfirmed. */
  @GetMapping(path = "/size-sheet/versions.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> versionBook() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var sheet : versions()) {
      for (var each : sheet.criteria()) {
        rows.add(Arrays.asList(sheet.version(), ListBook.moment(sheet.createdAt()), sheet.createdBy(), sheet.note(),
            sheet.threshold(), each.code(), each.name().zh(), each.unit(), bands(each.bands()), each.unknownPoints(),
            each.most(), ListBook.yesOrNo(sheet.unconfirmed() || each.unconfirmed()), each.source()));
      }
    }
    return ListBook.answer("难易评分表各版", List.of("版本 Version", "时间 When", "修改人 By", "说明 Note", "门槛 Threshold", "代码 Code",
        "评分项 Criterion", "单位 Unit", "分档 Bands", "未填得分 Points unstated", "最高分 Most", "待确认 Unconfirmed", "依据 Source"), rows);
  }

  private static String bands(List<SizeSheet.Band> bands) {
    return bands.stream().map(band -> (band.upTo() == null ? "以上 " : "≤ " + band.upTo().toPlainString() + " ")
        + band.points() + " 分").collect(Collectors.joining("；"));
  }

  @PutMapping("/size-sheet")
  @Requires(Permission.PROGRAMME_EDIT)
  SizeSheet edit(@RequestBody @Valid SheetBody body) {
    size.edit(body.version(), body.threshold(), body.criteria().stream().map(CriterionBody::criterion).toList(),
        body.unconfirmed(), body.source(), body.note() == null ? "" : body.note());
    return sheet();
  }

  @GetMapping("/programmes/{id}/size-sheets")
  @Requires(Permission.PROGRAMME_READ)
  List<Sheet> ofProgramme(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return sheets(id, projects.ofProgramme(id));
    });
  }

  @GetMapping("/projects/{id}/size-sheet")
  @Requires(Permission.PROGRAMME_READ)
  Sheet ofProject(@PathVariable UUID id) {
    return transactions.here(() -> {
      var project = projects.find(id).orElseThrow(Unknown::row);
      return sheets(project.programmeId(), List.of(project)).getFirst();
    });
  }

  @PutMapping("/projects/{id}/size-facts")
  @Requires(Permission.PROGRAMME_EDIT)
  Sheet state(@PathVariable UUID id, @RequestBody @Valid FactsBody body) {
    size.state(id, body.facts().stream()
        .map(each -> new SizeProject.Said(each.fact(), each.value(), each.note() == null ? "" : each.note())).toList());
    return ofProject(id);
  }

  @PutMapping("/projects/{id}/size-class")
  @Requires(Permission.PROGRAMME_EDIT)
  Sheet choose(@PathVariable UUID id, @RequestBody @Valid ChoiceBody body) {
    size.choose(id, body.version(), body.sizeClass(), body.reason() == null ? "" : body.reason());
    return ofProject(id);
  }

  private List<Sheet> sheets(UUID programmeId, List<Project> rows) {
    var sheet = sizes.newest();
    var book = names.open();
    var amounts = quantities.of(rows);
    var facts = sizes.factsOf(programmeId);
    var choices = sizes.choices(programmeId);
    return rows.stream().map(project -> {
      var stated = facts.getOrDefault(project.id(), List.of());
      var values = new HashMap<SizeSheet.Fact, BigDecimal>();
      stated.forEach(each -> values.put(each.fact(), each.value()));
      var score = sheet.score(amounts.getOrDefault(project.id(), Quantities.NONE), values);
      var choice = choices.get(project.id());
      return new Sheet(project.id(), project.code(), project.name(), project.street(), book.area(project.street()),
          sheet.version(), sheet.threshold(), score.total(), score.most(), score.sizeClass(), project.sizeClass(),
          project.sizeClassBy(), choice == null ? "" : choice.reason(), choice == null ? "" : choice.by(),
          project.version(), sheet.unconfirmed(), score.lines().stream().map(line -> line(line, stated)).toList());
    }).toList();
  }

  private static ScoreLine line(SizeSheet.Line line, List<StatedFact> stated) {
    var criterion = line.criterion();
    var fact = stated.stream().filter(each -> each.fact() == criterion.fact()).findFirst().orElse(null);
    return new ScoreLine(criterion.code(), criterion.name(), criterion.fact(), criterion.unit(),
        criterion.fact().byHand(), line.value(), line.points(), criterion.most(), criterion.unconfirmed(),
        criterion.source(), criterion.bands(), criterion.unknownPoints(), fact == null ? null : fact.note(),
        fact == null ? null : fact.on(), fact == null ? null : fact.by());
  }

  @GetMapping(path = "/programmes/{id}/size-sheets.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable UUID id) {
    var all = ofProgramme(id);
    var heads = new ArrayList<>(List.of("编号 Code", "项目 Project", "街道 Street"));
    sheet().criteria().forEach(each -> {
      heads.add(each.name().zh() + " " + each.unit());
      heads.add(each.name().zh() + " 得分");
    });
    heads.addAll(List.of("总分 Total", "门槛 Threshold", "按评分表 By sheet", "认定 Class", "认定依据 By", "理由 Reason"));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var each : all) {
      var row = new ArrayList<@Nullable Object>(List.of(each.code(), each.name(), each.streetName()));
      each.lines().forEach(line -> {
        row.add(line.value());
        row.add(line.points());
      });
      row.addAll(List.of(each.total(), each.threshold(), word(each.bySheet()), word(each.sizeClass()),
          switch (each.by()) {
            case RULE -> "评分表";
            case ESTATE -> "小区认定";
            case PROJECT -> "人工认定";
          }, each.reason()));
      rows.add(row);
    }
    return ListBook.answer("难易评分表", heads, rows);
  }

  private static String word(SizeClass sizeClass) {
    return sizeClass == SizeClass.SMALL_AND_EASY ? "小易" : "常规";
  }
}
