package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.ChangeEstate;
import org.xingfuli.estate.flow.ExportEstates;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.flow.RegisterEstate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore.Position;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SearchStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** Estates: the list, one of them, and changes by hand. */
@RestController
@RequestMapping("/api/estates")
class EstateController {

  private static final int USUAL = 50;

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final SearchStore search;
  private final Places places;
  private final RegisterEstate register;
  private final ChangeEstate change;
  private final ExportEstates export;

  EstateController(Transactions transactions, EstateStore estates, BuildingStore buildings, SearchStore search,
      Places places, RegisterEstate register, ChangeEstate change, ExportEstates export) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.search = search;
    this.places = places;
    this.register = register;
    this.change = change;
    this.export = export;
  }

  @GetMapping
  @Requires(Permission.ESTATE_READ)
  Page<EstateRow> list(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String street,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      var among = found(query);
      var rows = estates.page(among, street, position(cursor), size + 1);
      var gazetteer = places.gazetteer();
      return new Page<>(
          rows.stream().limit(size).map(estate -> EstateRow.of(estate, gazetteer)).toList(),
          rows.size() > size ? Cursor.after(rows.get(size - 1).name(), rows.get(size - 1).id()) : null,
          estates.count(among, street));
    });
  }

  /**
   * The estates the caller sees, narrowed as the list is, in the form they are imported in; without owners. It names
   * every door, so it is for those who import.
   */
  @GetMapping(path = "/export", produces = Xlsx.TYPE)
  @Requires(Permission.ESTATE_IMPORT)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = Xlsx.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> export(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String street) throws IOException {
    var among = transactions.<@Nullable List<UUID>>here(() -> found(query));
    return Xlsx.answer("幸福里-小区.xlsx", out -> export.write(among, street, out));
  }

  /** The estates a search finds; null when nothing is searched for. */
  private @Nullable List<UUID> found(@Nullable String query) {
    return query == null || query.isBlank() ? null : search.estates(SearchText.words(query));
  }

  @GetMapping("/{id}")
  @Requires(Permission.ESTATE_READ)
  EstateDetail one(@PathVariable UUID id) {
    return transactions.here(() -> {
      var estate = Found.orRefuse(estates.find(id));
      return EstateDetail.of(estate, buildings.ofEstate(id), estates.sizeRule(), places.gazetteer());
    });
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.ESTATE_EDIT)
  EstateRow register(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody EstateBody body) {
    return EstateRow.of(register.register(key, body.change()), places.gazetteer());
  }

  @PatchMapping("/{id}")
  @Requires(Permission.ESTATE_EDIT)
  EstateRow change(@PathVariable UUID id, @RequestBody EstateBody body) {
    var version = body.version();
    if (version == null) {
      throw new Refused(Refusal.of("common.version-missing", Map.of("pointer", "/version")));
    }
    return EstateRow.of(Found.orRefuse(change.change(id, version, body.change(), Because.of(body.reason()))), places.gazetteer());
  }

  private static @Nullable Position position(@Nullable String cursor) {
    var values = Cursor.read(cursor, 2);
    return values.isEmpty() ? null : new Position(values.getFirst(), Cursors.uuid(values.getLast()));
  }
}
