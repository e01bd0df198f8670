package org.xingfuli.estate.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a workbook to keep. */
final class Xlsx {

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Xlsx() {}

  /** Writes a workbook to a stream. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static ResponseEntity<byte[]> answer(String fileName, Writing writing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    writing.to(bytes);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
        .body(bytes.toByteArray());
  }
}
