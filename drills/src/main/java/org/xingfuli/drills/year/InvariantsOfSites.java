package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What holds of photos, and of the windows utilities agree to. */
final class InvariantsOfSites {

  private InvariantsOfSites() {}

  static List<Invariant> all() {
    return List.of(photo(), pair(), signed(), capacity(), sheet());
  }

  private static Invariant photo() {
    return new Invariant("photo-is-there-once", "a photo the platform said yes to is there once, byte for byte, and verifies",
        has("photos"), (facts, breach) -> {
          for (var row : facts.get("photos")) {
            if (row.path("times").asInt() != 1 || !row.path("sound").asBoolean()
                || !row.path("stored").equals(row.path("sent")) || !row.path("read").equals(row.path("sent"))) {
              breach.accept(row.toString());
            }
          }
        }, facts -> ((ObjectNode) facts.get("photos").get(0)).put("read", "other bytes"));
  }

  private static Invariant pair() {
    return new Invariant("pair-joins-its-photos", "before and after stand once in their estate's list, the earlier photo first",
        has("pairs"), (facts, breach) -> {
          for (var row : facts.get("pairs")) {
            var pair = row.path("listed").path(0);
            if (row.path("listed").size() != 1 || !pair.at("/before/id").equals(row.at("/said/beforeId"))
                || !pair.at("/after/id").equals(row.at("/said/afterId"))
                || pair.at("/before/id").asString().compareTo(pair.at("/after/id").asString()) >= 0) {
              breach.accept(row.toString());
            }
          }
        }, facts -> ((ObjectNode) facts.get("pairs").get(0)).putArray("listed"));
  }

  private static Invariant signed() {
    return new Invariant("agreed-was-signed-by-all", "a window that is agreed was agreed to by every service it names",
        has("agreed"), (facts, breach) -> {
          for (var request : facts.get("agreed")) {
            var services = new HashSet<String>();
            request.path("services").forEach(service -> services.add(service.asString()));
            var agreed = new HashSet<String>();
            request.path("answers").forEach(answer -> {
              if (answer.path("answer").asString("").equals("AGREE") && answer.path("round").equals(request.path("round"))) {
                agreed.add(answer.path("service").asString());
              }
            });
            if (services.isEmpty() || !agreed.equals(services)) {
              breach.accept(request.path("number") + " for " + services + " was agreed to by " + agreed);
            }
          }
        }, facts -> ((ObjectNode) facts.get("agreed").get(0).path("answers").get(0)).put("answer", "REFUSE"));
  }

  private static Invariant capacity() {
    return new Invariant("windows-within-capacity", "no service has promised more windows on a day than it has crews for",
        facts -> facts.get("windows").path("days").size() > 0, (facts, breach) -> {
          var services = facts.get("windows").path("services");
          for (var day : facts.get("windows").path("days")) {
            for (var at = 0; at < services.size(); at++) {
              if (day.path("loads").path(at).asInt() > services.get(at).path("perDay").asInt()) {
                breach.accept(services.get(at).path("service") + " on " + day.path("day") + " has " + day.path("loads").path(at));
              }
            }
          }
        }, facts -> ((ObjectNode) facts.get("windows").path("days").get(0)).putArray("loads").add(99));
  }

  private static Invariant sheet() {
    return new Invariant("posted-sheet-has-its-photo", "a sheet counts as posted only with a photo of it", has("sheets"),
        (facts, breach) -> {
          for (var sheet : facts.get("sheets")) {
            if (sheet.path("photos").asInt() < 1 || !sheet.path("postedAt").isString()) {
              breach.accept(sheet.path("number") + " " + sheet.path("buildingNumber") + " has " + sheet.path("photos") + " photos");
            }
          }
        }, facts -> ((ObjectNode) facts.get("sheets").get(0)).put("photos", 0));
  }
}
