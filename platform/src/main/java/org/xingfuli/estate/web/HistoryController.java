package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.UndoCorrection;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.store.DeedStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.identity.People;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** What was done to an estate: who, when, from what to what, and taking a correction back. */
@RestController
@RequestMapping("/api/estates/{id}")
class HistoryController {

  private static final int USUAL = 30;

  private final Transactions transactions;
  private final EstateStore estates;
  private final DeedStore deeds;
  private final UndoCorrection undo;
  private final People people;

  HistoryController(Transactions transactions, EstateStore estates, DeedStore deeds, UndoCorrection undo,
      People people) {
    this.transactions = transactions;
    this.estates = estates;
    this.deeds = deeds;
    this.undo = undo;
    this.people = people;
  }

  /** The latest first; of one building only, when named. */
  @GetMapping("/history")
  @Requires(Permission.ESTATE_READ)
  Page<HistoryRow> history(
      @AuthenticationPrincipal SignedIn person,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID building,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      Found.orRefuse(estates.find(id));
      var values = Cursor.read(cursor, 1);
      var found = deeds.page(id, building, values.isEmpty() ? null : Cursors.uuid(values.getFirst()), size + 1);
      return new Page<>(rows(found.stream().limit(size).toList(), person),
          found.size() > size ? Cursor.after(found.get(size - 1).id()) : null, deeds.count(id, building));
    });
  }

  @GetMapping(path = "/history.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID building) {
    return transactions.here(() -> {
      Found.orRefuse(estates.find(id));
      var cells = new ArrayList<List<@Nullable Object>>();
      for (var row : rows(deeds.page(id, building, null, Integer.MAX_VALUE), person)) {
        var changes = row.changes().isEmpty() ? List.of(new Deed.Change("", null, null)) : row.changes();
        for (var change : changes) {
          cells.add(Arrays.asList(row.doneOn(), ListBook.moment(row.at()), row.who(), row.act(), row.name(),
              change.field(), change.from(), change.to(), row.reason(), ListBook.yesOrNo(row.undone())));
        }
      }
      return ListBook.answer("变更历史", List.of("业务日期 Date", "时间 When", "何人 Who", "操作 Act", "对象 Subject", "字段 Field",
          "原值 From", "新值 To", "原因 Reason", "已撤销 Undone"), cells);
    });
  }

  /** Takes a correction back as a new correction; sending it again finds it undone and says so. */
  @PutMapping("/history/{deed}/undone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.ESTATE_EDIT)
  void undo(@PathVariable UUID id, @PathVariable UUID deed, @RequestBody UndoBody body) {
    Found.orRefuse(undo.undo(id, deed, body.reason()) ? Boolean.TRUE : null);
  }

  /** Why it is taken back, when somebody says. */
  record UndoBody(@Nullable String reason) {}

  private List<HistoryRow> rows(List<Deed> found, SignedIn person) {
    return HistoryRow.of(found, deeds.undone(found.stream().map(Deed::id).toList()),
        people.names(found.stream().map(Deed::person).filter(Objects::nonNull).distinct().toList()),
        HouseholdRow.seesDoors(person));
  }
}
