package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.Agreement;
import org.xingfuli.engine.consensus.opinion.GroupConsensus;
import org.xingfuli.engine.consensus.opinion.OpinionMap;
import org.xingfuli.engine.consensus.opinion.StatementResult;

/**
 * What a server said, held against ours.
 *
 * @param results of every statement with the server's groups, reckoned by us with the server's prior
 * @param statements whose consensus the server said
 * @param largestError between its consensus and ours over them; null where it said none
 * @param missing statements of the server that we have no value for
 */
record ServerCheck(Conversation.Server server, List<StatementResult> results, int statements, @Nullable Double largestError, int missing) {

  static ServerCheck of(Conversation conversation, Conversation.Server server) {
    List<StatementResult> results = results(conversation, server, GroupConsensus.LAPLACE);
    Map<String, Double> ours = new TreeMap<>();
    results.forEach(each -> ours.put(each.statement(), each.consensus()));
    double largest = 0;
    int missing = 0;
    for (Map.Entry<String, Double> each : server.consensus().entrySet()) {
      Double own = ours.get(each.getKey());
      if (own == null) {
        missing++;
      } else {
        largest = Math.max(largest, Math.abs(own - each.getValue()));
      }
    }
    int compared = server.consensus().size();
    return new ServerCheck(server, results, compared, compared == 0 ? null : largest, missing);
  }

  /** From the votes where there are votes, otherwise from the server's own counts. */
  static List<StatementResult> results(Conversation conversation, Conversation.Server server, double prior) {
    if (conversation.votes().count() > 0) {
      return GroupConsensus.of(conversation.votes(), server.groups(), prior);
    }
    List<StatementResult> results = new ArrayList<>();
    new TreeSet<>(server.counts().keySet()).stream().sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
        .forEach(each -> results.add(GroupConsensus.of(each, server.counts().getOrDefault(each, List.of()), prior)));
    return results;
  }

  /** How far these groups agree with the server's. */
  double agreement(OpinionMap map) {
    Map<String, String> theirs = new TreeMap<>();
    for (int g = 0; g < server.groups().size(); g++) {
      for (String member : server.groups().get(g)) {
        theirs.put(member, Integer.toString(g));
      }
    }
    Map<String, String> ours = new TreeMap<>();
    map.groups().forEach(group -> group.members().forEach(member -> ours.put(member, group.letter())));
    return Agreement.adjustedRand(ours, theirs);
  }
}
