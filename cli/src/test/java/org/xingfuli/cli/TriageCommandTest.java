package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code triage} on made-up messages. */
class TriageCommandTest {

  private static final List<String> LEAKS = List.of("屋顶漏雨", "顶楼渗水", "天花板渗水发霉", "屋面防水坏了", "下雨就漏");
  private static final List<String> PARKS = List.of("没有车位", "乱停车", "停车费太贵", "地锁占车位", "停车难");

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path rows = Path.of("");
  private Path model = Path.of("");

  @BeforeEach
  void files() throws IOException {
    rows = folder.resolve("rows.jsonl");
    model = folder.resolve("model.bin");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      List<String> words = i % 2 == 0 ? LEAKS : PARKS;
      lines.append("{\"id\":").append(i).append(",\"title\":\"").append(words.get(i / 2 % 5)).append("\",\"text\":\"第").append(i)
          .append("户反映").append(words.get(i / 3 % 5)).append("，请处理\",\"label\":\"").append(i % 2 == 0 ? "漏雨" : "停车").append("\"}\n");
    }
    Files.writeString(rows, lines);
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  void whatWasLearntIsMeasured() {
    assertThat(run("triage", "train", rows, "--model", model)).as(err::toString).isZero();
    assertThat(json().get("rows").asInt()).isEqualTo(40);
    assertThat(json().get("classes").asInt()).isEqualTo(2);
    assertThat(run("triage", "test", rows, "--model", model)).as(err::toString).isZero();
    assertThat(json().get("macroF1").asDouble()).isEqualTo(1);
    assertThat(json().get("accuracy").asDouble()).isEqualTo(1);
    assertThat(json().get("rejectedShare").asDouble()).isBetween(0.0, 1.0);
    assertThat(json().get("perClass").size()).isEqualTo(2);
    assertThat(json().get("seconds").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"label,text", "class,content", "Category,Body", "类别,正文", "一级标签,留言详情"})
  void fieldsAreKnownByManyNamesWithBomCrLfAndEmptyLines(String label, String text) throws IOException {
    Files.writeString(rows, "\uFEFF" + Files.readString(rows).replace("\"label\"", "\"" + label + "\"")
        .replace("\"text\"", "\"" + text + "\"").replaceAll("\"id\":\\d+,", "").replace("\n", "\r\n\r\n"));
    assertThat(run("triage", "train", rows, "--model", model)).as(err::toString).isZero();
    assertThat(json().get("rows").asInt()).isEqualTo(40);
  }

  @Test
  void aLabelOfAnotherNameIsNamed() throws IOException {
    Files.writeString(rows, Files.readString(rows).replace("\"label\"", "\"bureau\""));
    assertThat(run("triage", "train", rows, "--model", model)).isEqualTo(1);
    assertThat(err.toString()).contains("没有类别").contains("--label").contains("\"39\"");
    assertThat(run("triage", "train", rows, "--model", model, "--label", "Bureau")).as(err::toString).isZero();
  }

  @Test
  void everyBadLineIsToldAtOnceWithItsNumber() throws IOException {
    Files.writeString(rows, "{\"id\":1,\"text\":\"漏雨\"}\nnot json\n[1]\n{\"id\":2,\"words\":\"x\"}\n{\"text\":\"停车\",\"time\":\"yesterday\"}\n");
    assertThat(run("triage", "hot", rows)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(4).allSatisfy(line -> assertThat(line).contains("可能").contains("Maybe"));
    assertThat(err.toString()).contains("line 2:", "line 3:", "line 4:", "line 5:", "第 2 行");
  }

  @Test
  void mattersOfSeveralMessagesAreFound() throws IOException {
    Files.writeString(rows, """
        {"id":"a","title":"银杏花园旁搅拌站太吵","body":"夜里也开工","time":"2022/3/1 8:00:00"}
        {"id":"b","title":"投诉银杏花园附近搅拌站","body":"灰尘很大","time":"2022-03-02 09:30"}
        {"id":"c","title":"盼望增设公交线路","body":"老人出行难","time":"2022-03-03T10:00:00+08:00"}
        {"id":"a","title":"银杏花园旁搅拌站太吵","body":"夜里也开工","time":"2022-03-04"}
        """);
    assertThat(run("triage", "hot", rows)).as(err::toString).isZero();
    assertThat(json().get("messages").asInt()).isEqualTo(4);
    JsonNode clusters = json().get("clusters");
    assertThat(clusters.size()).isEqualTo(1);
    assertThat(clusters.get(0).get("ids").toString()).isEqualTo("[\"a\",\"b\",\"a@4\"]");
    assertThat(clusters.get(0).get("title").asString()).contains("搅拌站");
    assertThat(clusters.get(0).get("size").asInt()).isEqualTo(3);
  }

  @Test
  void wrongArgumentsAreToldFromWorkThatFailed() throws IOException {
    assertThat(run("triage", "dance", rows)).isEqualTo(2);
    assertThat(run("triage", "train", rows)).isEqualTo(2);
    assertThat(run("triage", "train", folder.resolve("none.jsonl"), "--model", model)).isEqualTo(2);
    assertThat(run("triage", "train", rows, "--model", model, "--precision", 95)).isEqualTo(2);
    Files.writeString(model, "something else");
    assertThat(run("triage", "test", rows, "--model", model)).isEqualTo(1);
    assertThat(err.toString()).contains("model.bin: 模型文件不可用").contains("Maybe");
  }

  @Test
  void timesAreReadAsPeopleWriteThem() {
    assertThat(List.of("2022-03-01T00:30:00+08:00", "2022/3/1 0:30", "2022-3-1 00:30:00", "2022-03-01T00:30"))
        .allSatisfy(time -> assertThat(MessageFile.time(time)).hasToString("2022-02-28T16:30:00Z"));
    assertThat(MessageFile.time("2022-02-30x")).isNull();
  }
}
