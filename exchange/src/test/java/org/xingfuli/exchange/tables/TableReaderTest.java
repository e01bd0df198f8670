package org.xingfuli.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A small list is read as it was written, and what is no such list is refused. */
class TableReaderTest {

  private static byte[] written(List<List<Object>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(new TableBook.Table("预算", List.of("编码", "数量"), List.copyOf(rows))), out);
    return out.toByteArray();
  }

  @Test
  void headsAndRowsComeBackWithTheNumbersExcelShows() throws Exception {
    var sheet = TableReader.read(written(List.of(List.of("W1", 1200.5), List.of("=W2", 0))), 10);
    assertThat(sheet.heads()).containsExactly("编码", "数量");
    assertThat(sheet.lines()).extracting(TableReader.Line::number).containsExactly(2, 3);
    assertThat(sheet.lines().getFirst().cells()).containsExactly("W1", "1200.5");
    assertThat(sheet.lines().getLast().at(0)).as("written with an apostrophe, read without").isEqualTo("=W2");
    assertThat(sheet.lines().getLast().at(7)).isEmpty();
  }

  @Test
  void whatIsNoWorkbookOrTooLongIsRefused() throws Exception {
    assertThatThrownBy(() -> TableReader.read("a,b".getBytes(StandardCharsets.UTF_8), 10)).isInstanceOf(TableReader.Unreadable.class);
    assertThatThrownBy(() -> TableReader.read(new byte[] {0x50, 0x4B, 3, 4, 9, 9}, 10)).isInstanceOf(TableReader.Unreadable.class);
    var rows = IntStream.range(0, 11).<List<Object>>mapToObj(n -> List.of("W" + n, n)).toList();
    assertThatThrownBy(() -> TableReader.read(written(rows), 10)).isInstanceOf(TableReader.Unreadable.class);
  }
}
