package org.xingfuli.exchange.ballots;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The rows of a {@code .pb} file: fields between semicolons, in quotes where they hold one, a quote twice for itself. */
final class PbRows {

  private final String text;
  private int at;
  private int line;
  private int nextLine = 1;

  /** @throws Refused with {@code pb.encoding} when the bytes are not UTF-8 */
  PbRows(byte[] bytes) {
    try {
      String read = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
      text = read.startsWith("\uFEFF") ? read.substring(1) : read;
    } catch (CharacterCodingException e) {
      throw new Refused(Refusal.of("pb.encoding", Map.of("bytes", bytes.length)));
    }
  }

  /** The next row that is not blank, fields stripped; empty at the end. */
  List<String> next() {
    while (at < text.length()) {
      line = nextLine;
      List<String> fields = row();
      if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
        return fields;
      }
    }
    return List.of();
  }

  /** Line on which the row begins, from 1. */
  int line() {
    return line;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (at >= text.length()) {
        return fields;
      }
      char ended = text.charAt(at++);
      if (ended == '\n') {
        nextLine++;
        return fields;
      }
    }
  }

  /** Stops before the semicolon or the line's end. */
  private String field() {
    int from = at;
    if (from < text.length() && text.charAt(from) == '"') {
      String quoted = quoted();
      if (quoted != null) {
        return quoted;
      }
      at = from;
    }
    while (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(from, at).strip();
  }

  /** Null when the quote is one of the text: never closed, or closed in the middle of a field. */
  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    int lines = 0;
    for (int p = at + 1; p < text.length(); p++) {
      char c = text.charAt(p);
      if (c != '"') {
        lines += c == '\n' ? 1 : 0;
        value.append(c);
      } else if (p + 1 < text.length() && text.charAt(p + 1) == '"') {
        value.append('"');
        p++;
      } else {
        int end = p + 1;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\r')) {
          end++;
        }
        if (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '\n') {
          return null;
        }
        at = end;
        nextLine += lines;
        return value.toString().strip();
      }
    }
    return null;
  }
}
