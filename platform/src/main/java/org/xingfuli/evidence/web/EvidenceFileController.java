package org.xingfuli.evidence.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.flow.SmallPictures;
import org.xingfuli.evidence.model.Pictures;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.wire.Problems;

/**
 * The bytes of evidence, always under the media type their content has, and never sniffed. Small pictures carry nothing the
 * camera wrote and may stay in the browser's cache; the original does, is only ever saved and never shown in the page, and that it
 * was taken is on record each time, so that no cache keeps it ({@code no-store}, as every answer of {@code /api} that says nothing).
 */
@RestController
@RequestMapping("/api/evidence/{id}")
class EvidenceFileController {

  private static final String CACHE = "private, max-age=86400, immutable";

  private final Transactions transactions;
  private final EvidenceStore store;
  private final BlobStore blobs;
  private final SmallPictures pictures;
  private final Audit audit;

  EvidenceFileController(
      Transactions transactions, EvidenceStore store, BlobStore blobs, SmallPictures pictures, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.blobs = blobs;
    this.pictures = pictures;
    this.audit = audit;
  }

  @GetMapping(path = "/thumbnail", produces = MediaType.IMAGE_JPEG_VALUE)
  @Requires(Permission.EVIDENCE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")))
  void thumbnail(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    small(id, Pictures.THUMBNAIL, request, response);
  }

  @GetMapping(path = "/preview", produces = MediaType.IMAGE_JPEG_VALUE)
  @Requires(Permission.EVIDENCE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")))
  void preview(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    small(id, Pictures.PREVIEW, request, response);
  }

  private void small(UUID id, int side, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var item = found(id);
    if (item.kind() != EvidenceKind.PHOTO) {
      throw Problems.absent();
    }
    if (unchanged(item.hash() + "-" + side, request, response)) {
      return;
    }
    var picture = pictures.of(item, side);
    if (picture == null) {
      throw Problems.absent();
    }
    response.setContentType(MediaType.IMAGE_JPEG_VALUE);
    response.setContentLength(picture.length);
    response.getOutputStream().write(picture);
  }

  @GetMapping(path = "/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Requires(Permission.EVIDENCE_READ)
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      schema = @Schema(type = "string", format = "binary")))
  void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var item = found(id);
    try (var original = blobs.open(item.hash())) {
      if (original == null) {
        throw Problems.absent();
      }
      transactions.here(() -> audit.record("evidence.original", new Subject("evidence", id),
          Map.of("estate", item.estateId(), "hash", item.hash())));
      response.setContentType(item.mediaType());
      response.setContentLengthLong(item.bytes());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(item.fileName(), StandardCharsets.UTF_8).build().toString());
      original.transferTo(response.getOutputStream());
    }
  }

  private EvidenceItem found(UUID id) {
    return transactions.here(() -> store.find(id).orElseThrow(Problems::absent));
  }

  private static boolean unchanged(String tag, HttpServletRequest request, HttpServletResponse response) {
    var etag = "\"" + tag + "\"";
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE);
    var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return true;
    }
    return false;
  }
}
