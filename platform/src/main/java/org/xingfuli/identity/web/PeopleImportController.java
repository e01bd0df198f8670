package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.exchange.estates.Fault;
import org.xingfuli.identity.flow.ImportPeople;
import org.xingfuli.identity.flow.LinkAddress;
import org.xingfuli.wire.ListBook;

/** People from a workbook: template out, list in, all or nobody. */
@RestController
@RequestMapping("/api/people")
class PeopleImportController {

  private final ImportPeople read;
  private final LinkAddress address;

  PeopleImportController(ImportPeople read, LinkAddress address) {
    this.read = read;
    this.address = address;
  }

  /** Somebody on record now, and the link to hand over; it is told only here. */
  record ImportedPerson(UUID id, String name, String signInName, String setPasswordLink) {}

  /**
   * What came of the workbook.
   *
   * @param people empty when there are faults
   * @param faultCount how many there are, listed or not
   */
  record PeopleImport(UUID id, List<ImportedPerson> people, List<Fault> faults, int faultCount) {}

  @GetMapping(path = "/import-template", produces = ListBook.TYPE)
  @Requires(Permission.PEOPLE_MANAGE)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> template() throws IOException {
    var out = new ByteArrayOutputStream();
    read.template(out);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(ListBook.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("幸福里-人员导入模板.xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.PEOPLE_MANAGE)
  PeopleImport read(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestPart("file") MultipartFile file) throws IOException {
    var outcome = read.read(key, file.getBytes());
    return new PeopleImport(outcome.id(), outcome.people().stream().map(person -> new ImportedPerson(
        person.id(), person.name(), person.signInName(), address.of(person.token()))).toList(), outcome.faults(),
        outcome.faultCount());
  }
}
