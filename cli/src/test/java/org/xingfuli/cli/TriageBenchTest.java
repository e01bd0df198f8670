package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xingfuli.engine.triage.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench triage} on a folder of made-up messages, and its scores on groups that are known. */
class TriageBenchTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void equalTextsAreTakenOnceAndTheLastLineSaysWhatWasMeasured() throws IOException {
    Path messages = Files.createDirectories(folder.resolve("messages"));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String text = i % 2 == 0 ? "屋顶 漏雨 渗水 第 " + i + " 户" : "小区 停车 车位 第 " + i + " 户";
      rows.append("{\"n\":").append(i).append(",\"text\":\"").append(text).append("\",\"label\":\"").append(i % 2).append("\"}\n");
    }
    rows.append("{\"n\":60,\"text\":\"屋顶漏雨 渗水第 0户\",\"label\":\"0\"}\n");
    Files.writeString(messages.resolve("att2_segmented.jsonl"), rows);
    StringWriter out = new StringWriter();
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "bench", "triage", "--data", folder.toString(), "--runs", "2"))
        .isZero();
    JsonNode line = JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
    assertThat(line.get("segmentedMessages").asInt()).isEqualTo(60);
    assertThat(line.get("runs").asInt()).isEqualTo(2);
    assertThat(line.get("segmentedMacroF1").asDouble()).isEqualTo(1);
    assertThat(line.get("engine").asString()).isNotEmpty();
    assertThat(line.has("hotP")).isFalse();
  }

  @Test
  void withoutMessagesThereIsNoFigure() {
    StringWriter err = new StringWriter();
    assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "bench", "triage", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("没有消息").contains("Maybe");
  }

  @Test
  void ofEachMatterTheBestGroupCountsAndMattersAreAveraged() {
    List<Message> all = List.of(Message.of("a", "和风苑漏雨", ""), Message.of("b", "和风苑 停车", ""), Message.of("c", "别的事", ""),
        Message.of("d", "长桥里", ""));
    Matters matters = Matters.of(List.of("和风苑", "长桥里"), all, List.of(Set.of("a", "c"), Set.of("a", "b", "c")));
    // The first matter: 2 of 3 right, 2 of 2 found; the second: no group at all.
    assertThat(matters.precision()).isEqualTo((2.0 / 3 + 0) / 2);
    assertThat(matters.recall()).isEqualTo(0.5);
    assertThat(matters.f1()).isEqualTo(0.4);
  }
}
