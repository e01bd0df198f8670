package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Participants × statements, sparse. A participant's last vote on a statement counts: the one with the latest time, of equal times the
 * one cast last. Participants and statements stand in the order of their ids, numbers by value and before words, so that the order
 * in which votes come in changes nothing.
 */
public final class Votes {

  private static final Comparator<String> NATURAL = Comparator.comparing((String id) -> !isNumber(id))
      .thenComparing((a, b) -> isNumber(a) && isNumber(b) ? Integer.compare(a.length(), b.length()) : 0)
      .thenComparing(Comparator.naturalOrder());

  private final List<String> participants;
  private final List<String> statements;
  /** Of each participant the statements they saw, ascending, and what they said. */
  private final int[][] seen;
  private final byte[][] said;

  private Votes(List<String> participants, List<String> statements, int[][] seen, byte[][] said) {
    this.participants = participants;
    this.statements = statements;
    this.seen = seen;
    this.said = said;
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty() && id.length() <= 18 && id.chars().allMatch(c -> c >= '0' && c <= '9') && (id.length() == 1 || id.charAt(0) != '0');
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Ids in their order. */
  public List<String> participants() {
    return participants;
  }

  /** Ids in their order. */
  public List<String> statements() {
    return statements;
  }

  /** Votes that count. */
  public int count() {
    return Arrays.stream(seen).mapToInt(row -> row.length).sum();
  }

  /** The same participants without these statements; ids that are not there do no harm. */
  public Votes without(Collection<String> leftOut) {
    Set<String> out = new HashSet<>(leftOut);
    int[] place = new int[statements.size()];
    List<String> kept = new ArrayList<>();
    for (int s = 0; s < place.length; s++) {
      place[s] = out.contains(statements.get(s)) ? -1 : kept.size();
      if (place[s] >= 0) {
        kept.add(statements.get(s));
      }
    }
    int[][] keptSeen = new int[seen.length][];
    byte[][] keptSaid = new byte[seen.length][];
    for (int p = 0; p < seen.length; p++) {
      int[] row = seen[p];
      byte[] values = said[p];
      int[] places = IntStream.range(0, row.length).filter(i -> place[row[i]] >= 0).toArray();
      keptSeen[p] = new int[places.length];
      keptSaid[p] = new byte[places.length];
      for (int i = 0; i < places.length; i++) {
        keptSeen[p][i] = place[row[places[i]]];
        keptSaid[p][i] = values[places[i]];
      }
    }
    return new Votes(participants, List.copyOf(kept), keptSeen, keptSaid);
  }

  /** Numbers of the statements this participant saw, ascending. */
  int[] seen(int participant) {
    return seen[participant];
  }

  /** What they said, beside {@link #seen}. */
  byte[] said(int participant) {
    return said[participant];
  }

  /** Takes votes in any order. */
  public static final class Builder {

    private final Map<String, Integer> participants = new HashMap<>();
    private final Map<String, Integer> statements = new HashMap<>();
    private int[] who = new int[1_024];
    private int[] what = new int[1_024];
    private byte[] value = new byte[1_024];
    private long[] time = new long[1_024];
    private int size;

    private Builder() {}

    /** @param at any scale that grows; 0 for all where no time is known */
    public Builder cast(String participant, String statement, Vote vote, long at) {
      if (size == who.length) {
        int more = Math.multiplyExact(size, 2);
        who = Arrays.copyOf(who, more);
        what = Arrays.copyOf(what, more);
        value = Arrays.copyOf(value, more);
        time = Arrays.copyOf(time, more);
      }
      who[size] = number(participants, participant);
      what[size] = number(statements, statement);
      value[size] = (byte) vote.value();
      time[size++] = at;
      return this;
    }

    /** A participant is there although perhaps without a vote. */
    public Builder participant(String id) {
      number(participants, id);
      return this;
    }

    /** A statement is there although perhaps nobody voted on it. */
    public Builder statement(String id) {
      number(statements, id);
      return this;
    }

    private static int number(Map<String, Integer> numbers, String id) {
      Integer known = numbers.putIfAbsent(id, numbers.size());
      return known == null ? numbers.size() - 1 : known;
    }

    public Votes build() {
      List<String> sortedParticipants = participants.keySet().stream().sorted(NATURAL).toList();
      List<String> sortedStatements = statements.keySet().stream().sorted(NATURAL).toList();
      int[] participantAt = places(participants, sortedParticipants);
      int[] statementAt = places(statements, sortedStatements);
      int[] start = new int[sortedParticipants.size() + 1];
      for (int i = 0; i < size; i++) {
        start[participantAt[who[i]] + 1]++;
      }
      for (int p = 1; p < start.length; p++) {
        start[p] += start[p - 1];
      }
      int[] byParticipant = new int[size];
      int[] next = start.clone();
      for (int i = 0; i < size; i++) {
        byParticipant[next[participantAt[who[i]]]++] = i;
      }
      int[][] seen = new int[sortedParticipants.size()][];
      byte[][] said = new byte[seen.length][];
      int[] last = new int[sortedStatements.size()];
      Arrays.fill(last, -1);
      for (int p = 0; p < seen.length; p++) {
        int found = 0;
        int[] row = new int[start[p + 1] - start[p]];
        for (int j = start[p]; j < start[p + 1]; j++) {
          int vote = byParticipant[j];
          int statement = statementAt[what[vote]];
          if (last[statement] < 0) {
            row[found++] = statement;
          }
          if (last[statement] < 0 || time[vote] >= time[last[statement]]) {
            last[statement] = vote;
          }
        }
        seen[p] = Arrays.copyOf(row, found);
        Arrays.sort(seen[p]);
        said[p] = new byte[found];
        for (int i = 0; i < found; i++) {
          said[p][i] = value[last[seen[p][i]]];
          last[seen[p][i]] = -1;
        }
      }
      return new Votes(sortedParticipants, sortedStatements, seen, said);
    }

    private static int[] places(Map<String, Integer> numbers, List<String> sorted) {
      int[] places = new int[sorted.size()];
      for (int i = 0; i < places.length; i++) {
        places[numbers.getOrDefault(sorted.get(i), -1)] = i;
      }
      return places;
    }
  }
}
