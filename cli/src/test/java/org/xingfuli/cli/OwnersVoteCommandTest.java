package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.engine.consensus.owners.MatterResult;
import org.xingfuli.engine.consensus.owners.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code owners-vote} on files as people write them, and its bench. */
class OwnersVoteCommandTest {

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String json, String... more) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Path file = Files.writeString(folder.resolve("vote.json"), json);
    String[] words = Stream.concat(Stream.of("owners-vote", file.toString()), Stream.of(more)).toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private JsonNode counted(String json) throws IOException {
    assertThat(run(json)).as(err::toString).isZero();
    return JsonMapper.shared().readTree(out.toString());
  }

  /** The reference estate, 736 owners with 60,600 ㎡: so many take part with this area, so many of them approve. */
  private static String reference(int matter, int takingPart, String area, int approving) {
    StringBuilder units = new StringBuilder();
    long part = Long.parseLong(area.replace(".", ""));
    for (int i = 0; i < 736; i++) {
      long group = i < takingPart ? part : 6_060_000 - part;
      int size = i < takingPart ? takingPart : 736 - takingPart;
      int at = i < takingPart ? i : i - takingPart;
      long mine = group / size + (at < group % size ? 1 : 0);
      String silent = i < takingPart ? "oppose" : "none";
      units.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{\"id\":\"%d\",\"area\":%d.%02d,\"owner\":\"p%d\",\"vote\":\"%s\"}", i,
          mine / 100, mine % 100, i, i < approving ? "approve" : silent));
    }
    return "{\"matter\":" + matter + ",\"units\":[" + units + "]}";
  }

  @ParameterizedTest(name = "matter {0}: {1} take part with {2}, {3} approve → quorum {4}, passed {5}")
  @CsvSource({
    "5, 491, 40400.00, 246, true, true", "5, 491, 40400.00, 245, true, false", "5, 490, 40400.00, 400, false, false",
    "5, 491, 40399.99, 400, false, false", "6, 491, 40400.00, 369, true, true", "6, 491, 40400.00, 368, true, false",
    "5, 492, 40400.00, 246, true, false", "5, 492, 40400.00, 247, true, true", "6, 492, 40400.00, 369, true, true",
  })
  void theReferenceEstateIsCountedAsReckonedByHand(int matter, int takingPart, String area, int approving, boolean quorum, boolean passed)
      throws IOException {
    JsonNode line = counted(reference(matter, takingPart, area, approving));
    assertThat(line.get("participationHeads").asString()).isEqualTo(takingPart + "/736");
    assertThat(line.get("participationArea").asString()).isEqualTo(area.replace(".", "") + "/6060000");
    assertThat(line.get("approvalHeads").asString()).isEqualTo(approving + "/" + takingPart);
    assertThat(line.get("quorum").asBoolean()).isEqualTo(quorum);
    assertThat(line.get("passed").asBoolean()).isEqualTo(passed);
    assertThat(line.get("reasons").isEmpty()).isEqualTo(passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{'matter':5,'units':[{'id':'1','area':60,'owner':'A','vote':'yes'},{'id':'2','area':'40.00','owner':'B','vote':'no'},{'id':'3','area':20,'owner':'C'}]}",
    "{'item':'使用建筑物及其附属设施的维修资金','owners':[{'name':'甲','area':60,'vote':'同意'},{'name':'乙','area':40,'vote':'反对'},{'name':'丙','area':20,'vote':null}]}",
    "{'matter':{'id':'fund','number':5},'units':[{'id':'1','area':60},{'id':'2','area':40},{'id':'3','area':20}],'votes':{'1':true,'2':false}}",
    "{'matter':'USE_FUND','units':{'u1':{'area':60},'u2':{'area':40},'u3':{'area':20}},'votes':{'approve':['u1'],'against':['u2']}}",
    "{'matter':5,'units':[{'id':'1','area':60},{'id':'2','area':40},{'id':'3','area':20}],'owners':[{'id':'A','units':['1'],'vote':'approve'},"
        + "{'id':'B','units':['2'],'vote':'oppose'},{'id':'C','units':['3']}]}",
    "{'matter':5,'owners':{'A':{'area':60},'B':{'area':40},'C':{'area':20}},'ballots':[{'owner':'A','choice':'approve'},{'voter':'B','choice':'no'}]}",
    "{'matters':[{'item':5,'votes':{'A':'yes','B':'no'}}],'units':[{'id':'1','area':60,'owners':['A']},{'id':'2','area':40,'owners':'B'},"
        + "{'id':'3','area':20,'unsold':true}]}",
    "{'matter':5,'owners':[{'area_m2':60,'participated':true,'approve':true},{'area_m2':40,'participated':true,'approve':false},"
        + "{'area_m2':20,'participated':false,'approve':true}]}",
    "{'matter':5,'totalArea':120,'totalHeads':3,'participatingArea':100,'participatingHeads':2,'approvingArea':60,'approvingHeads':1}",
    "{'matter':5,'total':{'area':120,'heads':3},'participation':{'area':100,'heads':2},'approval':{'area':'60','heads':1}}",
  })
  void oneVoteMayBeWrittenInManyWays(String json) throws IOException {
    JsonNode line = counted(json.replace('\'', '"'));
    assertThat(line.get("participationArea").asString()).isEqualTo("10000/12000");
    assertThat(line.get("participationHeads").asString()).isEqualTo("2/3");
    assertThat(line.get("approvalArea").asString()).isEqualTo("6000/10000");
    assertThat(line.get("approvalHeads").asString()).isEqualTo("1/2");
    assertThat(line.get("quorum").asBoolean()).isTrue();
    assertThat(line.get("passed").asBoolean()).as("half of the heads").isFalse();
    assertThat(line.get("reasons").get(0).get("code").asString()).isEqualTo("approval-heads-short");
    assertThat(err.toString()).isEmpty();
  }

  private static final String HEADS = """
      {"matter":1,"builder":"建设单位","units":[
        {"id":"1","area":80,"owner":"A"},{"id":"2","area":60,"owners":["A","B"]},{"id":"3","area":60,"owners":["B","A"]},
        {"id":"4","area":50,"unsold":true},{"id":"5","area":50,"owner":"开发商"},{"id":"6","area":70,"owner":"C","disputed":"诉讼中"}],
       "votes":[{"owners":["A","B"],"vote":"approve"},{"unit":"4","vote":"abstain"},{"owner":"C","vote":"approve"}]}
      """;

  @Test
  void headsAreCountedAsTheRuleSaysAndTheRuleIsUnconfirmed() throws IOException {
    JsonNode line = counted(HEADS);
    assertThat(line.get("heads").asInt()).as("A; A and B; the builder; C").isEqualTo(4);
    assertThat(line.get("participationHeads").asString()).isEqualTo("2/4");
    assertThat(line.get("participationArea").asString()).isEqualTo("22000/37000");
    assertThat(line.get("unconfirmed").get(0).asString()).isEqualTo("heads-rule");
    assertThat(line.get("reasons").valueStream().map(each -> each.get("code").asString())).contains("disputed-unit");
  }

  @Test
  void ofSeveralMattersEachIsToldAndTheFirstAbove() throws IOException {
    JsonNode line = counted("""
        {"matters":[1,{"id":"fund","item":6,"title":"筹集维修资金"}],"deemedVotes":"follow-majority","units":[
          {"id":"1","area":10,"owner":"A","votes":{"1":"yes","fund":"no"}},{"id":"2","area":10,"owner":"B","votes":["yes","yes"]},
          {"id":"3","area":10,"owner":"C"}]}
        """);
    assertThat(line.get("matters").size()).isEqualTo(2);
    assertThat(line.get("passed").asBoolean()).isTrue();
    assertThat(line.get("reasons").get(0).get("code").asString()).isEqualTo("deemed-votes-counted");
    assertThat(line.get("matters").get(1).get("matter").asString()).isEqualTo("fund");
    assertThat(line.get("matters").get(1).get("passed").asBoolean()).isFalse();
    assertThat(err.toString()).contains("未表态的业主按多数意见计入").contains("note");
  }

  @Test
  void aCommitteeIsElectedFromLists() throws IOException {
    JsonNode line = counted("""
        {"matter":3,"seats":5,"candidates":["a","b","c","d","e","f"],"units":[{"id":"1","area":10,"owner":"P","vote":["a","b","c","d","e"]},
          {"id":"2","area":10,"owner":"Q","vote":{"a":"yes","b":"yes","f":"no"}},{"id":"3","area":10,"owner":"R"}]}
        """);
    assertThat(line.get("elected").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(line.get("vacant").asInt()).isEqualTo(3);
    assertThat(line.get("passed").asBoolean()).isFalse();
  }

  @Test
  void everyFaultIsToldAtOnceWithPlaceAndValueInBothLanguages() throws IOException {
    assertThat(run("""
        {"matter":11,"deemedVotes":"perhaps","units":[{"id":"1","area":0,"owner":"A","vote":"yes"},{"id":"1","area":"x","owner":"B"},
         {"id":"2","area":5},{"id":"3","area":5,"owner":"C","unsold":true},7],"votes":{"zz":"yes"}}
        """)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(9).allSatisfy(line -> assertThat(line).contains("可能：").contains("(Maybe: "));
    assertThat(err.toString()).contains("11", "perhaps", "units[1]", "\"x\"", "units[2]", "units[3]", "units[4]", "zz", "0.00");
  }

  @Test
  void whatCouldMeanTwoThingsIsRefused() throws IOException {
    String units = "'units':[{'id':'1','area':5,'owner':'2'},{'id':'2','area':5,'owner':'B'}]";
    assertThat(run(("{'matter':1," + units + ",'votes':{'2':'yes'}}").replace('\'', '"'))).isEqualTo(1);
    assertThat(err.toString()).contains("既是单元又是别的业主");
    assertThat(run(("{'matters':[1,6]," + units + ",'votes':{'1':'yes'}}").replace('\'', '"'))).isEqualTo(1);
    assertThat(err.toString()).contains("on which matter");
    assertThat(run(("{'matter':1," + units + ",'votes':{'B':'yes','B':'no'}}").replace('\'', '"'))).as("a name twice").isEqualTo(1);
    assertThat(err.toString()).contains("不是 JSON");
    assertThat(run(("{'matter':1," + units + ",'votes':{'B':'maybe'}}").replace('\'', '"'))).isEqualTo(1);
    assertThat(err.toString()).contains("\"maybe\"");
  }

  @Test
  void wrongArgumentsAreToldFromFilesThatFail() throws IOException {
    assertThat(run("[]")).isEqualTo(1);
    assertThat(run("{")).isEqualTo(1);
    assertThat(run("{\"matter\":1}")).isEqualTo(1);
    assertThat(err.toString()).contains("没有名册");
    assertThat(run("{\"units\":[{\"id\":\"1\",\"area\":5,\"vote\":\"yes\"}]}")).isEqualTo(1);
    assertThat(err.toString()).contains("--matter");
    assertThat(run("{\"units\":[{\"id\":\"1\",\"area\":5,\"vote\":\"yes\",\"colour\":1}]}", "--matter", "7")).isZero();
    assertThat(err.toString()).contains("units[0].colour");
    assertThat(run("{\"matter\":1,\"date\":\"2020-12-31\",\"units\":[{\"id\":\"1\",\"area\":5}]}")).isEqualTo(1);
    assertThat(err.toString()).contains("2020-12-31");
    assertThat(run("{}", "--matter", "10")).isEqualTo(2);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "owners-vote", folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(run("{}", "--help")).isZero();
    assertThat(out.toString()).contains("participationArea").contains("Exit: 0 counted");
  }

  @Test
  void twentyThousandRandomRollsAreCountedTheSameByBruteForce() {
    for (long seed = 1; seed <= 20; seed++) {
      OwnersRolls rolls = new OwnersRolls(seed);
      for (int r = 0; r < 1_000; r++) {
        OwnersRolls.Drawn drawn = rolls.next();
        MatterResult counted = OwnersBench.count(drawn);
        assertThat(OwnersBench.agree(counted, OwnersRecount.of(drawn))).as("seed %s, roll %s: %s", seed, r, drawn).isTrue();
      }
    }
  }

  @Test
  void theBenchSaysHowOftenTheEdgesWereHit() {
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "bench", "owners-vote", "--runs", "500", "--seed", "4")).isZero();
    JsonNode line = JsonMapper.shared().readTree(out.toString().lines().reduce((first, second) -> second).orElseThrow());
    assertThat(line.get("rolls").asInt()).isEqualTo(500);
    assertThat(line.get("differences").asInt()).isZero();
    for (String edge : new String[] {"participationAreaExact", "participationHeadsExact", "approvalAreaHalfExact", "approvalHeadsHalfExact",
        "approvalAreaThreeQuartersExact", "approvalHeadsThreeQuartersExact", "withUnsold", "withDisputed", "withContradiction"}) {
      assertThat(line.get(edge).asInt()).as(edge).isPositive();
    }
  }

  @Test
  void everyRefusalAndReasonHasWords() throws IOException {
    Pattern code = Pattern.compile("\"(owners\\.[a-z-]+)\"|\\bfault\\(\"([a-z-]+)\"");
    for (String root : new String[] {"../engines/consensus/src/main/java/org/xingfuli/engine/consensus/owners", "src/main/java/org/xingfuli/cli"}) {
      try (Stream<Path> sources = Files.walk(Path.of(root))) {
        for (Path source : sources.filter(p -> p.toString().endsWith(".java") && (root.startsWith("..") || p.toString().contains("Owners"))).toList()) {
          code.matcher(Files.readString(source)).results().map(m -> m.group(1) == null ? "owners-file." + m.group(2) : m.group(1))
              .forEach(name -> assertThat(Texts.knows(name)).as(name).isTrue());
        }
      }
    }
    for (Reason.Code each : Reason.Code.values()) {
      assertThat(Texts.knows("owners-reason." + JsonLine.slug(each))).as(each.name()).isTrue();
    }
  }
}
