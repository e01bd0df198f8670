package org.xingfuli.utilities.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.Problems;

/**
 * Drawings and photos of a request, for whoever may read it: the officer of a utility sees these and no other evidence. Photos
 * come as previews, documents as they are.
 */
@RestController
@RequestMapping("/api/utility-requests/{id}/files")
class RequestFileController {

  private final Transactions transactions;
  private final RequestStore store;
  private final Desk desk;
  private final Evidence evidence;

  RequestFileController(Transactions transactions, RequestStore store, Desk desk, Evidence evidence) {
    this.transactions = transactions;
    this.store = store;
    this.desk = desk;
    this.evidence = evidence;
  }

  @GetMapping(path = "/{file}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
    var item = transactions.here(() -> {
      var request = store.find(id).filter(found -> desk.reads(found.services())).orElseThrow(Problems::absent);
      return evidence.of("utility-request", request.id()).stream().filter(each -> each.id().equals(file)).findFirst()
          .orElseThrow(Problems::absent);
    });
    var preview = evidence.preview(file);
    return preview == null ? document(item) : ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(preview);
  }

  private ResponseEntity<byte[]> document(EvidenceItem item) {
    var bytes = evidence.content(item.id());
    if (bytes == null) {
      throw Problems.absent();
    }
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(item.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(item.fileName(), StandardCharsets.UTF_8).build().toString())
        .body(bytes);
  }
}
