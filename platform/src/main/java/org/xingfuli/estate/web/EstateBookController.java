package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.estate.store.SearchStore;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.wire.ListBook;

/** The lists of estates, buildings, households and imports as workbooks, as on the screen: filtered and masked. */
@RestController
@RequestMapping("/api")
class EstateBookController {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final HouseholdStore households;
  private final SearchStore search;
  private final ImportStore imports;
  private final Places places;
  private final Audit audit;

  EstateBookController(Transactions transactions, EstateStore estates, BuildingStore buildings,
      HouseholdStore households, SearchStore search, ImportStore imports, Places places, Audit audit) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.households = households;
    this.search = search;
    this.imports = imports;
    this.places = places;
    this.audit = audit;
  }

  @GetMapping(path = "/estates.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> estateBook(
      @RequestParam(required = false) @Nullable String query, @RequestParam(required = false) @Nullable String street) {
    var rows = transactions.here(() -> {
      var among = query == null || query.isBlank() ? null : search.estates(SearchText.words(query));
      var gazetteer = places.gazetteer();
      return estates.page(among, street, null, Integer.MAX_VALUE).stream()
          .map(estate -> EstateRow.of(estate, gazetteer))
          .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name(), row.streetName(), row.communityName(),
              row.address(), row.builtFrom(), row.builtTo(), row.buildings(), row.households(), row.floorArea(),
              row.illegalStructures(), row.sizeClass() == SizeClass.SMALL_AND_EASY ? "小易" : "常规"))
          .toList();
    });
    return ListBook.answer("小区名册", List.of("小区编码 Code", "小区 Estate", "街道 Street", "社区 Community", "地址 Address",
        "建成起 Built from", "建成止 Built to", "栋 Buildings", "户 Households", "建筑面积㎡ Floor area", "违建处 Illegal structures",
        "类别 Class"), rows);
  }

  @GetMapping(path = "/estates/{id}/buildings.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> buildingBook(@PathVariable UUID id) {
    return transactions.here(() -> {
      var estate = Found.orRefuse(estates.find(id));
      return ListBook.answer("楼栋", List.of("小区 Estate", "楼号 Building", "层数 Storeys", "建成年份 Built", "单元 Stairwells",
          "建筑面积㎡ Floor area", "坡屋顶 Pitched roof", "户 Households"), buildings.ofEstate(id).stream()
          .map(row -> Arrays.<@Nullable Object>asList(estate.name(), row.number(), row.storeys(), row.builtYear(),
              row.stairwells(), row.floorArea(), ListBook.yesOrNo(row.pitchedRoof()), row.households()))
          .toList());
    });
  }

  /** Owners only masked, as on the screen; that somebody took them along is recorded. */
  @GetMapping(path = "/buildings/{id}/households.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.HOUSEHOLD_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> householdBook(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    return transactions.here(() -> {
      var building = Found.orRefuse(buildings.find(id));
      var rows = households.page(id, null, Integer.MAX_VALUE).stream()
          .map(row -> HouseholdRow.of(row, HouseholdRow.seesDoors(person)))
          .map(row -> Arrays.<@Nullable Object>asList(building.number(), row.stairwell(), row.floor(), row.door(),
              row.exclusiveArea(), row.ownerMasked(), row.phoneMasked()))
          .toList();
      audit.record("estate.households-export", new Subject("building", id), Map.of("rows", rows.size()));
      return ListBook.answer("住户", List.of("楼号 Building", "单元 Stairwell", "楼层 Floor", "房号 Door",
          "专有面积㎡ Exclusive area", "业主 Owner", "电话 Telephone"), rows);
    });
  }

  /** The uploads of registers, as many as the screen lists. */
  @GetMapping(path = "/estate-imports.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.ESTATE_IMPORT)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> importBook() {
    var rows = transactions.here(() -> imports.recent(ImportController.RECENT).stream().map(ImportView::inList)
        .map(row -> Arrays.<@Nullable Object>asList(row.fileName(), state(row.state()), row.counts().estates(),
            row.counts().buildings(), row.counts().households(), row.newEstates(), row.changedEstates(), row.faultCount(),
            row.uploadedBy(), ListBook.moment(row.uploadedAt()), ListBook.moment(row.finishedAt())))
        .toList());
    return ListBook.answer("小区导入记录", List.of("文件名 File", "状态 State", "小区 Estates", "栋 Buildings", "户 Households",
        "新增小区 New estates", "变更小区 Changed estates", "问题 Faults", "上传人 Sent by", "上传时间 Sent", "结束时间 Ended"), rows);
  }

  private static String state(ImportState state) {
    return switch (state) {
      case CHECKING -> "检查中";
      case FAULTY -> "有问题";
      case READY -> "待导入";
      case IMPORTING -> "导入中";
      case DONE -> "已导入";
      case FAILED -> "失败";
      case DISCARDED -> "已放弃";
    };
  }
}
