package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.store.SurveyStore.Progress;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** How far the surveys of all estates are, and what their menus come to. */
@RestController
@RequestMapping("/api")
class SurveyListController {

  private static final int USUAL = 50;

  private final Transactions transactions;
  private final EstateStore estates;
  private final SurveyStore surveys;
  private final WorkStore works;
  private final Places places;

  SurveyListController(Transactions transactions, EstateStore estates, SurveyStore surveys, WorkStore works,
      Places places) {
    this.transactions = transactions;
    this.estates = estates;
    this.surveys = surveys;
    this.works = works;
    this.places = places;
  }

  /** What a list of surveys is narrowed to. */
  enum Standing { NONE, OPEN, SUBMITTED, RETURNED, COMPLETED }

  /**
   * An estate with its survey and its menu.
   *
   * @param state null where it was never surveyed
   * @param sheets buildings and the common ground
   * @param works how many works of the menu count; {@code cost} is what they come to, 元
   */
  record SurveyRow(UUID estateId, String name, String street, String streetName, @Nullable SurveyState state,
      @Nullable Integer number, int sheetsDone, int sheets, int itemsDone, int items, @Nullable LocalDate openedOn,
      @Nullable LocalDate submittedOn, @Nullable LocalDate completedOn, int works, BigDecimal cost) {}

  @GetMapping("/surveys")
  @Requires(Permission.ESTATE_READ)
  Page<SurveyRow> list(@RequestParam(required = false) @Nullable String street,
      @RequestParam(required = false) @Nullable Standing state, @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      var among = among(state);
      var values = Cursor.read(cursor, 2);
      var position = values.isEmpty() ? null
          : new EstateStore.Position(values.getFirst(), Cursors.uuid(values.getLast()));
      var found = estates.page(among, street, position, size + 1);
      return new Page<>(rows(found.stream().limit(size).toList()),
          found.size() > size ? Cursor.after(found.get(size - 1).name(), found.get(size - 1).id()) : null,
          estates.count(among, street));
    });
  }

  @GetMapping(path = "/surveys.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@RequestParam(required = false) @Nullable String street,
      @RequestParam(required = false) @Nullable Standing state) {
    return transactions.here(() -> ListBook.answer("体检与菜单", List.of("小区 Estate", "街道 Street", "体检 Survey",
        "完成部位 Places done", "部位 Places", "完成项 Items done", "项 Items", "开始 Opened", "提交 Submitted", "完成 Completed",
        "改造内容 Works", "造价(元) Cost"),
        rows(estates.page(among(state), street, null, Integer.MAX_VALUE)).stream()
            .map(row -> Arrays.<@Nullable Object>asList(row.name(), row.streetName(), word(row.state()),
                row.sheetsDone(), row.sheets(), row.itemsDone(), row.items(), row.openedOn(), row.submittedOn(),
                row.completedOn(), row.works(), row.cost()))
            .toList()));
  }

  private @Nullable List<UUID> among(@Nullable Standing state) {
    return state == null ? null
        : surveys.inState(state == Standing.NONE ? null : SurveyState.valueOf(state.name()));
  }

  private List<SurveyRow> rows(List<Estate> found) {
    var ids = found.stream().map(Estate::id).toList();
    var last = surveys.last(ids);
    var progress = surveys.progress(last.values().stream().map(Survey::id).toList());
    var lines = works.lines(ids).stream().filter(WorkLine::counts).collect(Collectors.groupingBy(WorkLine::estateId));
    var items = surveys.items(surveys.edition());
    int each = (int) items.stream().filter(item -> item.level() == SurveyItem.Level.BUILDING).count();
    int common = items.size() - each;
    var gazetteer = places.gazetteer();
    return found.stream().map(estate -> {
      var survey = last.get(estate.id());
      var done = survey == null ? Progress.NONE : progress.getOrDefault(survey.id(), Progress.NONE);
      var menu = lines.getOrDefault(estate.id(), List.of());
      int buildings = estate.quantities().buildings();
      return new SurveyRow(estate.id(), estate.name(), estate.street(), EstateRow.streetName(estate.street(), gazetteer),
          survey == null ? null : survey.state(), survey == null ? null : survey.number(), done.sheets(), buildings + 1,
          done.items(), buildings * each + common, survey == null ? null : survey.openedOn(),
          survey == null ? null : survey.submittedOn(), survey == null ? null : survey.completedOn(), menu.size(),
          menu.stream().map(WorkLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }).toList();
  }

  private static String word(@Nullable SurveyState state) {
    return state == null ? "未开始" : switch (state) {
      case OPEN -> "进行中";
      case SUBMITTED -> "待审定";
      case RETURNED -> "已退回";
      case COMPLETED -> "已完成";
    };
  }
}
