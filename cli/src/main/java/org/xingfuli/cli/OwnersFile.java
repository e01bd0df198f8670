package org.xingfuli.cli;

import static org.xingfuli.cli.OwnersWords.AREA;
import static org.xingfuli.cli.OwnersWords.ID;
import static org.xingfuli.cli.OwnersWords.OWNER;
import static org.xingfuli.cli.OwnersWords.UNIT_ID;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.owners.DeemedVotes;
import org.xingfuli.engine.consensus.owners.HeadsRule;
import org.xingfuli.engine.consensus.owners.MatterRules;
import org.xingfuli.engine.consensus.owners.Roll;
import org.xingfuli.engine.consensus.owners.Totals;
import org.xingfuli.engine.consensus.owners.Unit;
import org.xingfuli.engine.consensus.owners.Unit.Mark;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An owners' vote as a JSON file: a roll with votes, or totals. Shapes and names are forgiving, meaning is not: whatever could mean two
 * things is told, all of it at once.
 */
final class OwnersFile {

  /** Areas stay as they are written, and a vote that stands twice must not vanish. */
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String BUILDER = "builder";
  private static final String NOT_SAID = "未说明 / not said";

  private final List<Refusal> faults = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, List<String>> owners = new HashMap<>();
  private final OwnersBallots ballots = new OwnersBallots(faults);
  private final Map<String, Totals> totals = new LinkedHashMap<>();
  private String builder = BUILDER;
  private DeemedVotes deemed = DeemedVotes.OFF;
  private MatterRules rules = MatterRules.civilCode278();
  private @Nullable Roll roll;

  private OwnersFile() {}

  /**
   * @param matter number of the one matter when the file does not say it; 0: it does
   * @throws Refused with every fault
   */
  static OwnersFile read(Path file, int matter) throws IOException {
    OwnersFile read = new OwnersFile();
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(file));
      if (node.isObject()) {
        read.take(new JsonFields(node, ""), matter);
      } else {
        read.fault("no-object", Map.of("found", shortened(node.toString())));
      }
    } catch (JacksonException e) {
      var at = e.getLocation();
      read.fault("no-json", Map.of("line", at == null ? 1 : at.getLineNr(), "reason", shortened(e.getOriginalMessage())));
    }
    Refused.ifAny(read.faults);
    return read;
  }

  private void take(JsonFields fields, int matter) {
    OwnersWords.REMARKS.forEach(name -> fields.text(List.of(name)));
    settings(fields);
    JsonNode rulesNode = fields.take(OwnersWords.RULES);
    if (rulesNode != null && rulesNode.isObject()) {
      JsonFields inner = new JsonFields(rulesNode, "rules");
      settings(inner);
      ignored.addAll(inner.ignored());
    }
    ballots.matters(fields, matter);
    // «owners» may also be a number, which is a total.
    if (fields.isContainer(OwnersWords.UNITS) || fields.isContainer(OwnersWords.OWNERS)) {
      roll(fields);
    } else {
      totals(fields);
    }
    ballots.questions().forEach(question -> ignored.addAll(question.ignored()));
    ignored.addAll(fields.ignored());
  }

  private void settings(JsonFields fields) {
    String named = fields.text(OwnersWords.BUILDER);
    builder = named.isEmpty() ? builder : named;
    String silence = fields.text(OwnersWords.DEEMED);
    if (List.of("true", "followmajority", "majority", "on").contains(JsonFields.plain(silence))) {
      deemed = DeemedVotes.FOLLOW_MAJORITY;
    } else if (!List.of("", "false", "off", "none", "no").contains(JsonFields.plain(silence))) {
      fault("deemed", Map.of("value", silence));
    }
    String day = fields.text(OwnersWords.DATE);
    if (!day.isEmpty()) {
      try {
        rules = MatterRules.on(LocalDate.parse(day));
      } catch (DateTimeParseException e) {
        fault("date", Map.of("value", day));
      } catch (Refused e) {
        faults.addAll(e.refusals());
      }
    }
  }

  private void roll(JsonFields fields) {
    List<JsonFields> rows = rows(fields.take(OwnersWords.UNITS), "units");
    List<JsonFields> people = rows(fields.take(OwnersWords.OWNERS), "owners");
    JsonNode ofBuilder = fields.take(OwnersWords.BUILDER);
    if (ofBuilder != null) {
      // What is unsold as one owner with its area and vote.
      row(ofBuilder, BUILDER, BUILDER, people);
    }
    Map<String, List<String>> ofPeople = people(people);
    // Where no row says anything of owners, every unit is its own; where some do, silence is a gap.
    boolean owned = !ofPeople.isEmpty() || rows.stream().anyMatch(row -> row.has(OWNER) || row.has(OwnersWords.UNSOLD)
        || row.has(OwnersWords.SOLD));
    for (JsonFields row : rows) {
      unit(row, owned, ofPeople);
    }
    people.forEach(row -> ignored.addAll(row.ignored()));
    rows.forEach(row -> ignored.addAll(row.ignored()));
    ballots.all(fields.take(OwnersWords.VOTES), new OwnersBallots.Voices(units, owners, builder));
    try {
      roll = new Roll(new ArrayList<>(units.values()), builder, HeadsRule.usual());
    } catch (Refused e) {
      // A roll that lost its rows to faults is not told to be empty as well.
      e.refusals().stream().filter(each -> faults.isEmpty() || !each.code().equals("owners.no-units")).forEach(faults::add);
    }
  }

  /** Objects of an array, or of an object by name, whose name is then the id; plain values are ids too. */
  private List<JsonFields> rows(@Nullable JsonNode node, String place) {
    List<JsonFields> rows = new ArrayList<>();
    if (node == null) {
      return rows;
    }
    if (node.isObject()) {
      node.properties().forEach(each -> row(each.getValue(), place + "." + each.getKey(), each.getKey(), rows));
    } else {
      int i = 0;
      for (JsonNode each : node) {
        row(each, place + "[" + i++ + "]", null, rows);
      }
    }
    return rows;
  }

  private void row(JsonNode node, String place, @Nullable String id, List<JsonFields> rows) {
    if (!node.isObject()) {
      fault("row", Map.of("place", place, "found", shortened(node.toString())));
      return;
    }
    JsonFields row = new JsonFields(node, place);
    row.otherwise("id", id);
    rows.add(row);
  }

  /** Owners who name their units or bring their area with them; answers who owns the units that stand elsewhere. */
  private Map<String, List<String>> people(List<JsonFields> people) {
    Map<String, List<String>> ofUnit = new HashMap<>();
    for (JsonFields row : people) {
      String given = row.text(ID);
      String person = given.isEmpty() ? row.place() : given;
      boolean ofBuilder = row.flag(OwnersWords.UNSOLD) || OwnersWords.isBuilder(person);
      JsonNode theirs = row.take(OwnersWords.UNITS);
      JsonNode area = row.take(AREA);
      List<String> mine = new ArrayList<>();
      if (theirs != null && theirs.isArray()) {
        int i = 0;
        for (JsonNode each : theirs) {
          String place = row.place("units[" + i++ + "]");
          if (each.isObject()) {
            JsonFields inner = new JsonFields(each, place);
            mine.add(add(inner, inner.text(UNIT_ID), inner.take(AREA), ofBuilder ? List.of() : List.of(person)));
            ignored.addAll(inner.ignored());
          } else {
            ofUnit.computeIfAbsent(each.asString(""), u -> new ArrayList<>()).add(person);
            mine.add(each.asString(""));
          }
        }
      }
      if (area != null || mine.isEmpty()) {
        mine.add(add(row, person, area, ofBuilder ? List.of() : List.of(person)));
      }
      owners.computeIfAbsent(ofBuilder ? builder : person, p -> new ArrayList<>()).addAll(mine);
      ballots.say(OwnersWords.said(row), null, ofBuilder ? builder : person, row.place(), null);
    }
    return ofUnit;
  }

  private void unit(JsonFields row, boolean owned, Map<String, List<String>> ofPeople) {
    String given = row.text(UNIT_ID);
    String id = given.isEmpty() ? row.place() : given;
    boolean named = row.has(OWNER);
    JsonNode who = row.take(OWNER);
    List<String> by = new ArrayList<>(ofPeople.getOrDefault(id, List.of()));
    String status = JsonFields.plain(row.text(OwnersWords.STATUS));
    boolean unsold = row.flag(OwnersWords.UNSOLD) || row.text(OwnersWords.SOLD).equalsIgnoreCase("false")
        || OwnersWords.UNSOLD.contains(status);
    row.otherwise("disputed", OwnersWords.DISPUTED.contains(status) ? "true" : null);
    row.otherwise("excluded", OwnersWords.EXCLUDED.contains(status) ? "true" : null);
    if (who != null) {
      by.addAll(OwnersWords.names(who));
    }
    if (by.stream().allMatch(OwnersWords::isBuilder)) {
      unsold |= !by.isEmpty();
      by.clear();
    }
    if (unsold && !by.isEmpty()) {
      fault("unsold-with-owner", Map.of("place", row.place(), "unit", id));
    } else if (by.isEmpty() && !unsold && !named && owned) {
      fault("no-owner", Map.of("place", row.place(), "unit", id));
    }
    List<String> owning = by.isEmpty() && !owned ? List.of(id) : by;
    String unit = add(row, id, row.take(AREA), owning);
    (owning.isEmpty() ? List.of(builder) : owning).forEach(person -> owners.computeIfAbsent(person, p -> new ArrayList<>()).add(unit));
    ballots.say(OwnersWords.said(row), unit, null, row.place(), null);
    if (who != null && who.isArray()) {
      for (JsonNode each : who) {
        if (each.isObject()) {
          JsonFields inner = new JsonFields(each, row.place("owners"));
          String person = inner.text(ID);
          ballots.say(OwnersWords.said(inner), unit, person, inner.place(), null);
          ignored.addAll(inner.ignored());
        }
      }
    }
  }

  /** @return the id it got: one that is taken is told, unless it is a person's own, who then has several units */
  private String add(JsonFields row, String given, @Nullable JsonNode area, List<String> by) {
    String id = given.isEmpty() ? row.place() : given;
    BigDecimal size = area == null ? null : OwnersWords.area(area);
    if (size == null) {
      fault("area", Map.of("place", row.place(), "value", area == null ? "" : shortened(area.toString())));
      size = BigDecimal.ONE;
    }
    if (units.containsKey(id)) {
      if (by.equals(List.of(given))) {
        id = given + " · " + row.place();
      } else {
        faults.add(Refusal.of("owners.unit-twice", Map.of("unit", id)));
      }
    }
    String disputed = row.text(OwnersWords.DISPUTED);
    String excluded = row.text(OwnersWords.EXCLUDED);
    String reason = row.text(OwnersWords.REASON);
    Mark silent = isMarked(disputed) ? Mark.DISPUTED : Mark.NONE;
    Mark mark = isMarked(excluded) ? Mark.EXCLUDED : silent;
    String said = mark == Mark.EXCLUDED ? excluded : disputed;
    String brief = said.equalsIgnoreCase("true") ? NOT_SAID : said;
    String why = reason.isEmpty() ? brief : reason;
    units.putIfAbsent(id, new Unit(id, size, by, mark, mark == Mark.NONE ? "" : why));
    return id;
  }

  private static boolean isMarked(String said) {
    return !said.isEmpty() && !said.equalsIgnoreCase("false");
  }

  private void totals(JsonFields fields) {
    JsonNode inner = fields.take(List.of("totals", "合计"));
    JsonFields whole = inner != null && inner.isObject() ? new JsonFields(inner, "totals") : fields;
    List<@Nullable BigDecimal> common = new ArrayList<>();
    OwnersWords.TOTALS.forEach(names -> common.add(number(whole.take(names))));
    for (int g = 0; g < OwnersWords.TOTAL_OBJECTS.size(); g++) {
      if (whole.isContainer(OwnersWords.TOTAL_OBJECTS.get(g))) {
        JsonFields both = new JsonFields(Objects.requireNonNull(whole.take(OwnersWords.TOTAL_OBJECTS.get(g))), "totals");
        common.set(2 * g, number(both.take(AREA)));
        common.set(2 * g + 1, number(both.take(OwnersWords.HEADS)));
        ignored.addAll(both.ignored());
      }
    }
    for (OwnersBallots.Question question : ballots.questions()) {
      List<BigDecimal> six = new ArrayList<>();
      for (int i = 0; i < common.size(); i++) {
        BigDecimal own = number(question.fields().take(OwnersWords.TOTALS.get(i)));
        BigDecimal value = own == null ? common.get(i) : own;
        if (value != null && (i % 2 == 0 || value.stripTrailingZeros().scale() <= 0)) {
          six.add(value);
        }
      }
      if (six.size() < common.size()) {
        fault("no-roll", Map.of("place", question.matter().id()));
        return;
      }
      try {
        totals.put(question.matter().id(), new Totals(six.get(0), six.get(1).longValue(), six.get(2), six.get(3).longValue(), six.get(4),
            six.get(5).longValue()));
      } catch (Refused e) {
        faults.addAll(e.refusals());
      }
    }
  }

  private static @Nullable BigDecimal number(@Nullable JsonNode node) {
    return node == null ? null : OwnersWords.area(node);
  }

  private void fault(String code, Map<String, Object> values) {
    faults.add(Refusal.of("owners-file." + code, values));
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  OwnersBallots ballots() {
    return ballots;
  }

  /** Null when the file holds totals only. */
  @Nullable Roll roll() {
    return roll;
  }

  /** By the id of their matter; empty when there is a roll. */
  Map<String, Totals> totals() {
    return totals;
  }

  MatterRules rules() {
    return rules;
  }

  DeemedVotes deemed() {
    return deemed;
  }

  /** Places of fields that were not understood and changed nothing. */
  Set<String> ignored() {
    return new TreeSet<>(ignored);
  }
}
