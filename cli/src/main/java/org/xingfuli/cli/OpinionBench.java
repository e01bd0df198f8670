package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.consensus.opinion.OpinionGroup;
import org.xingfuli.engine.consensus.opinion.OpinionGroups;
import org.xingfuli.engine.consensus.opinion.OpinionMap;
import org.xingfuli.engine.consensus.opinion.OpinionOptions;
import org.xingfuli.kernel.Refused;

/**
 * Real opinion conversations, each folder one: what is timed is the whole grouping after reading (components, every number of groups,
 * consensus, hulls, what each group is about), once as the first run of this process finds it and then so many times. Every run must
 * give the same map as the first. Where a server's groups and consensus are there, the consensus is reckoned again from its groups.
 */
record OpinionBench(Path folder, PrintWriter out, int runs, String engine) {

  /** What a server's consensus may differ by. */
  private static final double EXACT = 1e-12;

  int run() throws IOException {
    List<String> rows = new ArrayList<>();
    boolean same = true;
    double largest = 0;
    int compared = 0;
    for (Path each : conversations()) {
      Conversation conversation = read(each);
      if (conversation == null) {
        continue;
      }
      OpinionMap[] first = new OpinionMap[1];
      double cold = Sample.ofSeconds(1, () -> first[0] = map(conversation)).least();
      boolean[] equal = {true};
      Sample took = Sample.ofSeconds(runs, () -> equal[0] &= map(conversation).equals(first[0]));
      same &= equal[0];
      OpinionMap map = first[0];
      String name = folder.relativize(each).toString();
      List<String> sizes = map.groups().stream().map(OpinionGroup::size).map(String::valueOf).toList();
      JsonLine json = new JsonLine().put("conversation", name).put("participants", map.participants())
          .put("statements", conversation.votes().statements().size()).put("statementsUsed", map.statements())
          .put("votes", conversation.votes().count()).json("groups", OpinionJson.list(sizes)).put("ungrouped", map.ungrouped())
          .json("silhouette", OpinionJson.orNull(map.silhouette())).put("same", equal[0]).json("firstSeconds", OpinionJson.four(cold))
          .json("seconds", OpinionJson.four(took.least())).json("medianSeconds", OpinionJson.four(took.median()));
      row("%s: %d × %d (%d used), %d votes: groups %s, %d in none, silhouette %s; %.3f s the first time, best %.4f s, median %.4f s of %d;"
          + " every run the same: %s", name, map.participants(), conversation.votes().statements().size(), map.statements(),
          conversation.votes().count(), String.join("/", sizes), map.ungrouped(), OpinionJson.orNull(map.silhouette()), cold, took.least(),
          took.median(), runs, equal[0] ? "yes" : "no");
      Conversation.Server server = conversation.server();
      if (server != null) {
        ServerCheck check = ServerCheck.of(conversation, server);
        String theirs = OpinionJson.list(server.groups().stream().map(group -> Integer.toString(group.size())).toList());
        json.json("serverGroups", theirs).json("agreement", OpinionJson.four(check.agreement(map)));
        row("  the server's groups %s: adjusted Rand index %.3f", theirs, check.agreement(map));
        Double error = check.largestError();
        if (error != null) {
          row("  the server's consensus of %d statements, reckoned again with its groups: largest error %.2e", check.statements(), error);
          json.put("consensusStatements", check.statements()).json("largestError", Double.toString(error));
          largest = Math.max(largest, check.missing() > 0 ? Double.POSITIVE_INFINITY : error);
          compared += check.statements();
        }
      }
      rows.add(json.end());
    }
    boolean exact = largest <= EXACT;
    row("the same map in every run: %s; consensus of %d statements equal to the servers' within %.0e: %s", same ? "yes" : "no", compared,
        EXACT, exact ? "yes" : "no");
    out.println(new JsonLine().put("bench", "opinion").put("engine", engine).put("runs", runs).put("same", same)
        .put("consensusStatements", compared).json("largestError", Double.isFinite(largest) ? Double.toString(largest) : "null")
        .json("conversations", OpinionJson.list(rows)).end());
    out.flush();
    return same && exact && !rows.isEmpty() ? 0 : 1;
  }

  private static OpinionMap map(Conversation conversation) {
    return OpinionGroups.of(conversation.votes(), conversation.leftOut(), OpinionOptions.ordinary());
  }

  private List<Path> conversations() throws IOException {
    try (Stream<Path> below = Files.walk(folder, 2)) {
      return below.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Null where a folder holds no conversation; what is wrong with one that is there is told. */
  private @Nullable Conversation read(Path each) throws IOException {
    try {
      Conversation conversation = ConversationFiles.read(each);
      return conversation.votes().count() > 0 ? conversation : null;
    } catch (Refused refused) {
      if (refused.refusals().stream().noneMatch(refusal -> refusal.code().equals("opinion-file.no-votes"))) {
        refused.refusals().forEach(refusal -> row("%s", Texts.of(refusal)));
      }
      return null;
    }
  }

  private void row(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
