package org.xingfuli.exchange.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.budget.BallotKind;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Project;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;

/** Files of budgeted votes, read and written. */
class PbFileTest {

  private static final String SMALL = """
      META
      key;value
      description;小区自选项目
      budget;300.50
      vote_type;approval
      num_votes;3
      comment;"分号 ; 与引号 "" 都在引号里"
      PROJECTS
      project_id;cost;votes;name;selected
      坡道;44;2;楼前坡道;1
      车位;128,5;1;"车位; 86 个";0
      VOTES
      voter_id;vote;age
      1;坡道,车位;70
      2;坡道;
      3;;33
      """;

  private static PbFile read(String text) {
    return PbReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> codes(String text) {
    try {
      read(text);
      return List.of();
    } catch (Refused refused) {
      return refused.refusals().stream().map(Refusal::code).toList();
    }
  }

  @Test
  void aFileIsReadWithItsQuotesItsDecimalCommasAndItsEmptyBallots() {
    PbFile file = read(SMALL);
    assertThat(file.election().budget()).isEqualByComparingTo("300.50");
    assertThat(file.election().projects()).extracting(Project::id).containsExactly("坡道", "车位");
    assertThat(file.election().projects().get(1)).isEqualTo(new Project("车位", "车位; 86 个", new BigDecimal("128.5")));
    assertThat(file.election().ballots()).isEqualTo(3);
    assertThat(file.election().choices(0)).containsExactly(0, 1);
    assertThat(file.election().choices(2)).isEmpty();
    assertThat(file.meta()).containsEntry("comment", "分号 ; 与引号 \" 都在引号里");
    assertThat(file.selected()).containsExactly("坡道");
    assertThat(file.remarks()).isEmpty();
  }

  @Test
  void marksOfOtherSystemsDoNoHarm() {
    PbFile file = read("\uFEFF" + SMALL.replace("\n", "\r\n").replace("META", "meta"));
    assertThat(file.election().ballots()).isEqualTo(3);
    assertThat(file.selected()).containsExactly("坡道");
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLine() {
    assertThatThrownBy(() -> read(SMALL.replace("budget;300.50", "budget;viel").replace("坡道;44;", "坡道;-4;").replace("2;坡道;", "2;梯子;")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(Refusal::code, r -> r.values().get("line"))
            .containsExactly(
                tuple("pb.money", 10),
                tuple("pb.project-unknown", 15),
                tuple("pb.money", 16)));
  }

  @Test
  void whatIsNoSuchFileIsSaidToBeNone() {
    assertThat(codes("hello\n")).containsExactly("pb.not-a-pb-file");
    assertThat(codes("")).contains("pb.section-missing");
    assertThat(codes(SMALL.replace("voter_id;vote;", "voter;choice;"))).contains("pb.head-missing");
    assertThat(codes(SMALL.replace("vote_type;approval", "vote_type;knapsack"))).containsExactly("pb.vote-type");
    assertThat(codes(SMALL.replace("车位;128,5", "坡道;128,5"))).contains("pb.project-twice");
    assertThatThrownBy(() -> PbReader.read(new byte[] {'M', (byte) 0xC3, '\n'})).isInstanceOf(Refused.class).hasMessageContaining("pb.encoding");
  }

  @Test
  void whatIsOddButHarmlessIsRemarked() {
    PbFile file = read(SMALL.replace("2;坡道;", "2;坡道,坡道;").replace("num_votes;3", "num_votes;4").replace("坡道;44;2;", "坡道;44;9;"));
    assertThat(file.election().choices(1)).containsExactly(0);
    assertThat(file.remarks()).extracting(Refusal::code).containsExactly("pb.choice-twice", "pb.votes-differ", "pb.count-differs");
  }

  @Test
  void pointsWithDecimalsKeepTheirRelation() {
    PbFile file = read("""
        META
        key;value
        budget;10
        vote_type;cumulative
        PROJECTS
        project_id;cost
        a;4
        b;5
        VOTES
        voter_id;vote;points
        1;a,b;0.5,2
        2;b;1
        """);
    assertThat(file.election().points(0)).containsExactly(5, 20);
    assertThat(file.election().points(1)).containsExactly(10);
    assertThat(codes("META\nkey;value\nbudget;1\nvote_type;scoring\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote;points\n1;a;1,2\n"))
        .containsExactly("pb.points-count");
  }

  @Test
  void pointsAreNeverRounded() {
    String one = "META\nkey;value\nbudget;10\nvote_type;cumulative\nPROJECTS\nproject_id;cost\na;4\nVOTES\nvoter_id;vote;points\n1;a;";
    assertThat(read(one + "0.001\n").election().points(0)).containsExactly(1);
    assertThat(read(one + "-0.5000\n").election().points(0)).containsExactly(-5);
    assertThat(read(one + "1000000.000\n").election().points(0)).containsExactly(1_000_000);
    for (String wrong : List.of("0.0001", "1000001", "1e3", "½")) {
      assertThat(codes(one + wrong + "\n")).as(wrong).containsExactly("pb.points");
    }
  }

  @Test
  void aVoterWhoStandsThereTwiceIsRemarked() {
    PbFile file = read(SMALL.replace("2;坡道;", "1;坡道;"));
    assertThat(file.election().ballots()).isEqualTo(3);
    assertThat(file.remarks()).extracting(Refusal::code, r -> r.values().get("voter"), r -> r.values().get("line"))
        .containsExactly(tuple("pb.voter-twice", "1", 15));
  }

  @Test
  void longBallotsAndLinesAreReadInOneGo() {
    StringBuilder text = new StringBuilder("META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\nproject_id;cost\n");
    StringBuilder all = new StringBuilder();
    for (int p = 0; p < 200_000; p++) {
      text.append(p).append(";1\n");
      all.append(p == 0 ? "" : ",").append(p);
    }
    text.append("VOTES\nvoter_id;vote\n1;").append(all).append("\n2;").append(all).append(";\"\"").append(";".repeat(1_000_000)).append('\n');
    long began = System.nanoTime();
    assertThat(codes(text.toString())).containsExactly("election.projects");
    // Some tenths of a second; a look at every earlier choice for each would be 20 thousand million looks a ballot.
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @SeededTest
  void whatIsWrittenIsReadTheSame(long seed) throws IOException {
    Dice dice = new Dice(seed);
    BallotKind kind = dice.pick(BallotKind.class);
    Election.Builder builder = new Election.Builder(new BigDecimal(dice.between(1, 9999)).movePointLeft(dice.between(0, 2)), kind);
    int projects = dice.between(1, 6);
    for (int p = 0; p < projects; p++) {
      builder.project(new Project("编号/" + p, dice.pick(List.of("", "一;二", "引\"号", "\"开头", "两\n行")), new BigDecimal(dice.between(0, 500))));
    }
    for (int b = dice.between(0, 12); b > 0; b--) {
      List<Integer> named = dice.shuffled(IntStream.range(0, projects).boxed().toList()).subList(0, dice.between(0, projects));
      builder.ballot("v" + b, named.stream().mapToInt(Integer::intValue).toArray(),
          named.stream().mapToLong(p -> kind == BallotKind.CUMULATIVE ? dice.between(0, 9) : 1).toArray());
    }
    Election election = builder.build();
    StringBuilder text = new StringBuilder();
    PbWriter.write(election, Map.of("description", "一;二"), List.of("编号/0"), text);
    PbFile read = read(text.toString());
    assertThat(read.remarks()).isEmpty();
    assertThat(read.selected()).containsExactly("编号/0");
    assertThat(read.meta()).containsEntry("description", "一;二");
    assertThat(read.election().projects()).isEqualTo(election.projects());
    assertThat(read.election().budget()).isEqualByComparingTo(election.budget());
    assertThat(read.election().ballots()).isEqualTo(election.ballots());
    for (int b = 0; b < election.ballots(); b++) {
      assertThat(read.election().ballotId(b)).isEqualTo(election.ballotId(b));
      assertThat(read.election().choices(b)).isEqualTo(election.choices(b));
      assertThat(read.election().points(b)).isEqualTo(election.points(b));
    }
  }
}
