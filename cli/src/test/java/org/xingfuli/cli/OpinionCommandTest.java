package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code opinion} on made-up conversations: two camps of twenty over ten statements. */
class OpinionCommandTest {

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path export = Path.of("");

  @BeforeEach
  void files() throws IOException {
    export = Files.createDirectory(folder.resolve("round"));
    StringBuilder votes = new StringBuilder("timestamp,datetime,comment-id,voter-id,vote\n");
    StringBuilder matrix = new StringBuilder("participant,group-id,n-votes,0,1,2,3,4,5,6,7,8,9\n");
    for (int p = 0; p < 40; p++) {
      matrix.append(p).append(',').append(p % 2).append(",10");
      for (int s = 0; s < 10; s++) {
        votes.append(1_000 + s).append(",\"Tue, Jun 30\",").append(s).append(',').append(p).append(',').append(vote(p, s)).append('\n');
        matrix.append(',').append(vote(p, s));
      }
      matrix.append('\n');
    }
    // Statement 10 was taken out; participant 0 first said the opposite.
    votes.append("1,x,10,0,-1\n1,x,0,0,-1\n");
    Files.writeString(export.resolve("votes.csv"), votes);
    Files.writeString(export.resolve("participants-votes.csv"), matrix);
    Files.writeString(export.resolve("comments.csv"), """
        timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body
        1,0,1,20,20,1,"先修雨污管，再铺路面
        ""不要"" 二次开挖"
        2,9,1,40,0,0,楼道口装扶手
        3,10,1,0,1,-1,广告
        """);
  }

  /** Even and odd people differ on statements 0 to 7; on 8 all disagree, on 9 all agree; one in eight passes. */
  private static int vote(int participant, int statement) {
    if ((participant / 2 + statement) % 8 == 7) {
      return 0;
    }
    return statement == 9 ? 1 : statement == 8 ? -1 : participant % 2 == 0 ? 1 : -1;
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out), new PrintWriter(err), Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString());
  }

  private String withoutTimes() {
    return out.toString().replaceAll(",\"seconds\".*", "");
  }

  @Test
  void anExportIsGroupedFromItsVotes() {
    assertThat(run("opinion", export)).as(err::toString).isZero();
    JsonNode json = json();
    assertThat(json.get("participants").asInt()).isEqualTo(40);
    assertThat(json.get("statements").asInt()).isEqualTo(11);
    assertThat(json.get("statementsUsed").asInt()).isEqualTo(10);
    assertThat(json.get("groupsFrom").asString()).isEqualTo("votes");
    assertThat(json.get("groups").size()).isEqualTo(2);
    assertThat(json.get("groups").get(0).get("size").asInt()).isEqualTo(20);
    assertThat(json.get("groups").get(0).get("small").asBoolean()).isFalse();
    assertThat(json.get("groups").get(0).get("about").get(0).get("says").asString()).isEqualTo("agree");
    assertThat(json.get("groups").get(0).get("about").toString()).contains("再铺路面\\n\\\"不要\\\" 二次开挖");
    assertThat(json.get("groupInformedConsensus").size()).isEqualTo(10);
    // Statement 9: of each group's twenty, two or three pass, the others agree.
    int passes = 0;
    for (int p = 0; p < 40; p += 2) {
      passes += vote(p, 9) == 0 ? 1 : 0;
    }
    double share = (20 - passes + 1) / 22.0;
    assertThat(json.get("groupInformedConsensus").get("9").asDouble()).isEqualTo(share * share, within(1e-15));
    assertThat(json.get("groupInformedDisagreement").get("8").asDouble()).isGreaterThan(0.5);
    assertThat(json.get("agreedByAll").get(0).get("statement").asString()).isEqualTo("9");
    assertThat(json.get("agreedByAll").get(0).get("text").asString()).isEqualTo("楼道口装扶手");
    assertThat(json.get("rejectedByAll").get(0).get("statement").asString()).isEqualTo("8");
    assertThat(json.get("contested").size()).isGreaterThanOrEqualTo(8);
    assertThat(json.get("server").get("agreement").asDouble()).isEqualTo(1);
    assertThat(json.get("seconds").asDouble()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"votes.csv", "participants-votes.csv"})
  void aFileIsReadWithThoseBesideItAndEveryRunSaysTheSame(String file) {
    assertThat(run("opinion", export, "--points")).isZero();
    String whole = withoutTimes();
    assertThat(json().get("points").size()).isEqualTo(40);
    assertThat(json().get("groups").get(0).get("hull").size()).isPositive();
    assertThat(run("opinion", export.resolve(file), "--points")).isZero();
    assertThat(withoutTimes()).isEqualTo(whole);
  }

  @Test
  void aMatrixAloneHoldsTheVotesAndAFileMayHaveAnyName() throws IOException {
    Path alone = Files.copy(export.resolve("participants-votes.csv"), Files.createDirectory(folder.resolve("alone")).resolve("a.txt"));
    assertThat(run("opinion", alone)).as(err::toString).isZero();
    assertThat(json().get("votes").asInt()).isEqualTo(400);
    assertThat(json().get("groups").size()).isEqualTo(2);
    Files.writeString(alone, "\uFEFF" + Files.readString(alone).replace("\n", "\r\n"));
    assertThat(run("opinion", alone)).isZero();
    assertThat(json().get("votes").asInt()).isEqualTo(400);
  }

  /** Three groups of a server that has grouped otherwise than we would. */
  private Path mathematics() throws IOException {
    Path fixture = Files.createDirectories(folder.resolve("fixture"));
    StringBuilder votes = new StringBuilder("[");
    for (int p = 0; p < 40; p++) {
      for (int s = 0; s < 10; s++) {
        votes.append(votes.length() > 1 ? "," : "").append("{\"pid\":").append(p).append(",\"tid\":").append(s).append(",\"vote\":")
            .append(vote(p, s)).append(",\"modified\":\"17\",\"weight_x_32767\":0,\"datetime\":null}\n");
      }
    }
    Files.writeString(fixture.resolve("votes.json"), votes + "]");
    StringBuilder consensus = new StringBuilder();
    int[][] groups = {{0, 1, 2}, {3, 4}};
    for (int s = 0; s < 10; s++) {
      double value = 1;
      for (int[] group : groups) {
        int agree = 0;
        for (int p : group) {
          agree += vote(p, s) > 0 ? 1 : 0;
        }
        value *= (agree + 1.0) / (group.length + 2);
      }
      consensus.append(s > 0 ? "," : "").append("\"").append(s).append("\":").append(value);
    }
    Files.writeString(fixture.resolve("math-pca2.json"), "{\"n\":40,\"base-clusters\":{\"id\":[5,6,7],\"members\":[[0,1],[2],[3,4]]},"
        + "\"group-clusters\":[{\"id\":0,\"members\":[5,6]},{\"id\":1,\"members\":[7]}],\"group-aware-consensus\":{" + consensus + "},"
        + "\"group-votes\":{\"0\":{\"votes\":{\"9\":{\"A\":3,\"D\":0,\"S\":3}}},\"1\":{\"votes\":{\"9\":{\"A\":2,\"D\":0,\"S\":2}}}}}");
    return fixture;
  }

  @Test
  void aServersConsensusIsReckonedAgainWithItsGroups() throws IOException {
    Path fixture = mathematics();
    for (Path each : new Path[] {fixture, fixture.resolve("votes.json"), fixture.resolve("math-pca2.json")}) {
      assertThat(run("opinion", each)).as(err::toString).isZero();
      assertThat(json().get("groupsFrom").asString()).isEqualTo("server");
      assertThat(json().get("groups").get(0).get("size").asInt()).isEqualTo(3);
      assertThat(json().get("server").get("statements").asInt()).isEqualTo(10);
      assertThat(json().get("server").get("largestError").asDouble()).isLessThan(1e-15);
      assertThat(json().get("server").get("ownSizes").toString()).isEqualTo("[20,20]");
      assertThat(err.toString()).contains("only 3 members");
    }
    assertThat(run("opinion", fixture, "--groups", "own")).isZero();
    assertThat(json().get("groupsFrom").asString()).isEqualTo("votes");
    assertThat(json().get("groups").get(0).get("size").asInt()).isEqualTo(20);
    Files.delete(fixture.resolve("votes.json"));
    assertThat(run("opinion", fixture)).isZero();
    assertThat(json().get("participants").asInt()).isEqualTo(40);
    assertThat(json().get("groupInformedConsensus").toString()).isEqualTo("{\"9\":0.6000000000000001}");
    assertThat(run("opinion", fixture, "--groups", "own")).isEqualTo(1);
    assertThat(err.toString()).contains("not a single vote");
  }

  @Test
  void theGroupsOfAnExportMayBeTaken() {
    assertThat(run("opinion", export, "--groups", "server", "--prior", 0.5)).isZero();
    assertThat(json().get("groupsFrom").asString()).isEqualTo("server");
    assertThat(json().get("groupInformedConsensus").size()).isEqualTo(11);
    assertThat(json().get("prior").asDouble()).isEqualTo(0.5);
  }

  @Test
  void everyFaultIsToldAtOnceWithFilePlaceAndHint() throws IOException {
    Files.writeString(export.resolve("votes.csv"), """
        timestamp,comment-id,voter-id,vote
        1,0,0,2
        yesterday,0,0,1
        1,,0,1
        1,0,0
        1,0,0,1
        "1,0
        """);
    Files.writeString(export.resolve("comments.csv"), "comment-id,moderated,is-meta,comment-body\n0,5,maybe,a\n");
    assertThat(run("opinion", export)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(7).allSatisfy(line -> assertThat(line).contains("可能").contains("Maybe"));
    assertThat(err.toString()).contains("votes.csv 第 2 行", "line or entry 3: the time \"yesterday\"", "line or entry 4", "line 5: 3 cells", "line 7: a quote",
        "comments.csv, line or entry 2: moderated is \"5\"", "is-meta is \"maybe\"").doesNotContain("{");
  }

  @Test
  void whatHoldsNoConversationIsRefusedWithWhatIsThere() throws IOException {
    assertThat(run("opinion", folder)).isEqualTo(1);
    assertThat(err.toString()).contains("round/").contains("subfolders");
    assertThat(run("opinion", export.resolve("comments.csv"))).isEqualTo(1);
    assertThat(err.toString()).contains("comments.csv holds no votes");
    Files.copy(export.resolve("votes.csv"), export.resolve("votes-2.csv"));
    assertThat(run("opinion", export)).isEqualTo(1);
    assertThat(err.toString()).contains("votes-2.csv, votes.csv");
    assertThat(run("opinion", export.resolve("votes-2.csv"))).as("a file alone, since nobody can say what belongs to it").isZero();
    assertThat(json().get("files").toString()).isEqualTo("[\"votes-2.csv\"]");
    assertThat(json().get("statementsUsed").asInt()).isEqualTo(11);
    Path cut = Files.writeString(Files.createDirectory(folder.resolve("cut")).resolve("votes.json"), "[{\"pid\":1,\"tid\":2,\"vote\":1},7,{\"pid\":");
    assertThat(run("opinion", cut)).isEqualTo(1);
    assertThat(err.toString()).contains("entry 2: a JSON object").contains("not JSON");
    Files.writeString(cut, "comment-id,voter-id,vote\n");
    assertThat(run("opinion", cut)).isEqualTo(1);
    assertThat(err.toString()).contains("not a single vote");
  }

  @Test
  void wrongArgumentsAreToldFromWorkThatFailed() {
    assertThat(run("opinion", folder.resolve("absent"))).isEqualTo(2);
    assertThat(run("opinion", export, "--groups", "mine")).isEqualTo(2);
    assertThat(run("opinion", export, "--prior", 0)).isEqualTo(2);
    assertThat(run("opinion", export, "--most-groups", 1)).isEqualTo(2);
    assertThat(err.toString()).contains("at most 1 groups");
    assertThat(run("opinion", "--help")).isZero();
  }

  @Test
  void theBenchGroupsEveryConversationTwiceTheSame() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    assertThat(run("bench", "opinion", "--data", data)).isEqualTo(2);
    assertThat(err.toString()).contains("no conversations");
    Path polis = Files.createDirectory(data.resolve("polis"));
    assertThat(run("bench", "opinion", "--data", data)).as("no figure of nothing").isEqualTo(1);
    Files.move(export, polis.resolve("round"));
    Files.move(mathematics(), polis.resolve("fixture"));
    assertThat(run("bench", "opinion", "--data", data, "--runs", 3)).as(err::toString).isZero();
    JsonNode line = JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
    assertThat(line.get("same").asBoolean()).isTrue();
    assertThat(line.get("consensusStatements").asInt()).isEqualTo(10);
    assertThat(line.get("largestError").asDouble()).isLessThan(1e-15);
    assertThat(line.get("conversations").size()).isEqualTo(2);
    assertThat(line.get("conversations").get(1).get("groups").toString()).isEqualTo("[20,20]");
    Path mathematics = polis.resolve("fixture/math-pca2.json");
    Files.writeString(mathematics, Files.readString(mathematics).replaceFirst("\"group-aware-consensus\":\\{\"0\":0\\.", "\"group-aware-consensus\":{\"0\":0.9"));
    assertThat(run("bench", "opinion", "--data", data, "--runs", 1)).as("a consensus that is not the server's").isEqualTo(1);
  }

  @Test
  void everyRefusalOfFilesAndEngineHasWords() throws IOException {
    Pattern code = Pattern.compile("\"(opinion(?:-file)?\\.[a-z-]+)\"");
    int found = 0;
    for (String root : new String[] {"../engines/consensus/src/main/java/org/xingfuli/engine/consensus/opinion", "src/main/java/org/xingfuli/cli"}) {
      try (Stream<Path> sources = Files.walk(Path.of(root))) {
        for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          for (var match : code.matcher(Files.readString(source)).results().toList()) {
            assertThat(Texts.knows(match.group(1))).as(match.group(1)).isTrue();
            found++;
          }
        }
      }
    }
    assertThat(found).isGreaterThan(20);
  }
}
