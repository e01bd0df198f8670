package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.FillSheet;
import org.xingfuli.estate.flow.MoveSurvey;
import org.xingfuli.estate.flow.OpenSurvey;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.ListBook;

/** The survey of an estate before its renovation: its sheets, and its way from surveyors to the street. */
@RestController
@RequestMapping("/api/estates/{id}")
class SurveyController {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final SurveyStore surveys;
  private final SurveyViews views;
  private final OpenSurvey open;
  private final FillSheet fill;
  private final MoveSurvey move;

  SurveyController(Transactions transactions, EstateStore estates, BuildingStore buildings, SurveyStore surveys,
      SurveyViews views, OpenSurvey open, FillSheet fill, MoveSurvey move) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.surveys = surveys;
    this.views = views;
    this.open = open;
    this.fill = fill;
    this.move = move;
  }

  @GetMapping("/survey")
  @Requires(Permission.ESTATE_READ)
  SurveyView survey(@PathVariable UUID id) {
    return transactions.here(() -> views.of(Found.orRefuse(estates.find(id))));
  }

  @PostMapping("/surveys")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.SURVEY_EDIT)
  SurveyView open(@PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Found.orRefuse(open.open(key, id));
    return survey(id);
  }

  @GetMapping("/survey/sheets/{sheet}")
  @Requires(Permission.ESTATE_READ)
  SheetView sheet(@PathVariable UUID id, @PathVariable String sheet) {
    return transactions.here(() -> {
      var estate = Found.orRefuse(estates.find(id));
      return views.sheet(estate, sheet.equals(SurveyViews.COMMON) ? null : building(id, sheet));
    });
  }

  private Building building(UUID estate, String sheet) {
    return Found.orRefuse(buildings.find(place(sheet)).filter(found -> found.estateId().equals(estate)));
  }

  private static UUID place(String sheet) {
    try {
      return UUID.fromString(sheet);
    } catch (IllegalArgumentException none) {
      throw new Refused(Refusal.of("common.not-found"));
    }
  }

  /** Writes what was found; all of it, or with a fault or a collision nothing. */
  @PutMapping("/survey/sheets/{sheet}")
  @Requires(Permission.SURVEY_EDIT)
  SheetView fill(@PathVariable UUID id, @PathVariable String sheet, @RequestBody SheetView.Body body) {
    var findings = body.findings();
    if (findings == null) {
      throw new Refused(Refusal.of("common.missing", Map.of("pointer", "/findings")));
    }
    boolean there = fill.fill(id, sheet.equals(SurveyViews.COMMON) ? null : place(sheet),
        findings.stream().map(SheetView.FoundBody::entry).toList(), Because.of(body.reason()));
    Found.orRefuse(there ? Boolean.TRUE : null);
    return sheet(id, sheet);
  }

  /** The surveyors hand it in; what is missing is told place by place. */
  @PutMapping("/survey/submission")
  @Requires(Permission.SURVEY_EDIT)
  SurveyView submit(@PathVariable UUID id, @RequestBody SurveyMove body) {
    return move(id, body, SurveyState.Act.SUBMIT);
  }

  /** The street or the district takes it, or gives it back with a reason. */
  @PutMapping("/survey/decision")
  @Requires(Permission.ESTATE_EDIT)
  SurveyView decide(@PathVariable UUID id, @RequestBody SurveyDecision body) {
    var act = body.act();
    if (act == null) {
      throw new Refused(Refusal.of("common.missing", Map.of("pointer", "/act")));
    }
    return move(id, new SurveyMove(body.version(), body.reason()), switch (act) {
      case COMPLETE -> SurveyState.Act.COMPLETE;
      case RETURN -> SurveyState.Act.RETURN;
    });
  }

  private SurveyView move(UUID id, SurveyMove body, SurveyState.Act act) {
    if (body.version() == null) {
      throw new Refused(Refusal.of("common.version-missing", Map.of("pointer", "/version")));
    }
    Found.orRefuse(move.move(id, body.version(), act, Because.of(body.reason())));
    return survey(id);
  }

  record SurveyMove(@Nullable Integer version, @Nullable String reason) {}

  /** What the street may decide. */
  enum SurveyVerdict { COMPLETE, RETURN }

  record SurveyDecision(@Nullable Integer version, @Nullable SurveyVerdict act, @Nullable String reason) {}

  /** Everything that was found, one row a place and item. */
  @GetMapping(path = "/survey.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable UUID id) {
    return transactions.here(() -> {
      var estate = Found.orRefuse(estates.find(id));
      var survey = surveys.last(id).orElse(null);
      var items = surveys.items(survey == null ? surveys.edition() : survey.edition()).stream()
          .collect(Collectors.toMap(SurveyItem::code, Function.identity()));
      var numbers = buildings.ofEstate(id).stream().collect(Collectors.toMap(Building::id, Building::number));
      var rows = new ArrayList<List<@Nullable Object>>();
      if (survey != null) {
        var findings = surveys.findings(survey.id());
        var names = views.names(findings);
        for (var finding : findings) {
          var item = Objects.requireNonNull(items.get(finding.item()));
          var building = finding.buildingId();
          rows.add(Arrays.asList(estate.name(), building == null ? "公共部位" : numbers.get(building), item.name().zh(),
              finding.grade() == null ? null : word(finding.grade()), finding.quantity(), item.unit().zh(),
              item.options().stream().filter(option -> option.code().equals(finding.option())).findFirst()
                  .map(option -> option.name().zh()).orElse(null),
              finding.note(), SurveyViews.by(finding, names), finding.foundOn()));
        }
      }
      return ListBook.answer("改造前体检", List.of("小区 Estate", "楼号 Building", "项目 Item", "状况 Condition", "数量 Quantity",
          "单位 Unit", "种类 Kind", "情况 Finding", "何人 Who", "日期 Date"), rows);
    });
  }

  private static String word(Grade grade) {
    return switch (grade) {
      case GOOD -> "完好";
      case FAIR -> "基本完好";
      case POOR -> "一般损坏";
      case BAD -> "严重损坏";
      case NONE -> "无此项";
    };
  }
}
