package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.owners.Ballot;
import org.xingfuli.engine.consensus.owners.Choice;
import org.xingfuli.engine.consensus.owners.Matter;
import org.xingfuli.engine.consensus.owners.Slate;
import org.xingfuli.engine.consensus.owners.Unit;
import org.xingfuli.engine.consensus.owners.Vote;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The matters of an {@link OwnersFile} and what is said on them, beside the units, at the owners, or in a list of its own. */
final class OwnersBallots {

  private static final int COMMITTEE = 3;

  /**
   * A matter of the file.
   *
   * @param slate of an election; null of every other matter
   * @param fields of the matter, or of the whole file when the matter is a plain value
   * @param own whether the fields are the matter's own
   */
  record Question(Matter matter, @Nullable Slate slate, JsonFields fields, boolean own) {

    List<String> ignored() {
      return own ? fields.ignored() : List.of();
    }
  }

  /** Who may be named in a vote. */
  record Voices(Map<String, Unit> units, Map<String, List<String>> owners, String builder) {}

  private final List<Refusal> faults;
  private final List<Question> questions = new ArrayList<>();
  private final List<Ballot> ballots = new ArrayList<>();
  private final Map<String, List<Choice>> choices = new HashMap<>();

  OwnersBallots(List<Refusal> faults) {
    this.faults = faults;
  }

  List<Question> questions() {
    return questions;
  }

  List<Ballot> ballots() {
    return ballots;
  }

  List<Choice> choices(String matter) {
    return choices.getOrDefault(matter, List.of());
  }

  void matters(JsonFields file, int otherwise) {
    JsonNode node = file.take(OwnersWords.MATTERS);
    if (node == null && otherwise == 0) {
      fault("no-matter", Map.of());
    } else if (node == null) {
      question(Integer.toString(otherwise), otherwise, "", file, false);
    } else {
      int i = 0;
      for (JsonNode each : node.isArray() ? node : List.of(node)) {
        String place = node.isArray() ? "matters[" + i++ + "]" : "matter";
        if (each.isObject()) {
          object(new JsonFields(each, place), otherwise);
        } else {
          String said = each.asString("").strip();
          int number = OwnersWords.matter(said);
          if (number == 0) {
            fault("matter", Map.of("place", place, "value", said));
          } else {
            question(said, number, "", file, false);
          }
        }
      }
    }
  }

  private void object(JsonFields fields, int otherwise) {
    String id = fields.text(OwnersWords.MATTER_ID);
    String title = fields.text(OwnersWords.MATTER_TITLE);
    int number = 0;
    String said = "";
    for (String name : OwnersWords.MATTER_NUMBER) {
      String value = fields.text(List.of(name));
      said = said.isEmpty() ? value : said;
      number = number == 0 ? OwnersWords.matter(value) : number;
    }
    for (String other : List.of(id, title)) {
      number = number == 0 ? OwnersWords.matter(other) : number;
    }
    number = number == 0 ? otherwise : number;
    if (number == 0) {
      fault("matter", Map.of("place", fields.place(), "value", said.isEmpty() ? title : said));
    } else {
      question(id.isEmpty() ? said : id, number, title, fields, true);
    }
  }

  private void question(String named, int number, String title, JsonFields fields, boolean own) {
    boolean taken = named.isEmpty() || questions.stream().anyMatch(each -> each.matter().id().equals(named));
    Matter matter = new Matter(taken && own ? fields.place() : named, number, title);
    JsonNode candidates = number == COMMITTEE ? fields.take(OwnersWords.CANDIDATES) : null;
    Slate slate = null;
    if (candidates != null) {
      try {
        String seats = fields.text(OwnersWords.SEATS);
        slate = new Slate(seats.matches("\\d{1,3}") ? Integer.parseInt(seats) : 0, !fields.flag(OwnersWords.REPLACEMENT),
            OwnersWords.names(candidates));
      } catch (Refused e) {
        faults.addAll(e.refusals());
        return;
      }
    }
    questions.add(new Question(matter, slate, fields, own));
  }

  private @Nullable Question find(String said) {
    for (Question each : questions) {
      if (each.matter().id().equals(said) || !each.matter().title().isEmpty() && each.matter().title().equals(said)) {
        return each;
      }
    }
    List<Question> numbered = questions.stream().filter(each -> each.matter().number() == OwnersWords.matter(said)).toList();
    return numbered.size() == 1 ? numbered.getFirst() : null;
  }

  /** Votes in a list of their own, and those that stand at their matter. */
  void all(@Nullable JsonNode node, Voices voices) {
    list(node, voices, null, "votes");
    for (Question each : questions) {
      if (each.own()) {
        list(each.fields().take(OwnersWords.VOTES), voices, each, each.fields().place("votes"));
      }
    }
  }

  private void list(@Nullable JsonNode node, Voices voices, @Nullable Question on, String place) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      int i = 0;
      for (JsonNode each : node) {
        entry(each, voices, on, place + "[" + i++ + "]");
      }
      return;
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String key = each.getKey().strip();
      String at = place + "." + key;
      Question named = on == null ? find(key) : null;
      Vote word = OwnersWords.vote(key);
      if (knows(key, voices)) {
        byName(key, each.getValue(), voices, on, at);
      } else if (named != null && each.getValue().isContainer()) {
        list(each.getValue(), voices, named, at);
      } else if (word != null && each.getValue().isArray()) {
        OwnersWords.names(each.getValue()).forEach(name -> byName(name, StringNode.valueOf(word.name()), voices, on, at));
      } else {
        fault("voice", Map.of("place", at, "value", key));
      }
    }
  }

  private void entry(JsonNode node, Voices voices, @Nullable Question on, String place) {
    if (!node.isObject()) {
      fault("row", Map.of("place", place, "found", OwnersFile.shortened(node.toString())));
      return;
    }
    JsonFields fields = new JsonFields(node, place);
    String matter = fields.text(OwnersWords.VOTE_MATTER);
    Question question = matter.isEmpty() ? on : find(matter);
    if (question == null && !matter.isEmpty()) {
      fault("matter", Map.of("place", place, "value", matter));
      return;
    }
    String unit = fields.text(OwnersWords.VOICE_UNIT);
    JsonNode owner = fields.take(OwnersWords.VOICE_PERSON);
    List<String> persons = owner == null ? List.of() : OwnersWords.names(owner);
    JsonNode said = OwnersWords.said(fields);
    if (!unit.isEmpty()) {
      if (!voices.units.containsKey(unit)) {
        fault("voice", Map.of("place", place, "value", unit));
      } else {
        say(said, unit, persons.size() == 1 ? person(persons.getFirst(), voices) : null, place, question);
      }
    } else if (persons.size() > 1) {
      together(persons, said, voices, question, place);
    } else {
      byName(persons.isEmpty() ? fields.text(OwnersWords.VOICE) : persons.getFirst(), said, voices, question, place);
    }
  }

  private static String person(String name, Voices voices) {
    return OwnersWords.isBuilder(name) ? voices.builder : name;
  }

  /** Co-owners named together: the unit they own, and nobody else with them. */
  private void together(List<String> persons, @Nullable JsonNode said, Voices voices, @Nullable Question on, String place) {
    Set<String> wanted = new HashSet<>(persons);
    Unit theirs = voices.units.values().stream().filter(unit -> wanted.equals(new HashSet<>(unit.owners()))).findFirst().orElse(null);
    if (theirs == null) {
      fault("voice", Map.of("place", place, "value", String.join(", ", persons)));
    } else {
      say(said, theirs.id(), null, place, on);
    }
  }

  private static boolean knows(String name, Voices voices) {
    return voices.units.containsKey(name) || voices.owners.containsKey(person(name, voices));
  }

  private void byName(String name, @Nullable JsonNode said, Voices voices, @Nullable Question on, String place) {
    Unit unit = voices.units.get(name);
    boolean person = voices.owners.containsKey(person(name, voices));
    if (unit == null && !person) {
      fault("voice", Map.of("place", place, "value", name));
    } else if (unit != null && person && !unit.owners().equals(List.of(name))) {
      fault("voice-ambiguous", Map.of("place", place, "value", name));
    } else if (unit != null && !person) {
      say(said, name, null, place, on);
    } else {
      say(said, null, person(name, voices), place, on);
    }
  }

  /**
   * What one voice says: a word on the one matter; words by matter; words in the order of the matters; candidates.
   *
   * @param on the matter it is about; null: what is said, or the only one
   */
  void say(@Nullable JsonNode said, @Nullable String unit, @Nullable String person, String place, @Nullable Question on) {
    if (said == null || said.isNull() || questions.isEmpty()) {
      return;
    }
    Question question = on == null && questions.size() == 1 ? questions.getFirst() : on;
    if (question != null && question.slate() != null && (said.isArray() || said.isObject() && !new JsonFields(said, place).has(OwnersWords.VOTE))
        && (on != null || find(firstKey(said)) == null)) {
      choose(question, said, unit, person, place);
    } else if (said.isObject()) {
      JsonFields fields = new JsonFields(said, place);
      if (fields.has(OwnersWords.VOTE)) {
        String matter = fields.text(OwnersWords.VOTE_MATTER);
        say(fields.take(OwnersWords.VOTE), unit, person, place, matter.isEmpty() ? question : find(matter));
        return;
      }
      said.properties().forEach(each -> {
        Question named = find(each.getKey());
        if (named == null) {
          fault("matter", Map.of("place", place, "value", each.getKey()));
        } else {
          say(each.getValue(), unit, person, place + "." + each.getKey(), named);
        }
      });
    } else if (said.isArray()) {
      inOrder(said, unit, person, place, question);
    } else if (question == null) {
      fault("which-matter", Map.of("place", place, "value", said.asString("")));
    } else {
      word(question, said.asString("").strip(), unit, person, place);
    }
  }

  private static String firstKey(JsonNode said) {
    return said.isObject() && !said.isEmpty() ? said.properties().iterator().next().getKey() : "";
  }

  private void inOrder(JsonNode said, @Nullable String unit, @Nullable String person, String place, @Nullable Question on) {
    boolean named = said.valueStream().allMatch(JsonNode::isObject);
    if (!named && said.size() != questions.size()) {
      fault("votes-count", Map.of("place", place, "value", said.size(), "matters", questions.size()));
      return;
    }
    int i = 0;
    for (JsonNode each : said) {
      say(each, unit, person, place, named ? on : questions.get(i++));
    }
  }

  private void word(Question question, String word, @Nullable String unit, @Nullable String person, String place) {
    Slate slate = question.slate();
    Vote vote = OwnersWords.vote(word);
    if (slate != null && (slate.candidates().contains(word) || vote == Vote.ABSTAIN || vote == Vote.INVALID)) {
      add(question, vote == null ? Set.of(word) : Set.of(), vote != Vote.INVALID, unit, person);
    } else if (!OwnersWords.known(word) || slate != null && vote != null) {
      fault("vote", Map.of("place", place, "value", word));
    } else if (vote != null) {
      ballots.add(new Ballot(question.matter().id(), unit, person, vote));
    }
  }

  /** Candidates as a list, or each with a yes or no. */
  private void choose(Question question, JsonNode said, @Nullable String unit, @Nullable String person, String place) {
    Set<String> wanted = new LinkedHashSet<>();
    if (said.isArray()) {
      wanted.addAll(OwnersWords.names(said));
    } else {
      said.properties().forEach(each -> {
        String word = each.getValue().asString("");
        if (!OwnersWords.known(word)) {
          fault("vote", Map.of("place", place + "." + each.getKey(), "value", word));
        } else if (OwnersWords.vote(word) == Vote.APPROVE) {
          wanted.add(each.getKey());
        }
      });
    }
    Slate slate = Objects.requireNonNull(question.slate());
    wanted.stream().filter(each -> !slate.candidates().contains(each))
        .forEach(each -> faults.add(Refusal.of("owners.candidate-unknown", Map.of("candidate", each))));
    wanted.retainAll(slate.candidates());
    add(question, wanted, true, unit, person);
  }

  private void add(Question question, Set<String> wanted, boolean valid, @Nullable String unit, @Nullable String person) {
    choices.computeIfAbsent(question.matter().id(), m -> new ArrayList<>()).add(new Choice(unit, person, wanted, valid));
  }

  private void fault(String code, Map<String, Object> values) {
    faults.add(Refusal.of("owners-file." + code, values));
  }
}
