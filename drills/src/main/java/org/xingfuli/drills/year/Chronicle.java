package org.xingfuli.drills.year;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.Person;
import tools.jackson.databind.JsonNode;

/**
 * Everything that was done, in order, and its hash: the same year has the same hash. Ids made by the server and system time are
 * left out of it; what the platform answered in business terms is in it.
 */
final class Chronicle {

  /** Fields of answers that are no business content: made by the server, or told by the system's clock. */
  private static final Set<String> NOT_CONTENT = Set.of("id", "at", "by", "createdAt", "createdBy", "frozenAt",
      "frozenBy", "seconds", "updatedAt", "risk", "incident", "version", "setPasswordLink", "instance", "adoptedAt", "uploadedAt",
      "uploadedBy", "statedAt", "evidence", "settledBy", "statedBy", "passedBy", "validFrom", "validTo", "seen", "receivedAt",
      "requestedAt", "signedAt", "postedAt", "seal");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final MessageDigest hash;
  private final List<Act> acts = new ArrayList<>();
  private final TreeMap<String, Integer> counts = new TreeMap<>();

  /** Every line that is hashed, so that two years can be laid side by side; null when nobody asked for them. */
  private @Nullable PrintStream written;

  Chronicle() {
    try {
      hash = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Act act) {
    acts.add(act);
    counts.merge(act.acknowledged() ? act.kind() : act.kind() + " refused", 1, Integer::sum);
    tell(act.number() + "|" + act.day() + "|" + act.who() + "|" + act.kind() + "|" + act.about() + "|"
        + said(act) + "|" + act.status() + "|" + content(act.answer()));
  }

  /** What was seen at the end of a day, such as how the chart stands. */
  void seen(String what) {
    tell(what);
  }

  private static String said(Act act) {
    return content(Person.JSON.valueToTree(act.said()));
  }

  void writeTo(Path file) throws IOException {
    written = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
  }

  private void tell(String line) {
    if (written != null) {
      written.println(line);
    }
    hash.update(line.getBytes(StandardCharsets.UTF_8));
    hash.update((byte) '\n');
  }

  List<Act> acts() {
    return acts;
  }

  int next() {
    return acts.size() + 1;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  /** The hash of everything so far. */
  String hash() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) hash.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer's business content, fields in the order of their names. */
  static String content(JsonNode answer) {
    var text = new StringBuilder();
    write(answer, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      for (var name : new TreeSet<>(node.propertyNames())) {
        if (!NOT_CONTENT.contains(name)) {
          text.append(name).append(':');
          write(node.path(name), text);
          text.append(',');
        }
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(item -> {
        write(item, text);
        text.append(',');
      });
      text.append(']');
    } else {
      // An id tells nothing of the year, wherever it stands.
      text.append(node.isString() && ID.matcher(node.asString()).matches() ? "id" : node);
    }
  }
}
