package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.SeededTest;

/** Rows of comma-separated values as programs write them. */
class CsvTest {

  @TempDir private Path folder = Path.of("");

  private List<Csv.Row> rows(String text) throws IOException {
    List<Csv.Row> rows = new ArrayList<>();
    try (Csv csv = new Csv(Files.writeString(folder.resolve("a.csv"), text))) {
      for (Csv.Row row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void quotesHoldCommasLineEndsAndQuotes() throws IOException {
    assertThat(rows("\uFEFFa,b\r\n\r\n\"x,\"\"y\"\"\",\"1\r\n2\"\r3,\"\",\n")).containsExactly(
        new Csv.Row(1, List.of("a", "b"), false), new Csv.Row(3, List.of("x,\"y\"", "1\n2"), false), new Csv.Row(5, List.of("3", "", ""), false));
    assertThat(rows("")).isEmpty();
    assertThat(rows("a,\"b\nc")).containsExactly(new Csv.Row(1, List.of("a", "b\nc"), true));
    assertThat(rows("5\" pipe,x")).containsExactly(new Csv.Row(1, List.of("5\" pipe", "x"), false));
  }

  @SeededTest
  void whatIsWrittenIsReadAgain(long seed) throws IOException {
    Dice dice = new Dice(seed);
    List<List<String>> written = dice.listOf(1, 30, () -> dice.listOf(2, 6, () -> dice.pick(List.of("", "a", "楼道", "a,b", "\"", "\"\"x", "1\n2", " ", ","))));
    StringBuilder text = new StringBuilder();
    for (List<String> row : written) {
      text.append(String.join(",", row.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList())).append(dice.oneIn(2) ? "\n" : "\r\n");
    }
    assertThat(rows(text.toString())).extracting(Csv.Row::cells).isEqualTo(written);
  }
}
