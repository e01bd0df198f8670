package org.xingfuli.appeal.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.EditReception;
import org.xingfuli.appeal.model.OpeningHours.Hours;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.web.ReceptionBodies.PointBody;
import org.xingfuli.appeal.web.ReceptionBodies.PointBodyNew;
import org.xingfuli.appeal.web.ReceptionBodies.RosterBody;
import org.xingfuli.appeal.web.ReceptionBodies.ShiftBody;
import org.xingfuli.appeal.web.ReceptionView.PointView;
import org.xingfuli.appeal.web.ReceptionView.RosterView;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Problems;

/** Reception points with their hours and rosters: seen by whoever reads appeals, kept by street and community. */
@RestController
@RequestMapping("/api/reception-points")
class ReceptionController {

  private static final int WEEK = 7;
  private static final int MOST_DAYS = 62;

  private final Transactions transactions;
  private final ReceptionStore store;
  private final ReceptionViews views;
  private final EditReception edit;
  private final BusinessClock clock;

  ReceptionController(Transactions transactions, ReceptionStore store, ReceptionViews views, EditReception edit, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.views = views;
    this.edit = edit;
    this.clock = clock;
  }

  /** All within reach, with today's hours and who is there. */
  @GetMapping
  @Requires(Permission.APPEAL_READ)
  List<PointView> receptionPoints() {
    return transactions.here(() -> views.points(store.all()));
  }

  /** Opens a point at an estate; refused with all faults at once. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.RECEPTION_MANAGE)
  PointView openPoint(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid PointBodyNew body) {
    return one(edit.open(key, body.estateId(), body.wanted()));
  }

  @PutMapping("/{id}")
  @Requires(Permission.RECEPTION_MANAGE)
  PointView changePoint(@PathVariable UUID id, @RequestBody @Valid PointBody body) {
    edit.change(id, body.version(), body.wanted());
    return one(id);
  }

  private PointView one(UUID id) {
    return transactions.here(() -> views.points(List.of(store.find(id).orElseThrow(Problems::absent))).getFirst());
  }

  /** Who is on duty, day by day, with the hours nobody covers; a week from today when no days are named. */
  @GetMapping("/{id}/roster")
  @Requires(Permission.APPEAL_READ)
  RosterView roster(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var first = from == null ? clock.today() : from;
    var last = to == null ? first.plusDays(WEEK - 1) : to;
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw new Refused(Refusal.of("reception.days", Map.of("pointer", "/to", "from", first.toString(), "to", last.toString(), "most",
          MOST_DAYS)));
    }
    return transactions.here(() -> views.roster(store.find(id).orElseThrow(Problems::absent), first, last));
  }

  /** Writes the roster of these days anew. */
  @PutMapping("/{id}/roster")
  @Requires(Permission.RECEPTION_MANAGE)
  RosterView writeRoster(@PathVariable UUID id, @RequestBody @Valid RosterBody body) {
    edit.roster(id, body.from(), body.to(), body.shifts().stream().map(ShiftBody::shift).toList());
    return roster(id, body.from(), body.to());
  }

  /** The roster to hang at the door; hours nobody covers stand in it as such. */
  @GetMapping(path = "/{id}/roster.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.APPEAL_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> rosterBook(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var point = one(id);
    var roster = roster(id, from, to);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var day : roster.days()) {
      var name = day.holiday() == null ? day.onName().zh() : day.onName().zh() + "（" + day.holiday() + "）";
      day.shifts().forEach(shift -> rows.add(Arrays.asList(point.name(), day.day(), name, said(day.open()), shift.begins().toString(),
          shift.ends().toString(), shift.who(), shift.deputy(), null)));
      if (!day.gaps().isEmpty()) {
        rows.add(Arrays.asList(point.name(), day.day(), name, said(day.open()), null, null, null, null, "无人值班 " + said(day.gaps())));
      }
      if (day.shifts().isEmpty() && day.gaps().isEmpty()) {
        rows.add(Arrays.asList(point.name(), day.day(), name, "不接待", null, null, null, null, null));
      }
    }
    return ListBook.answer("值班表", List.of(new TableBook.Table("值班表", List.of("接待点 Point", "日期 Date", "星期 Day", "接待时间 Hours",
        "开始 From", "结束 To", "值班 On duty", "替班 Deputy", "空缺 Gap"), rows)));
  }

  private static String said(List<Hours> hours) {
    return hours.stream().map(one -> one.from() + "–" + one.to()).collect(Collectors.joining("、"));
  }
}
