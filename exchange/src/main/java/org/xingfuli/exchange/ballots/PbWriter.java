package org.xingfuli.exchange.ballots;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.engine.consensus.budget.BallotKind;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Project;

/** Writes a budgeted vote as a {@code .pb} file that {@link PbReader} reads back the same; UTF-8 is the caller's matter. */
public final class PbWriter {

  private PbWriter() {}

  /**
   * @param meta what the first section says beside numbers of projects and votes, budget and vote type, which follow from the election
   * @param selected ids of the winners; empty where none are known yet, and then no such column is written
   */
  public static void write(Election election, Map<String, String> meta, List<String> selected, Appendable out) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(meta);
    all.put("num_projects", Integer.toString(election.projects().size()));
    all.put("num_votes", Integer.toString(election.ballots()));
    all.put("budget", plain(election.budget()));
    all.put("vote_type", switch (election.kind()) {
      case APPROVAL -> "choose-1".equals(meta.get("vote_type")) ? "choose-1" : "approval";
      case ORDINAL -> "ordinal";
      case CUMULATIVE -> "scoring".equals(meta.get("vote_type")) ? "scoring" : "cumulative";
    });
    out.append("META\nkey;value\n");
    for (Map.Entry<String, String> entry : all.entrySet()) {
      out.append(cell(entry.getKey())).append(';').append(cell(entry.getValue())).append('\n');
    }
    projects(election, Set.copyOf(selected), out);
    votes(election, out);
  }

  private static void projects(Election election, Set<String> selected, Appendable out) throws IOException {
    int[] votes = election.votes();
    out.append(selected.isEmpty() ? "PROJECTS\nproject_id;cost;votes;name\n" : "PROJECTS\nproject_id;cost;votes;name;selected\n");
    for (int p = 0; p < votes.length; p++) {
      Project project = election.projects().get(p);
      out.append(cell(project.id())).append(';').append(plain(project.cost())).append(';').append(Integer.toString(votes[p])).append(';')
          .append(cell(project.name()));
      if (!selected.isEmpty()) {
        out.append(selected.contains(project.id()) ? ";1" : ";0");
      }
      out.append('\n');
    }
  }

  private static void votes(Election election, Appendable out) throws IOException {
    boolean points = election.kind() == BallotKind.CUMULATIVE;
    out.append(points ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n");
    for (int b = 0; b < election.ballots(); b++) {
      int[] choices = election.choices(b);
      long[] given = election.points(b);
      StringBuilder named = new StringBuilder();
      StringBuilder worth = new StringBuilder();
      for (int k = 0; k < choices.length; k++) {
        named.append(k == 0 ? "" : ",").append(election.projects().get(choices[k]).id());
        worth.append(k == 0 ? "" : ",").append(given[k]);
      }
      out.append(cell(election.ballotId(b))).append(';').append(cell(named.toString()));
      if (points) {
        out.append(';').append(worth);
      }
      out.append('\n');
    }
  }

  private static String plain(BigDecimal money) {
    return money.signum() == 0 ? "0" : money.stripTrailingZeros().toPlainString();
  }

  /** In quotes where it must be: what separates, ends a line, or begins with a quote. */
  private static String cell(String text) {
    boolean quoted = text.startsWith("\"") || text.chars().anyMatch(c -> c == ';' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
