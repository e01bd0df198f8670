package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.kernel.Fraction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code elect} on made-up votes. */
class ElectCommandTest {

  /** Fifteen ballots, reckoned by hand in BudgetVoteTest: 10 each buy A, C, E; 11 each A, B, E; 12 each all four, 1 above the budget. */
  private static final String SWAP = pb("approval", 150, "A 72, B 20, C 24, E 35", "4×A,B", "4×A", "2×B,C", "1×C", "4×E");

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Projects as {@code id cost}, ballots as {@code times×vote} or {@code times×vote;points}. */
  private static String pb(String kind, int budget, String projects, String... ballots) {
    StringBuilder text = new StringBuilder("META\nkey;value\nbudget;" + budget + "\nvote_type;" + kind + "\nPROJECTS\nproject_id;cost\n");
    for (String project : projects.split(", ")) {
      text.append(project.replace(' ', ';')).append('\n');
    }
    text.append("VOTES\nvoter_id;vote;points\n");
    int voter = 0;
    for (String ballot : ballots) {
      for (int times = Integer.parseInt(ballot.split("×")[0]); times > 0; times--) {
        text.append('v').append(++voter).append(';').append(ballot.replaceFirst(".*×", "")).append('\n');
      }
    }
    return text.toString();
  }

  private int run(byte[] bytes, String... more) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Path file = Files.write(folder.resolve("vote.pb"), bytes);
    String[] words = Stream.concat(Stream.of("elect", file.toString()), Stream.of(more)).toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private int run(String text, String... more) throws IOException {
    return run(text.getBytes(StandardCharsets.UTF_8), more);
  }

  private JsonNode counted(String text, String... more) throws IOException {
    assertThat(run(text, more)).as(err::toString).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    return JsonMapper.shared().readTree(out.toString());
  }

  private static String words(JsonNode list) {
    return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
  }

  @Test
  void theAnswerHasTheFieldsThatStayFixed() throws IOException {
    JsonNode line = counted(SWAP);
    assertThat(line.get("rule").asString()).isEqualTo("equal-shares");
    assertThat(line.get("utility").asString()).isEqualTo("cost");
    assertThat(words(line.get("winners"))).isEqualTo("A C E");
    assertThat(line.get("cost").asInt()).isEqualTo(131);
    assertThat(line.get("budget").asInt()).isEqualTo(150);
    assertThat(line.get("ballots").asInt()).isEqualTo(15);
    assertThat(line.get("projects").asInt()).isEqualTo(4);
    assertThat(line.get("seconds").isNumber()).isTrue();
    assertThat(words(line.get("order"))).isEqualTo("A E C");
    assertThat(line.get("ties").isEmpty()).isTrue();
    assertThat(line.has("increments")).isFalse();
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"equal-shares, A C E", "equal-shares-add1, A B E", "greedy, A B E", "phragmen, B C E"})
  void everyRuleCounts(String rule, String winners) throws IOException {
    JsonNode line = counted(SWAP, "--rule", rule);
    assertThat(line.get("rule").asString()).isEqualTo(rule);
    assertThat(words(line.get("winners"))).isEqualTo(winners);
  }

  @Test
  void raisedSharesTellHowOftenAndWhatTheNextUnitWouldHaveBrought() throws IOException {
    JsonNode line = counted(SWAP, "--rule", "equal-shares-add1");
    assertThat(line.get("increments").asInt()).isEqualTo(1);
    assertThat(line.get("share").asString()).isEqualTo("11");
    assertThat(words(line.get("overspend"))).isEqualTo("C");
    assertThat(line.get("over").asInt()).isEqualTo(1);
    assertThat(words(counted(SWAP, "--rule", "equal-shares-add1", "--increment", "2").get("winners"))).isEqualTo("A C E");
    assertThat(counted(SWAP, "--rule", "equal-shares-add1", "--increment", "0.25").get("share").asString()).isEqualTo("45/4");
  }

  @ParameterizedTest(name = "{0} ballots by {1}: {2}")
  @CsvSource({
    "approval, cost, a", "approval, cardinality, b", "choose-1, cost, a b", "ordinal, borda, a", "ordinal, cost, a", "ordinal, cardinality, b",
    "cumulative, points, a", "scoring, points, a", "cumulative, cardinality, b",
  })
  void everyUtilityCountsWhereTheBallotsSayEnough(String kind, String utility, String winners) throws IOException {
    // Three ballots of 20. By cost both cost a third of a unit a unit, a by its id; by cardinality b is cheaper; by place or points a.
    String ballots = kind.equals("choose-1") ? "3×b" : "3×a,b;5,1";
    String text = pb(kind, 60, "a 42, b 30", kind.equals("choose-1") ? new String[] {"3×a", "3×b"} : new String[] {ballots});
    text = kind.equals("choose-1") ? text.replace("budget;60", "budget;100") : text;
    assertThat(words(counted(text, "--utility", utility).get("winners"))).isEqualTo(winners);
  }

  @ParameterizedTest
  @CsvSource({"approval, cost", "choose-1, cost", "ordinal, borda", "cumulative, points", "scoring, points"})
  void theUtilityFollowsTheBallotsWhereNobodySaysOtherwise(String kind, String utility) throws IOException {
    assertThat(counted(pb(kind, 10, "a 5, b 5", "1×a,b;2,1")).get("utility").asString()).isEqualTo(utility);
  }

  @Test
  void aUtilityTheBallotsDoNotSayEnoughForIsRefused() throws IOException {
    assertThat(run(SWAP, "--utility", "borda")).isEqualTo(1);
    assertThat(err.toString()).contains("BORDA").contains("可能：").contains("(Maybe: ");
    assertThat(run(pb("ordinal", 10, "a 5", "1×a"), "--utility", "points")).isEqualTo(1);
  }

  private static String twoHalves() {
    return pb("approval", 100, "a0 50, a1 50, b0 50, b1 49", "51×a0,a1", "49×b0,b1");
  }

  @Test
  void greedyTakesThePlaceOfTheResultOnlyWhenStrictlyMoreBallotsPreferIt() throws IOException {
    JsonNode line = counted(twoHalves(), "--compare");
    assertThat(words(line.get("winners"))).isEqualTo("a0 a1");
    assertThat(line.at("/comparison/taken").asString()).isEqualTo("greedy");
    assertThat(line.at("/comparison/preferGreedy").asInt()).isEqualTo(51);
    assertThat(line.at("/comparison/preferRule").asInt()).isEqualTo(49);
    assertThat(line.get("rule").asString()).isEqualTo("equal-shares");
    line = counted(twoHalves().replace("v51;a0,a1", "v51;b0,b1"), "--compare");
    assertThat(line.at("/comparison/preferGreedy").asInt()).isEqualTo(50);
    assertThat(line.at("/comparison/preferRule").asInt()).isEqualTo(50);
    assertThat(line.at("/comparison/taken").asString()).isEqualTo("equal-shares");
    assertThat(counted(SWAP, "--compare").at("/comparison/indifferent").asInt()).as("those that name neither B nor C").isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"equal-shares", "equal-shares-add1"})
  void receiptsHoldEveryBallotAndAddUpToTheCostsExactly(String rule) throws IOException {
    Path receipts = folder.resolve("receipts.json");
    counted(SWAP, "--rule", rule, "--receipts", receipts.toString());
    JsonNode all = JsonMapper.shared().readTree(Files.readString(receipts));
    assertThat(all.get("ballots").valueStream().map(ballot -> ballot.get("id").asString()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).mapToObj(v -> "v" + v).toList());
    Map<String, Fraction> paid = new TreeMap<>();
    Fraction share = exact(all.get("share"));
    all.get("ballots").valueStream().forEach(ballot -> {
      Fraction sum = exact(ballot.get("left"));
      for (Map.Entry<String, JsonNode> payment : ballot.get("paid").properties()) {
        paid.merge(payment.getKey(), exact(payment.getValue()), Fraction::plus);
        sum = sum.plus(exact(payment.getValue()));
      }
      assertThat(sum).isEqualTo(share);
    });
    Map<String, Fraction> costs = new TreeMap<>();
    all.get("projects").valueStream().filter(project -> project.get("fate").asString().equals("taken"))
        .forEach(project -> costs.put(project.get("id").asString(), Fraction.of(project.get("cost").asInt())));
    assertThat(paid).isEqualTo(costs).hasSize(3);
    assertThat(all.at("/ballots/0/paid/A").toString()).isEqualTo("{\"exact\":\"9\",\"about\":9.0}");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).as("nothing half written").containsExactlyInAnyOrder("vote.pb", "receipts.json");
    }
  }

  private static Fraction exact(JsonNode sum) {
    return Fraction.parse(sum.get("exact").asString());
  }

  @Test
  void everyProjectHearsItsFate() throws IOException {
    String text = pb("approval", 150, "A 72, B 20, C 24, E 35, palace 180, nobody 1, far 149", "4×A,B", "4×A", "2×B,C,palace", "1×C,far", "4×E");
    assertThat(fates(text, "equal-shares-add1")).isEqualTo(
        "A taken 0, B taken 0, C next-overspends 3, E taken 0, palace above-budget 30, nobody nobody-names-it 0, far supporters-short 138");
    assertThat(fates(text, "greedy")).isEqualTo(
        "A taken 0, B taken 0, C did-not-fit 1, E taken 0, palace above-budget 30, nobody nobody-names-it 0, far did-not-fit 126");
  }

  private String fates(String text, String rule) throws IOException {
    Path receipts = folder.resolve("receipts.json");
    counted(text, "--rule", rule, "--receipts", receipts.toString());
    return String.join(", ", JsonMapper.shared().readTree(Files.readString(receipts)).get("projects").valueStream()
        .map(p -> p.get("id").asString() + " " + p.get("fate").asString() + " " + p.at("/missing/exact").asString()).toList());
  }

  @Test
  void aRecountSaysWhetherItFoundTheSame() throws IOException {
    for (String rule : List.of("equal-shares", "equal-shares-add1")) {
      JsonNode line = counted(SWAP, "--rule", rule, "--recount");
      assertThat(line.at("/recount/equal").asBoolean()).isTrue();
      assertThat(line.at("/recount/faults").isEmpty()).isTrue();
      assertThat(line.at("/recount/seconds").isNumber()).isTrue();
    }
  }

  @Test
  void equalsAreTakenAsStatedAndTold() throws IOException {
    String text = pb("approval", 80, "a 60, b 40", "2×a,b");
    assertThat(words(counted(text).get("winners"))).isEqualTo("a");
    JsonNode line = counted(text, "--tie-break", "cheaper");
    assertThat(words(line.get("winners"))).isEqualTo("b");
    assertThat(line.get("tieBreak").asString()).isEqualTo("cheaper");
    assertThat(line.get("ties").toString()).isEqualTo("[{\"step\":1,\"equal\":[\"b\",\"a\"]}]");
    assertThat(words(counted(text, "--tie-break", "votes").get("winners"))).isEqualTo("a");
  }

  @Test
  void wrongArgumentsAreToldFromFilesThatFail() throws IOException {
    for (String wrong : List.of("--rule majority", "--utility joy", "--tie-break coin", "--increment 0", "--increment -1", "--increment 1e-7",
        "--increment 1e99", "--increment much", "--rule greedy --recount", "--receipts none/such.json", "--receipts .", "--colour red")) {
      assertThat(run(SWAP, wrong.split(" "))).as(wrong).isEqualTo(2);
      assertThat(out.toString()).as(wrong).isEmpty();
      assertThat(err.toString()).as(wrong).isNotEmpty();
    }
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "elect", folder.resolve("none.pb").toString())).isEqualTo(2);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "elect")).isEqualTo(2);
    assertThat(run(SWAP, "--help")).isZero();
    assertThat(out.toString()).contains("equal-shares-add1").contains("Exit: 0 done");
  }

  @Test
  void everyFaultOfAFileIsToldAtOnceInBothLanguages() throws IOException {
    String text = pb("approvel", 150, "A 72, B 2O", "1×A,Z", "1×A;1,2").replace("budget;150", "budget;-1");
    assertThat(run(text, "--receipts", folder.resolve("r.json").toString())).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(5).allSatisfy(line -> assertThat(line).contains("可能：").contains("(Maybe: "));
    assertThat(err.toString()).contains("「2O」", "line 8", "「Z」", "line 11", "line 12", "「-1」", "「approvel」");
    assertThat(folder.resolve("r.json")).doesNotExist();
    assertThat(run("{}")).isEqualTo(1);
    assertThat(err.toString()).contains("不是 .pb 文件");
    assertThat(run("")).isEqualTo(1);
    assertThat(run(new byte[] {'M', (byte) 0xC3, '\n'})).isEqualTo(1);
    assertThat(err.toString()).contains("UTF-8");
  }

  @Test
  void whatIsOddIsRemarkedOnceAKindBesideTheResult() throws IOException {
    JsonNode line = counted(SWAP.replace("v2;A,B", "v1;A,B,A").replace("v3;A,B", "v1;A,B").replace("vote_type", "num_votes;9\nvote_type"));
    assertThat(words(line.get("winners"))).isEqualTo("A C E");
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(err.toString()).contains("and 1 more").contains("has more than one ballot").contains("num_votes 9, found 15");
  }

  @Test
  void byteOrderMarksAndLineEndsOfOtherSystemsDoNoHarm() throws IOException {
    assertThat(words(counted("\uFEFF" + SWAP.replace("\n", "\r\n")).get("winners"))).isEqualTo("A C E");
  }

  @ParameterizedTest
  @CsvSource({"equal-shares", "equal-shares-add1", "greedy", "phragmen"})
  void emptyBallotBoxesEmptyPursesAndFreeProjectsAreCounted(String rule) throws IOException {
    assertThat(counted(pb("approval", 100, "a 5, b 0"), "--rule", rule).get("winners").isEmpty()).as("no ballot").isTrue();
    JsonNode line = counted(pb("approval", 0, "a 5, b 0, c 0", "2×a,b", "1×"), "--rule", rule, "--compare");
    assertThat(words(line.get("winners"))).as("an empty purse buys what is free and wanted").isEqualTo("b");
    assertThat(line.get("cost").asInt()).isZero();
    line = counted(pb("approval", 10, "a 11, b 0, c 10", "2×a,b,c"), "--rule", rule);
    assertThat(words(line.get("winners"))).as("what costs more than the budget takes no part").isEqualTo("b c");
    assertThat(line.get("ties").isEmpty()).isTrue();
    for (String utility : List.of("cardinality", "borda")) {
      line = counted(pb("ordinal", 10, "a 0, b 10", "3×b,a"), "--rule", rule, "--utility", utility);
      assertThat(words(line.get("winners"))).contains("b");
    }
  }

  @Test
  void ordinalBallotsOfOneProjectAreWorthNothingByBorda() throws IOException {
    String text = pb("ordinal", 10, "a 5", "3×a");
    for (String rule : List.of("equal-shares", "equal-shares-add1", "greedy")) {
      assertThat(counted(text, "--rule", rule).get("winners").isEmpty()).as(rule).isTrue();
    }
    assertThat(words(counted(text, "--utility", "cost").get("winners"))).isEqualTo("a");
    assertThat(fates(text, "greedy")).isEqualTo("a nobody-names-it 0");
  }

  @Test
  void everyRefusalHasWords() throws IOException {
    Pattern code = Pattern.compile("\"((?:election|pb)\\.[a-z-]+)\"");
    for (String root : List.of("../engines/consensus/src/main/java/org/xingfuli/engine/consensus/budget",
        "../exchange/src/main/java/org/xingfuli/exchange/ballots")) {
      try (Stream<Path> sources = Files.walk(Path.of(root))) {
        for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
          code.matcher(Files.readString(source)).results().forEach(m -> assertThat(Texts.knows(m.group(1))).as(m.group(1)).isTrue());
        }
      }
    }
  }
}
