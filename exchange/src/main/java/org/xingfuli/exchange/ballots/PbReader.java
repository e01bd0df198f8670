package org.xingfuli.exchange.ballots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.budget.BallotKind;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Project;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Reads a {@code .pb} file of Pabulib: sections META ({@code key;value}), PROJECTS ({@code project_id;cost;…}) and VOTES
 * ({@code voter_id;vote;…}), each with a row of headings. Ballots that name a project twice count it once, and a voter who stands there twice
 * counts twice; both with a remark.
 */
public final class PbReader {

  private static final int MOST_FAULTS = 1000;
  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
  private static final int MOST_POINT_DECIMALS = 3;
  private static final List<String> SECTIONS = List.of("META", "PROJECTS", "VOTES");

  private final PbRows rows;
  private final List<String> seen = new ArrayList<>();
  private final List<Refusal> faults = new ArrayList<>();
  private final List<Refusal> remarks = new ArrayList<>();
  private final Map<String, String> meta = new LinkedHashMap<>();
  private final List<Project> projects = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Integer, Integer> statedVotes = new LinkedHashMap<>();
  private final List<String> selected = new ArrayList<>();
  private final List<Vote> votes = new ArrayList<>();
  private final Set<String> voters = new HashSet<>();
  /** Number of the ballot that named a project last. */
  private int[] namedIn = new int[0];
  private int pointDecimals;

  private record Vote(String id, int[] choices, BigDecimal @Nullable [] points) {}

  private PbReader(byte[] bytes) {
    rows = new PbRows(bytes);
  }

  /** @throws Refused with every fault and its line */
  public static PbFile read(byte[] bytes) {
    return new PbReader(bytes).read();
  }

  private PbFile read() {
    Map<String, Integer> heads = Map.of();
    String section = "";
    boolean headed = true;
    for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
      String first = row.getFirst().toUpperCase(Locale.ROOT);
      if (row.size() == 1 && SECTIONS.contains(first)) {
        section = first;
        headed = false;
      } else if (section.isEmpty()) {
        throw new Refused(Refusal.of("pb.not-a-pb-file", Map.of("line", rows.line(), "found", cut(row.getFirst()))));
      } else if (!headed) {
        heads = heads(section, row);
        headed = true;
      } else {
        take(section, heads, row);
      }
    }
    SECTIONS.stream().filter(s -> !seen.contains(s)).forEach(s -> fault("pb.section-missing", Map.of("section", s)));
    BigDecimal budget = money("budget", meta.get("budget"));
    BallotKind kind = kind();
    Refused.ifAny(faults);
    return new PbFile(election(budget, kind), meta, selected, remarks);
  }

  private Map<String, Integer> heads(String section, List<String> row) {
    seen.add(section);
    Map<String, Integer> heads = new HashMap<>();
    for (int c = 0; c < row.size(); c++) {
      heads.putIfAbsent(row.get(c).toLowerCase(Locale.ROOT), c);
    }
    List<String> needed = switch (section) {
      case "META" -> List.of("key", "value");
      case "PROJECTS" -> List.of("project_id", "cost");
      default -> List.of("voter_id", "vote");
    };
    for (String head : needed) {
      if (!heads.containsKey(head)) {
        fault("pb.head-missing", Map.of("section", section, "head", head, "found", cut(String.join(";", row))));
      }
    }
    return heads;
  }

  private void take(String section, Map<String, Integer> heads, List<String> row) {
    switch (section) {
      case "META" -> meta.put(row.getFirst().toLowerCase(Locale.ROOT), row.size() > 1 ? row.get(1) : "");
      case "PROJECTS" -> project(heads, row);
      default -> vote(heads, row);
    }
  }

  private static String cell(Map<String, Integer> heads, List<String> row, String head) {
    Integer at = heads.get(head);
    return at == null || at >= row.size() ? "" : row.get(at);
  }

  private void project(Map<String, Integer> heads, List<String> row) {
    String id = cell(heads, row, "project_id");
    if (id.isEmpty()) {
      fault("pb.id-missing", Map.of("section", "PROJECTS"));
    } else if (places.putIfAbsent(id, projects.size()) != null) {
      fault("pb.project-twice", Map.of("project", id));
      return;
    }
    String votes = cell(heads, row, "votes");
    if (votes.matches("\\d{1,9}")) {
      statedVotes.put(projects.size(), Integer.parseInt(votes));
    }
    if (cell(heads, row, "selected").equals("1")) {
      selected.add(id);
    }
    projects.add(new Project(id, cell(heads, row, "name"), money(id, cell(heads, row, "cost"))));
  }

  private BigDecimal money(String what, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      fault("pb.money-missing", Map.of("what", what));
      return BigDecimal.ZERO;
    }
    BigDecimal money = decimal(text);
    if (money == null || money.signum() < 0) {
      fault("pb.money", Map.of("what", what, "found", cut(text)));
      return BigDecimal.ZERO;
    }
    return money;
  }

  /** Null when it is no plain number of sensible length; a decimal comma is one. */
  private static @Nullable BigDecimal decimal(String text) {
    return text.matches("-?\\d{1,18}([.,]\\d{1,6})?") ? new BigDecimal(text.replace(',', '.')) : null;
  }

  private void vote(Map<String, Integer> heads, List<String> row) {
    String id = cell(heads, row, "voter_id");
    String named = cell(heads, row, "vote");
    String[] ids = named.isEmpty() ? new String[0] : named.split(",", -1);
    String given = cell(heads, row, "points");
    String[] points = given.isEmpty() ? new String[0] : given.split(",", -1);
    boolean pointed = points.length > 0;
    if (pointed && points.length != ids.length) {
      fault("pb.points-count", Map.of("voter", id, "projects", ids.length, "points", points.length));
      return;
    }
    if (!id.isEmpty() && !voters.add(id)) {
      remark("pb.voter-twice", Map.of("voter", cut(id)));
    }
    if (namedIn.length < projects.size()) {
      namedIn = Arrays.copyOf(namedIn, projects.size() * 2);
    }
    int[] choices = new int[ids.length];
    BigDecimal[] worth = new BigDecimal[pointed ? ids.length : 0];
    int kept = 0;
    for (int k = 0; k < ids.length; k++) {
      Integer place = places.get(ids[k].strip());
      if (place == null) {
        fault("pb.project-unknown", Map.of("voter", id, "project", cut(ids[k])));
      } else if (namedIn[place] == votes.size() + 1) {
        remark("pb.choice-twice", Map.of("voter", id, "project", ids[k].strip()));
      } else {
        if (pointed) {
          worth[kept] = points(id, points[k].strip());
        }
        namedIn[place] = votes.size() + 1;
        choices[kept++] = place;
      }
    }
    votes.add(new Vote(id, Arrays.copyOf(choices, kept), pointed ? Arrays.copyOf(worth, kept) : null));
  }

  private BigDecimal points(String voter, String text) {
    BigDecimal points = decimal(text);
    if (points == null || points.abs().compareTo(MOST_POINTS) > 0 || points.stripTrailingZeros().scale() > MOST_POINT_DECIMALS) {
      fault("pb.points", Map.of("voter", voter, "found", cut(text)));
      return BigDecimal.ZERO;
    }
    pointDecimals = Math.max(pointDecimals, points.stripTrailingZeros().scale());
    return points;
  }

  private BallotKind kind() {
    String type = meta.getOrDefault("vote_type", "").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "approval", "choose-1" -> BallotKind.APPROVAL;
      case "ordinal" -> BallotKind.ORDINAL;
      case "cumulative", "scoring" -> BallotKind.CUMULATIVE;
      default -> {
        fault("pb.vote-type", Map.of("found", cut(type)));
        yield BallotKind.APPROVAL;
      }
    };
  }

  private Election election(BigDecimal budget, BallotKind kind) {
    Election.Builder builder = new Election.Builder(budget, kind);
    projects.forEach(builder::project);
    for (Vote vote : votes) {
      BigDecimal[] points = vote.points;
      if (points == null || kind != BallotKind.CUMULATIVE) {
        builder.ballot(vote.id, vote.choices);
      } else {
        // Only how points relate counts, so that halves may be counted as wholes.
        long[] whole = Arrays.stream(points).mapToLong(p -> p.movePointRight(pointDecimals).longValueExact()).toArray();
        builder.ballot(vote.id, vote.choices, whole);
      }
    }
    Election election = builder.build();
    int[] counted = election.votes();
    statedVotes.forEach((p, stated) -> {
      if (stated != counted[p] && remarks.size() < MOST_FAULTS) {
        remarks.add(Refusal.of("pb.votes-differ", Map.of("project", projects.get(p).id(), "stated", stated, "found", counted[p])));
      }
    });
    stated("num_votes", votes.size());
    stated("num_projects", projects.size());
    return election;
  }

  private void stated(String key, int found) {
    String stated = meta.get(key);
    if (stated != null && !stated.equals(Integer.toString(found))) {
      remarks.add(Refusal.of("pb.count-differs", Map.of("key", key, "stated", cut(stated), "found", found)));
    }
  }

  private void fault(String code, Map<String, Object> values) {
    note(faults, code, values);
  }

  private void remark(String code, Map<String, Object> values) {
    note(remarks, code, values);
  }

  private void note(List<Refusal> to, String code, Map<String, Object> values) {
    if (to.size() < MOST_FAULTS) {
      Map<String, Object> all = new HashMap<>(values);
      all.put("line", rows.line());
      to.add(Refusal.of(code, all));
    }
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
