package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.flow.ReadValue;
import org.xingfuli.programme.flow.ReadValue.Valued;
import org.xingfuli.programme.model.EarnedValue;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.ListBook;

/** S-curve and earned value of the district, a street or a project. */
@RestController
@RequestMapping("/api/programmes/{id}")
class ValueController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ReadValue read;
  private final FreshForecast fresh;
  private final Names names;

  ValueController(Transactions transactions, ProgrammeStore programmes, ReadValue read, FreshForecast fresh, Names names) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.read = read;
    this.fresh = fresh;
    this.names = names;
  }

  /**
   * Planned, earned and actual value.
   *
   * @param amounts whether values are in 元, for who reads the money of all these projects; otherwise in hundredths of all
   *     budgets the reader sees, and budget, planned and earned tell shares only
   * @param projects how many there are
   * @param budgeted of those, how many have an approved budget and stand in the frozen plan: only they are in the figures
   * @param costed of those, how many have cost data: only they are in actual cost, CPI and the estimate at completion
   */
  record ValueView(
      LocalDate on, boolean amounts, int projects, int budgeted, int costed, EarnedValue.Figures figures, List<EarnedValue.Point> points,
      List<StreetValue> streets, List<ProjectValue> rows) {}

  /** A street in figures, with the same denominators. */
  record StreetValue(
      String street, String name, int projects, int budgeted, int costed, EarnedValue.Figures figures) {}

  /** A project in figures, absent without budget or plan; {@code costBy} says what counts as its actual cost. */
  record ProjectValue(
      UUID projectId, String code, String name, String street, String streetName,
      EarnedValue.@Nullable Figures figures, LedgerEntry.@Nullable Kind costBy) {}

  @GetMapping("/earned-value")
  @Requires(Permission.PROGRAMME_READ)
  ValueView value(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String street,
      @RequestParam(required = false) @Nullable UUID project) {
    fresh.asOfToday(id);
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      var everything = read.ofProgramme(id);
      var chosen = everything.stream().filter(each -> street == null || each.project().street().equals(street))
          .filter(each -> project == null || each.project().id().equals(project)).toList();
      if (project != null && chosen.isEmpty()) {
        throw Unknown.row();
      }
      var book = names.open();
      var whole = sum(chosen);
      var streets = everything.stream().collect(Collectors.groupingBy(each -> each.project().street())).entrySet().stream()
          .map(each -> new StreetValue(each.getKey(), book.area(each.getKey()), each.getValue().size(),
              budgeted(each.getValue()), costed(each.getValue()), sum(each.getValue()).figures()))
          .sorted(Comparator.comparing(StreetValue::street)).toList();
      return new ValueView(read.today(), everything.stream().allMatch(Valued::amounts), chosen.size(), budgeted(chosen), costed(chosen), whole.figures(), whole.points(),
          streets, chosen.stream().map(each -> row(each, book)).toList());
    });
  }

  private static ProjectValue row(Valued valued, Names.Book names) {
    var project = valued.project();
    var curve = valued.curve();
    return new ProjectValue(project.id(), project.code(), project.name(), project.street(),
        names.area(project.street()), curve == null ? null : curve.figures(),
        curve == null || curve.figures().actual() == null ? null : LedgerEntry.counting(valued.ledger()));
  }

  private EarnedValue.Curve sum(List<Valued> chosen) {
    return EarnedValue.sum(chosen.stream().map(Valued::curve).filter(Objects::nonNull).toList(), read.today());
  }

  private static int budgeted(List<Valued> chosen) {
    return (int) chosen.stream().filter(each -> each.curve() != null).count();
  }

  private static int costed(List<Valued> chosen) {
    return (int) chosen.stream().map(Valued::curve).filter(Objects::nonNull)
        .filter(curve -> curve.figures().actual() != null).count();
  }

  /** Every project in figures; for one project, its curve. */
  @GetMapping(path = "/earned-value.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.MONEY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String street,
      @RequestParam(required = false) @Nullable UUID project) {
    var view = value(id, street, project);
    var unit = view.amounts() ? "元" : "占全部预算％";
    if (project != null) {
      return ListBook.answer("S曲线 " + view.on(), List.of("截止日 Day", "计划值" + unit + " PV", "挣值" + unit + " EV",
          "实际成本" + unit + " AC", "预测" + unit + " Forecast"),
          view.points().stream().map(each -> Arrays.<@Nullable Object>asList(each.on(), each.planned(), each.earned(),
              each.actual(), each.forecast())).toList());
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : view.rows()) {
      var figures = row.figures();
      rows.add(figures == null ? Arrays.asList(row.code(), row.name(), row.streetName())
          : Arrays.asList(row.code(), row.name(), row.streetName(), figures.budget(), figures.planned(), figures.earned(),
              figures.actual(), figures.spi(), figures.cpi(), figures.atCompletion()));
    }
    return ListBook.answer("挣值 " + view.on(), List.of("编号 Code", "项目 Project", "街道 Street", "工程预算" + unit + " BAC",
        "计划值" + unit + " PV", "挣值" + unit + " EV", "实际成本" + unit + " AC", "进度绩效 SPI", "成本绩效 CPI",
        "完工估算" + unit + " EAC"), rows);
  }
}
