package org.xingfuli.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.Counts;
import org.xingfuli.engine.consensus.opinion.Votes;

/**
 * An opinion conversation as its files tell it.
 *
 * @param files names of those read
 * @param votes on all statements; empty where only a server's mathematics was given
 * @param moderatedOut statements a moderator took out ({@code moderated} is −1)
 * @param meta statements about participants instead of the matter ({@code is-meta}); not used for grouping either
 * @param texts of statements, where a file of statements was there
 * @param server what a server made of it, where a file says so
 */
record Conversation(List<String> files, Votes votes, Set<String> moderatedOut, Set<String> meta, Map<String, String> texts,
    @Nullable Server server) {

  /** What is not used for grouping. */
  Set<String> leftOut() {
    Set<String> out = new TreeSet<>(moderatedOut);
    out.addAll(meta);
    return out;
  }

  /**
   * @param file that says it
   * @param groups ids of members, in the server's order
   * @param consensus its group-informed consensus by statement; empty where it was not exported
   * @param counts its votes by statement and group; empty where it was not exported
   * @param participants of the conversation
   * @param mathematics the server's own groups of these very votes, so that its consensus can be reckoned again
   */
  record Server(String file, List<List<String>> groups, Map<String, Double> consensus, Map<String, List<Counts>> counts,
      int participants, boolean mathematics) {}
}
