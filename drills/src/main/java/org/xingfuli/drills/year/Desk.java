package org.xingfuli.drills.year;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.Person;
import org.xingfuli.drills.Sha256;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the acts of a day and writes down each with its answer. Now and then an answer is lost on the way, as on a phone: then
 * the same request is sent again under its id, and both answers are kept for comparison.
 */
final class Desk {

  private static final double LOST_ANSWERS = 0.03;

  private final Chance chance;
  private final Chronicle chronicle;
  /** Tells one life of a day from another after the demo was set back: a request id is never used for another act. */
  private final String round;
  private final List<ObjectNode> repeated = new ArrayList<>();
  private final List<ObjectNode> refused = new ArrayList<>();
  private final List<ObjectNode> foreign = new ArrayList<>();

  Desk(Chance chance, Chronicle chronicle, String round) {
    this.chance = chance;
    this.chronicle = chronicle;
    this.round = round;
  }

  Chance chance() {
    return chance;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  /** Sends an act and keeps it; whoever asks looks at the status of the answer. */
  Act send(LocalDate day, Member who, String kind, String about, String method, String path, Map<String, ?> said,
      @Nullable String subject) throws IOException, InterruptedException {
    var number = chronicle.next();
    var id = method.equals("POST") ? chance.id(round, day, number) : null;
    var answer = who.person().send(method, path, method.equals("DELETE") ? null : said, id);
    if (answer.statusCode() >= 500) {
      throw new IOException("%s %s of %s on %s answered %d %s".formatted(method, path, about, day, answer.statusCode(), answer.body()));
    }
    var body = json(answer.body());
    if (id != null && answer.statusCode() / 100 == 2 && chance.happens(LOST_ANSWERS, "lost answer", day, number)) {
      again(who, method, path, said, id, about, body);
    }
    var act = new Act(number, day, who.name(), kind, about, said, answer.statusCode(), body, subject, id);
    chronicle.add(act);
    return act;
  }

  /** Sends a photo of an estate and keeps that as an act; the photo's id, or null when it was not taken. */
  @Nullable String photo(LocalDate day, Member who, String about, String estate, String caption, byte[] bytes)
      throws IOException, InterruptedException {
    var number = chronicle.next();
    var id = chance.id(round, day, number);
    var entry = Map.of("estateId", estate, "items", List.of(Map.of("caption", caption)));
    var answer = who.person().upload("/api/evidence", entry, "site.jpg", bytes, id);
    var acknowledged = answer.statusCode() / 100 == 2;
    if (answer.statusCode() >= 500) {
      throw new IOException("the photo of %s on %s was answered %d %s".formatted(about, day, answer.statusCode(), answer.body()));
    }
    var item = acknowledged ? json(answer.body()).path("items").path(0) : json(answer.body());
    if (acknowledged && chance.happens(LOST_ANSWERS, "lost answer", day, number)) {
      again(about, item, json(who.person().upload("/api/evidence", entry, "site.jpg", bytes, id).body()).path("items").path(0));
    }
    var said = Map.of("caption", caption, "sha256", Sha256.of(bytes));
    var subject = acknowledged ? item.path("id").asString() : null;
    chronicle.add(new Act(number, day, who.name(), "photo", about, said, answer.statusCode(), item, subject, id));
    return subject;
  }

  private void again(Member who, String method, String path, Map<String, ?> said, UUID id, String about, JsonNode first)
      throws IOException, InterruptedException {
    again(about, first, json(who.person().send(method, path, said, id).body()));
  }

  private void again(String about, JsonNode first, JsonNode second) {
    var pair = Person.JSON.createObjectNode();
    pair.put("about", about);
    pair.put("first", first.path("id").asString("") + Chronicle.content(first));
    pair.put("second", second.path("id").asString("") + Chronicle.content(second));
    repeated.add(pair);
  }

  /** Keeps how many rows there were before and after an act the platform refused. */
  void refused(Act act, int before, int after) {
    var pair = Person.JSON.createObjectNode();
    pair.put("about", act.kind() + " " + act.about());
    pair.put("status", act.status());
    pair.put("before", before);
    pair.put("after", after);
    refused.add(pair);
  }

  /** Keeps what was answered about another street's object and about one that does not exist. */
  void foreign(String about, String theirs, String nobodys) {
    var pair = Person.JSON.createObjectNode();
    pair.put("about", about);
    pair.put("theirs", theirs);
    pair.put("nobodys", nobodys);
    foreign.add(pair);
  }

  /** What was kept since it was last taken away. */
  JsonNode takeAway(String what) {
    var kept = switch (what) {
      case "repeated" -> repeated;
      case "refused" -> refused;
      default -> foreign;
    };
    var array = Person.JSON.createArrayNode();
    kept.forEach(array::add);
    kept.clear();
    return array;
  }

  static JsonNode json(String body) {
    return body.isEmpty() ? Person.JSON.createObjectNode() : Person.JSON.readTree(body);
  }
}
