package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.flow.ChangeWork;
import org.xingfuli.estate.flow.ImportWorks;
import org.xingfuli.estate.flow.Menus;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Menu;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.WorkChange;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.exchange.estates.Fault;
import org.xingfuli.exchange.estates.WorkBookWriter;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The menu of works of an estate: seen, made, changed line by line or by workbook. */
@RestController
@RequestMapping("/api/estates/{id}")
class WorkController {

  /** A menu has a few dozen rows; more is another file. */
  private static final int MOST_BYTES = 4 << 20;

  private final Transactions transactions;
  private final EstateStore estates;
  private final WorkStore works;
  private final SurveyStore surveys;
  private final Menus menus;
  private final ChangeWork change;
  private final ImportWorks importWorks;

  WorkController(Transactions transactions, EstateStore estates, WorkStore works, SurveyStore surveys, Menus menus,
      ChangeWork change, ImportWorks importWorks) {
    this.transactions = transactions;
    this.estates = estates;
    this.works = works;
    this.surveys = surveys;
    this.menus = menus;
    this.change = change;
    this.importWorks = importWorks;
  }

  @GetMapping("/works")
  @Requires(Permission.ESTATE_READ)
  WorkView menu(@PathVariable UUID id) {
    return transactions.here(() -> {
      var estate = Found.orRefuse(estates.find(id));
      var menu = works.menu(id);
      var survey = menu.map(Menu::surveyId).flatMap(surveys::find).map(Survey::number).orElse(null);
      return WorkView.of(estate, menu.orElse(null), survey, works.lines(List.of(id)),
          works.limits(menu.map(Menu::edition).orElseGet(works::edition)));
    });
  }

  /** Makes the menu from the completed survey, or from the register; corrected figures stay. */
  @PutMapping("/works")
  @Requires(Permission.SURVEY_EDIT)
  WorkView derive(@PathVariable UUID id) {
    Found.orRefuse(menus.derive(id));
    return menu(id);
  }

  @PutMapping("/works/{code}")
  @Requires(Permission.SURVEY_EDIT)
  WorkView.Row change(@PathVariable UUID id, @PathVariable String code, @RequestBody WorkBody body) {
    if (body.version() == null) {
      throw new Refused(Refusal.of("common.version-missing", Map.of("pointer", "/version")));
    }
    return WorkView.Row.of(Found.orRefuse(change.change(id,
        new ChangeWork.Wanted(code, body.version(), body.change()), Because.of(body.reason()))));
  }

  /** The menu in the form it is read back in. */
  @GetMapping(path = "/works.xlsx", produces = Xlsx.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = Xlsx.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable UUID id) throws IOException {
    var estate = transactions.here(() -> Found.orRefuse(estates.find(id)));
    var lines = transactions.here(() -> works.lines(List.of(id)));
    return Xlsx.answer(estate.name() + "-改造内容菜单.xlsx",
        out -> WorkBookWriter.write(lines.stream().map(ImportWorks::row).toList(), out));
  }

  /** Takes a workbook of the menu back: all of it, or with faults by row and column none of it. */
  @PutMapping("/works.xlsx")
  @Requires(Permission.SURVEY_EDIT)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
      content = @Content(mediaType = Xlsx.TYPE, schema = @Schema(type = "string", format = "binary")))
  WorksImported importBook(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reason,
      @Parameter(hidden = true) InputStream file) throws IOException {
    var bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refused(Refusal.of("works.file-too-large", Map.of("megabytes", MOST_BYTES >> 20)));
    }
    var outcome = Found.orRefuse(importWorks.read(id, bytes, Because.of(reason)));
    return new WorksImported(outcome.changed(), outcome.faults(), outcome.faultCount());
  }

  /** What came of a workbook: how many works changed, or what is wrong with it. */
  record WorksImported(int changed, List<Fault> faults, int faultCount) {}

  /**
   * What of a work shall change; what is left out stays.
   *
   * @param asDerived the quantity shall be the derived one again
   * @param unitCost 元 a unit
   */
  record WorkBody(@Nullable Integer version, @Nullable BigDecimal quantity, @Nullable Boolean asDerived,
      @Nullable BigDecimal unitCost, @Nullable WorkMark mark, @Nullable String reason) {

    WorkChange change() {
      return new WorkChange(quantity, asDerived != null && asDerived, unitCost, mark);
    }
  }
}
