package org.xingfuli.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench timefold} on a folder with one programme in which nobody waits for a crew: no second is needed to plan it. */
class MainTest {

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void plannerAndTimefoldStandBesideEachOtherAndTheLastLineIsForMachines() throws IOException {
    Files.createDirectories(folder.resolve("district"));
    Files.writeString(folder.resolve("district/estates-5.txt"), """
        district 4 1 2
        3
        0 3 0 -1 0 | 2 | 1:2
        0 1 0 -1 0 | 0 |
        1 5 0 5 4 | 1 | 3:0
        1 1 0 -1 0 | 0 |
        """);
    assertThat(run("--data", folder.toString(), "--estates", "5", "--seconds", "1", "--seed", "7")).isZero();
    assertThat(out.toString()).contains("planner mean 12 (12 to 12)").contains("Timefold, order: mean 12 (12 to 12)")
        .contains("Timefold, delay: ");
    String last = out.toString().lines().reduce((first, second) -> second).orElseThrow();
    assertThat(last).startsWith("{\"bench\":\"timefold\"").contains("\"seed\":7").contains("\"estates5OrderRatio\":1.000")
        .endsWith("\"infeasible\":0}");
  }

  @Test
  void whatItCannotDoIsRefusedWithAHint() {
    assertThat(run("--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("没有算例 / no instances").contains("[5, 10, 20, 40]").contains("可能");
    assertThat(run("--data", folder.toString(), "--runs", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--runs ≥ 1");
  }
}
