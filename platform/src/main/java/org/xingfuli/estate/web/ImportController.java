package org.xingfuli.estate.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.AdoptImport;
import org.xingfuli.estate.flow.DiscardImport;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.flow.UploadEstates;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.exchange.estates.FaultBook;
import org.xingfuli.exchange.estates.TemplateBook;

/** The way of a workbook: template out, upload, faults or adoption. */
@RestController
@RequestMapping("/api/estate-imports")
class ImportController {

  static final int RECENT = 50;

  private final Transactions transactions;
  private final ImportStore store;
  private final Places places;
  private final UploadEstates upload;
  private final AdoptImport adopt;
  private final DiscardImport discard;

  ImportController(Transactions transactions, ImportStore store, Places places, UploadEstates upload,
      AdoptImport adopt, DiscardImport discard) {
    this.transactions = transactions;
    this.store = store;
    this.places = places;
    this.upload = upload;
    this.adopt = adopt;
    this.discard = discard;
  }

  @GetMapping(path = "/template", produces = Xlsx.TYPE)
  @Requires(Permission.ESTATE_IMPORT)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = Xlsx.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> template() throws IOException {
    return Xlsx.answer("幸福里-小区导入模板.xlsx", new TemplateBook(places.gazetteer())::write);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.ESTATE_IMPORT)
  ImportView upload(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestPart("file") MultipartFile file) throws IOException {
    var name = file.getOriginalFilename();
    return ImportView.of(upload.upload(key, name == null || name.isBlank() ? "estates.xlsx" : name, file.getBytes()));
  }

  @GetMapping
  @Requires(Permission.ESTATE_IMPORT)
  List<ImportView> recent() {
    return transactions.here(() -> store.recent(RECENT).stream().map(ImportView::inList).toList());
  }

  @GetMapping("/{id}")
  @Requires(Permission.ESTATE_IMPORT)
  ImportView one(@PathVariable UUID id) {
    return ImportView.of(transactions.here(() -> Found.orRefuse(store.find(id))));
  }

  @PostMapping("/{id}/adopt")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.ESTATE_IMPORT)
  ImportView adopt(@PathVariable UUID id) {
    return ImportView.of(Found.orRefuse(adopt.adopt(id)));
  }

  @DeleteMapping("/{id}")
  @Requires(Permission.ESTATE_IMPORT)
  ImportView discard(@PathVariable UUID id) {
    return ImportView.of(Found.orRefuse(discard.discard(id)));
  }

  @GetMapping(path = "/{id}/faults.xlsx", produces = Xlsx.TYPE)
  @Requires(Permission.ESTATE_IMPORT)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = Xlsx.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> faults(@PathVariable UUID id) throws IOException {
    var found = transactions.here(() -> Found.orRefuse(store.find(id)));
    return Xlsx.answer("问题清单-" + found.fileName().replaceFirst("\\.[^.]*$", "") + ".xlsx",
        out -> FaultBook.write(found.faults(), found.faultCount(), out));
  }
}
