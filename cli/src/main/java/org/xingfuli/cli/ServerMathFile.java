package org.xingfuli.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.Counts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Polis server's mathematics ({@code math-pca2.json}): {@code group-clusters} hold base clusters, {@code base-clusters} hold
 * participants, {@code group-votes} what each group said, {@code group-aware-consensus} its consensus.
 */
final class ServerMathFile {

  private ServerMathFile() {}

  /** @return null when the file cannot be used; the faults say why */
  static Conversation.@Nullable Server read(Path path, ConversationFaults faults) {
    String file = Objects.requireNonNullElse(path.getFileName(), path).toString();
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(path.toFile());
    } catch (JacksonException e) {
      faults.fault("opinion-file.no-json", file, Map.of("line", e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
      return null;
    }
    JsonNode ids = root.path("base-clusters").path("id");
    JsonNode members = root.path("base-clusters").path("members");
    JsonNode clusters = root.path("group-clusters");
    boolean whole = true;
    if (!ids.isArray() || !members.isArray() || ids.size() != members.size()) {
      faults.fault("opinion-file.mathematics", file, Map.of("field", "base-clusters"));
      whole = false;
    }
    if (!clusters.isArray()) {
      faults.fault("opinion-file.mathematics", file, Map.of("field", "group-clusters"));
      whole = false;
    }
    if (!root.path("group-aware-consensus").isObject()) {
      faults.fault("opinion-file.mathematics", file, Map.of("field", "group-aware-consensus"));
      whole = false;
    }
    return whole ? of(file, root, ids, members, clusters) : null;
  }

  private static Conversation.Server of(String file, JsonNode root, JsonNode ids, JsonNode members, JsonNode clusters) {
    Map<String, JsonNode> base = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      base.put(ids.get(i).asString(), members.get(i));
    }
    List<List<String>> groups = new ArrayList<>();
    Map<String, List<Counts>> counts = new TreeMap<>();
    for (JsonNode cluster : clusters) {
      List<String> group = new ArrayList<>();
      for (JsonNode each : cluster.path("members")) {
        JsonNode people = base.get(each.asString());
        if (people != null) {
          people.forEach(person -> group.add(person.asString()));
        }
      }
      groups.add(group);
      for (Map.Entry<String, JsonNode> vote : root.path("group-votes").path(cluster.path("id").asString()).path("votes").properties()) {
        JsonNode said = vote.getValue();
        counts.computeIfAbsent(vote.getKey(), key -> new ArrayList<>())
            .add(new Counts(said.path("A").asInt(), said.path("D").asInt(), said.path("S").asInt()));
      }
    }
    Map<String, Double> consensus = new TreeMap<>();
    root.path("group-aware-consensus").properties().forEach(each -> consensus.put(each.getKey(), each.getValue().asDouble()));
    int known = groups.stream().mapToInt(List::size).sum();
    return new Conversation.Server(file, groups, consensus, counts, Math.max(known, root.path("n").asInt(0)), true);
  }
}
