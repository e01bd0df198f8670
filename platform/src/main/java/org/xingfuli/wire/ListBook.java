package org.xingfuli.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xingfuli.exchange.tables.TableBook;

/** Answers with a list as a workbook to keep: the rows the caller sees, under heads in both languages. */
public final class ListBook {

  public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private ListBook() {}

  /**
   * The workbook.
   *
   * @param name of sheet and file, without ending
   * @param rows cells of String, Number, LocalDate or nothing
   */
  public static ResponseEntity<byte[]> answer(String name, List<String> heads, List<List<@Nullable Object>> rows) {
    return answer(name, List.of(new TableBook.Table(name, heads, rows)));
  }

  /** A workbook of several lists, each on a sheet of its own. */
  public static ResponseEntity<byte[]> answer(String name, List<TableBook.Table> tables) {
    var out = new ByteArrayOutputStream();
    try {
      TableBook.write(tables, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  /** An instant as a cell, in the district's time. */
  public static @Nullable String moment(@Nullable Instant instant) {
    return instant == null ? null : MOMENT.format(instant);
  }

  public static String yesOrNo(boolean yes) {
    return yes ? "是" : "否";
  }
}
