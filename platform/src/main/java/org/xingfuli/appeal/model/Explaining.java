package org.xingfuli.appeal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;

/**
 * Which of the things announced explain an appeal: of a class they may explain, at its place, at the time it was said. Pure; the same
 * appeal, rules and announcements give the same explanations in the same order.
 */
public final class Explaining {

  /** Nobody may build at night without proof (噪声污染防治法 art. 43), so works explain nothing that is said of the night. */
  public static final LocalTime DAY_BEGINS = LocalTime.of(6, 0);

  public static final LocalTime DAY_ENDS = LocalTime.of(22, 0);

  private Explaining() {}

  /**
   * A class of appeals and what may explain it.
   *
   * @param below whether it holds for the classes below too
   * @param what services, or how the codes of activities begin
   * @param hoursAfter so many hours after the end people still call about it
   */
  public record Rule(String classCode, boolean below, AnnouncementKind kind, List<String> what, int hoursAfter, boolean unconfirmed) {

    public Rule {
      what = List.copyOf(what);
    }

    public boolean of(String code) {
      return code.equals(classCode) || below && code.startsWith(classCode + "_");
    }
  }

  /**
   * Something announced.
   *
   * @param what services, or the code of the activity
   * @param buildings those concerned; empty for the whole estate
   */
  public record Announced(
      AnnouncementKind kind, UUID target, String number, List<String> what, Words name, UUID estate, List<Building> buildings,
      LocalDate first, LocalDate last, LocalTime begins, LocalTime ends, String by) {}

  /** A building and its number. */
  public record Building(UUID id, String number) {}

  /**
   * An appeal, as far as this is concerned.
   *
   * @param number of the building as it was written, where it was not found in the register
   */
  public record Said(String classCode, UUID estate, @Nullable UUID building, @Nullable String number, Instant at) {}

  /** What explains it, what began first before what began later. */
  public static List<Explanation> of(Said said, Collection<Rule> rules, Collection<Announced> announced) {
    return announced.stream().filter(one -> one.estate().equals(said.estate()) && there(said, one))
        .flatMap(one -> rules.stream().filter(rule -> rule.kind() == one.kind() && rule.of(said.classCode()) && about(rule, one)
            && during(said.at(), one, rule)).min(Comparator.comparing(Rule::unconfirmed)).stream()
            .map(rule -> explanation(said, one, rule)))
        .sorted(Comparator.comparing(Explanation::first).thenComparing(Explanation::number)).toList();
  }

  private static boolean about(Rule rule, Announced one) {
    return one.what().stream().anyMatch(what -> rule.what().stream()
        .anyMatch(its -> one.kind() == AnnouncementKind.OUTAGE ? what.equals(its) : what.startsWith(its)));
  }

  /** An appeal that names no building may be about any of the estate. */
  private static boolean there(Said said, Announced one) {
    if (one.buildings().isEmpty() || said.building() == null && said.number() == null) {
      return true;
    }
    return one.buildings().stream().anyMatch(building -> said.building() != null ? building.id().equals(said.building())
        : plain(building.number()).equals(plain(said.number())));
  }

  private static String plain(@Nullable String number) {
    return number == null ? "" : number.replaceAll("[幢栋号楼\\s]", "");
  }

  private static boolean during(Instant at, Announced one, Rule rule) {
    var day = at.atZone(BusinessClock.ZONE).toLocalDate();
    for (int back = 0; back <= 2; back++) {
      var its = day.minusDays(back);
      if (!its.isBefore(one.first()) && !its.isAfter(one.last())) {
        var begins = its.atTime(one.begins()).atZone(BusinessClock.ZONE).toInstant();
        var ends = its.atTime(one.ends()).atZone(BusinessClock.ZONE).plusHours(rule.hoursAfter()).toInstant();
        if (!at.isBefore(begins) && !at.isAfter(ends)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Explanation explanation(Said said, Announced one, Rule rule) {
    return new Explanation(one.kind(), one.target(), one.number(), one.name(), one.buildings().stream().map(Building::number).toList(),
        one.first(), one.last(), one.begins(), one.ends(), one.by(),
        one.buildings().isEmpty() || said.building() != null || said.number() != null, rule.unconfirmed());
  }
}
