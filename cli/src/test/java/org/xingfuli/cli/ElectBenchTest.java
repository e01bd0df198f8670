package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench elect} on a folder of made-up votes. */
class ElectBenchTest {

  private static final String HEAD = "META\nkey;value\nbudget;%s\nvote_type;%s\n%sPROJECTS\nproject_id;cost;selected\n%sVOTES\nvoter_id;vote\n%s";

  @TempDir private Path folder = Path.of("");
  private Path votes = Path.of("");
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    votes = Files.createDirectories(folder.resolve("pabulib"));
    // 10 each: one could not pay 12 alone; raised by 2 it can, by 5 a would come too.
    Files.writeString(votes.resolve("raised.pb"), HEAD.formatted(20, "approval", "rule;equalshares/add1\n", "a;15;0\nb;12;1\n", "1;a\n2;b\n"));
    Files.writeString(votes.resolve("places.pb"), HEAD.formatted(20, "ordinal", "", "a;10;0\nb;20;0\n", "1;b,a\n2;a,b\n"));
    expect("[\"a\"]");
  }

  private void expect(String greedy) throws IOException {
    Files.writeString(votes.resolve("EXPECTED_small.jsonl"), "{\"file\":\"places.pb\",\"rules\":{\"greedy_card\":{\"winners\":" + greedy
        + "},\"mes_borda\":{\"winners\":[\"a\"]},\"phragmen\":{\"winners\":[\"a\"]}}}\n");
    Files.writeString(votes.resolve("EXPECTED_big.jsonl"), "{\"file\":\"places.pb\",\"rule\":\"mes_cost\",\"winners\":[\"a\"]}\n");
  }

  private JsonNode measured(int code) {
    out.getBuffer().setLength(0);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "bench", "elect", "--data", folder.toString(), "--runs", "1"))
        .as(out::toString).isEqualTo(code);
    return JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
  }

  @Test
  void everyExpectedRuleIsCountedAndWhereSharesWereRaisedTheFilesOwnWinners() {
    JsonNode line = measured(0);
    assertThat(line.get("compared").asInt()).isEqualTo(5);
    assertThat(line.get("equal").asInt()).isEqualTo(5);
    assertThat(line.get("engine").asString()).isNotEmpty();
    assertThat(line.get("elections").size()).isEqualTo(2);
  }

  @Test
  void aDifferenceIsToldAndFails() throws IOException {
    expect("[\"b\"]");
    JsonNode line = measured(1);
    assertThat(line.get("equal").asInt()).isEqualTo(4);
    assertThat(out.toString()).contains("places.pb greedy_card: [a] instead of [b]");
  }

  @Test
  void withoutElectionsThereIsNoFigure() {
    StringWriter err = new StringWriter();
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "bench", "elect", "--data", votes.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("没有选举").contains("Maybe");
  }
}
