package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.OpinionGroups;
import org.xingfuli.engine.consensus.opinion.OpinionMap;
import org.xingfuli.engine.consensus.opinion.OpinionOptions;
import org.xingfuli.engine.consensus.opinion.StatementResult;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups an opinion conversation and values its statements; one JSON object. */
@Command(
    name = "opinion",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "意见分组与各组共识 / groups an opinion conversation and finds what all groups agree on.",
    footer = {
      "",
      "DIR: a folder with one conversation, or one of its FILEs, which is read with the others beside it. What a file is, is told by",
      "its content:",
      "  votes        CSV or JSON array: voter-id (participant_id, pid), comment-id (statement_id, tid), vote (1 agree, 0 pass,",
      "               -1 disagree), timestamp (modified; may be missing). A participant's last vote on a statement counts.",
      "  statements   CSV or JSON array: comment-id (statement_id, tid), moderated (mod), is-meta, comment-body (txt). Statements with",
      "               moderated -1 or is-meta are not used; 0 and 1 are, and all of them where there is no such file.",
      "  matrix       CSV: participant, group-id, one column a statement; its cells are the votes where no file of votes is there",
      "  mathematics  a Polis server's math-pca2.json",
      "Groups: where a server's mathematics is there, the server's, so that its consensus can be compared (groupsFrom: server);",
      "otherwise found from the votes (groupsFrom: votes). --groups says it otherwise. Participants with fewer than 7 votes on the",
      "statements used (or than there are statements) are counted but stand in no group, unless fewer than 15 would be grouped.",
      "JSON: participants, statements (voted on), statementsUsed, votes, grouped, ungrouped, groupsFrom, silhouette, silhouettes (of",
      "  every number of groups tried), explained, groups [{group, size, share, small, centre, about}], groupInformedConsensus and",
      "  groupInformedDisagreement {statement: product over the groups of (agree + 1) / (seen + 2), or of (disagree + 1)}: of the",
      "  statements used, with the server's groups of all; agreedByAll, rejectedByAll, contested (ten each), server {sizes, agreement",
      "  (adjusted Rand index of its groups and ours), statements, largestError (of its consensus and ours with its groups)},",
      "  seconds (with reading), groupingSeconds; with --points also points and hulls.",
      "Exit: 0 done, 1 a file cannot be used, 2 wrong arguments."
    })
final class OpinionCommand implements Callable<Integer> {

  private static final int MOST_TOLD = 10;
  private static final List<String> SOURCES = List.of("server", "own");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "DIR|FILE", description = "a conversation")
  private Path file = Path.of("");

  @Option(names = "--groups", paramLabel = "server|own", description = "whose groups: the server's, or found from the votes")
  private @Nullable String source;

  @Option(names = "--prior", paramLabel = "P", description = "added to either side of a share (default ${DEFAULT-VALUE}: Laplace; 0.5: Jeffreys)")
  private double prior = 1;

  @Option(names = "--most-groups", paramLabel = "K", description = "own groups are 2 to so many (default ${DEFAULT-VALUE})")
  private int mostGroups = 5;

  @Option(names = "--points", description = "also the place of every participant, and a hull of every group")
  private boolean points;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw wrong("找不到或不可读 / not found or not readable: " + file);
    }
    if (source != null && !SOURCES.contains(source)) {
      throw wrong("--groups: server, own");
    }
    try {
      long began = System.nanoTime();
      OpinionOptions options = options();
      Conversation conversation = ConversationFiles.read(file);
      print(conversation, options, began, System.nanoTime());
      return CommandLine.ExitCode.OK;
    } catch (Refused refused) {
      PrintWriter err = spec.commandLine().getErr();
      for (Refusal refusal : refused.refusals()) {
        err.println(Texts.of(refusal));
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private OpinionOptions options() {
    try {
      return OpinionOptions.ordinary().withPrior(prior).withMostGroups(mostGroups);
    } catch (Refused refused) {
      throw wrong(Texts.of(refused.refusals().getFirst()));
    }
  }

  private void print(Conversation conversation, OpinionOptions options, long began, long read) {
    Conversation.@Nullable Server server = conversation.server();
    boolean voted = conversation.votes().count() > 0;
    if (server == null && "server".equals(source)) {
      throw new Refused(Refusal.of("opinion-file.no-server", Map.of("files", String.join(", ", conversation.files()))));
    }
    if (!voted && "own".equals(source)) {
      throw new Refused(Refusal.of("opinion-file.empty", Map.of("file", String.join(", ", conversation.files()))));
    }
    boolean given = server != null && (source == null ? server.mathematics() : source.equals("server"));
    OpinionMap map = given && server != null && voted
        ? OpinionGroups.withGroups(conversation.votes(), conversation.leftOut(), server.groups(), options)
        : OpinionGroups.of(conversation.votes(), conversation.leftOut(), options);
    List<StatementResult> results = given && server != null ? ServerCheck.results(conversation, server, prior) : map.results();
    double grouping = (System.nanoTime() - read) / 1e9;
    OpinionJson words = new OpinionJson(conversation.texts(), prior);
    JsonLine json = new JsonLine().json("files", JsonLine.texts(conversation.files()))
        .put("participants", voted || server == null ? map.participants() : server.participants())
        .put("statements", voted ? conversation.votes().statements().size() : results.size());
    if (voted) {
      json.put("statementsUsed", map.statements()).put("votes", conversation.votes().count()).put("votesUsed", map.votes())
          .put("grouped", map.grouped()).put("ungrouped", map.ungrouped());
    }
    json.put("groupsFrom", given ? "server" : "votes").put("prior", prior);
    if (voted) {
      json.json("silhouette", OpinionJson.orNull(map.silhouette())).json("silhouettes", OpinionJson.silhouettes(map.silhouettes()))
          .json("explained", OpinionJson.list(map.explained().stream().map(OpinionJson::four).toList()))
          .json("groups", words.groups(map, points));
    } else if (server != null) {
      json.json("groups", OpinionJson.list(server.groups().stream().map(group -> new JsonLine().put("size", group.size()).end()).toList()));
    }
    json.json("groupInformedConsensus", OpinionJson.values(results, StatementResult::consensus))
        .json("groupInformedDisagreement", OpinionJson.values(results, StatementResult::disagreement));
    if (voted) {
      json.json("agreedByAll", words.first(map.agreedByAll(prior), MOST_TOLD, "consensus", StatementResult::consensus, c -> c.agreeShare(prior)))
          .json("rejectedByAll",
              words.first(map.rejectedByAll(prior), MOST_TOLD, "disagreement", StatementResult::disagreement, c -> c.disagreeShare(prior)))
          .json("contested", words.first(map.contested(), MOST_TOLD, "spread", StatementResult::spread, c -> c.agreeShare(prior)));
    }
    if (server != null) {
      json.json("server", compared(conversation, server, given ? OpinionGroups.of(conversation.votes(), conversation.leftOut(), options) : map));
    }
    if (points) {
      json.json("points", OpinionJson.points(map));
    }
    json.put("seconds", (System.nanoTime() - began) / 1e9).put("groupingSeconds", grouping);
    spec.commandLine().getOut().println(json.end());
    spec.commandLine().getOut().flush();
    warn(map);
  }

  /** The server beside us; its groups are always held against ours, found from the votes. */
  private static String compared(Conversation conversation, Conversation.Server server, OpinionMap own) {
    ServerCheck check = ServerCheck.of(conversation, server);
    JsonLine json = new JsonLine().put("file", server.file())
        .json("sizes", OpinionJson.list(server.groups().stream().map(group -> Integer.toString(group.size())).toList()));
    if (conversation.votes().count() > 0) {
      json.json("ownSizes", OpinionJson.list(own.groups().stream().map(group -> Integer.toString(group.size())).toList()))
          .json("agreement", OpinionJson.four(check.agreement(own)));
    }
    return json.put("statements", check.statements()).put("missing", check.missing())
        .json("largestError", check.largestError() == null ? "null" : Double.toString(check.largestError())).end();
  }

  private void warn(OpinionMap map) {
    map.groups().stream().filter(group -> group.small()).forEach(group -> spec.commandLine().getErr().println(
        group.letter() + " 组只有 " + group.size() + " 人，公布前请斟酌 / group " + group.letter() + " has only " + group.size()
            + " members: think before publishing what it says"));
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
