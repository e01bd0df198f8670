package org.xingfuli.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values (RFC 4180): a cell in quotes may hold commas, line ends and doubled quotes; UTF-8 with or without BOM,
 * any line end; empty lines are skipped. A byte that is not UTF-8 is read as a replacement.
 */
final class Csv implements Closeable {

  private static final int END = -1;

  private final Reader in;
  private final char[] buffer = new char[1 << 15];
  private int from;
  private int until;
  private int line = 1;
  private int next;

  Csv(Path file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    in = new InputStreamReader(Files.newInputStream(file), decoder);
    next = read();
    if (next == '\uFEFF') {
      next = read();
    }
  }

  private int read() throws IOException {
    if (from == until) {
      until = in.read(buffer);
      from = 0;
      if (until <= 0) {
        until = 0;
        return END;
      }
    }
    return buffer[from++];
  }

  /**
   * @param line on which the row begins, from 1
   * @param unclosed a quote was opened and the file ended
   */
  record Row(int line, List<String> cells, boolean unclosed) {}

  /** The next row; null at the end. */
  @Nullable Row next() throws IOException {
    while (next == '\n' || next == '\r') {
      lineEnd();
    }
    if (next == END) {
      return null;
    }
    int begins = line;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    while (true) {
      if (next == '"' && cell.isEmpty()) {
        if (!quoted(cell)) {
          cells.add(cell.toString());
          return new Row(begins, cells, true);
        }
      }
      if (next == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
        next = read();
      } else if (next == END || next == '\n' || next == '\r') {
        cells.add(cell.toString());
        lineEnd();
        return new Row(begins, cells, false);
      } else {
        cell.append((char) next);
        next = read();
      }
    }
  }

  /** Reads from the opening quote to behind the closing one. @return false when the file ended before it */
  private boolean quoted(StringBuilder cell) throws IOException {
    next = read();
    while (next != END) {
      if (next == '"') {
        next = read();
        if (next != '"') {
          return true;
        }
        cell.append('"');
        next = read();
      } else if (next == '\n' || next == '\r') {
        cell.append('\n');
        lineEnd();
      } else {
        cell.append((char) next);
        next = read();
      }
    }
    return false;
  }

  private void lineEnd() throws IOException {
    if (next == '\r') {
      next = read();
      if (next != '\n') {
        line++;
        return;
      }
    }
    if (next == '\n') {
      next = read();
      line++;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
