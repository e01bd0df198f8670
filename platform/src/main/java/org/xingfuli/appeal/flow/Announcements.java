package org.xingfuli.appeal.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Explaining.Announced;
import org.xingfuli.appeal.model.Explaining.Building;
import org.xingfuli.appeal.model.Explaining;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.PlannedWorks;
import org.xingfuli.programme.Programmes;
import org.xingfuli.utilities.AnnouncedOutage;
import org.xingfuli.utilities.Utilities;

/** What is announced where and when appeals were said: agreed outages, and works that run. */
@Component
class Announcements {

  /** An outage of the day before is still called about. */
  private static final int DAYS_BEFORE = 2;

  private final Utilities utilities;
  private final PlannedWorks works;
  private final Programmes programmes;
  private final Organisations organisations;
  private final BusinessClock clock;

  Announcements(Utilities utilities, PlannedWorks works, Programmes programmes, Organisations organisations, BusinessClock clock) {
    this.utilities = utilities;
    this.works = works;
    this.programmes = programmes;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** All that could explain one of these, and no more is read than their classes ask for. */
  List<Announced> of(Collection<Explaining.Said> said, Collection<Explaining.Rule> rules) {
    var found = new ArrayList<Announced>();
    var dry = estates(said, rules, AnnouncementKind.OUTAGE);
    if (!dry.isEmpty()) {
      var days = said.stream().map(one -> one.at().atZone(BusinessClock.ZONE).toLocalDate()).sorted().toList();
      utilities.announced(dry, days.getFirst().minusDays(DAYS_BEFORE), days.getLast()).forEach(one -> found.add(outage(one)));
    }
    var sites = estates(said, rules, AnnouncementKind.WORKS);
    if (!sites.isEmpty()) {
      var current = programmes.current().orElse(null);
      sites.forEach(estate -> found.addAll(running(estate, current)));
    }
    return found;
  }

  private static List<UUID> estates(Collection<Explaining.Said> said, Collection<Explaining.Rule> rules, AnnouncementKind kind) {
    return said.stream().filter(one -> rules.stream().anyMatch(rule -> rule.kind() == kind && rule.of(one.classCode())))
        .map(Explaining.Said::estate).distinct().sorted().toList();
  }

  private static Announced outage(AnnouncedOutage one) {
    var outage = one.outage();
    var zh = outage.services().stream().map(Announcements::off).collect(Collectors.joining("、"));
    var en = outage.services().stream().map(service -> service.words().en().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
    return new Announced(AnnouncementKind.OUTAGE, one.requestId(), one.number(),
        outage.services().stream().map(Enum::name).toList(), new Words(zh, "no " + en), one.estateId(),
        one.buildings().stream().map(building -> new Building(building.id(), building.number())).toList(),
        outage.from(), outage.to(), outage.begins(), outage.ends(), one.announcedBy());
  }

  private static String off(UtilityService service) {
    return switch (service) {
      case WATER -> "停水";
      case POWER -> "停电";
      case GAS -> "停气";
      case TELECOM -> "断网";
    };
  }

  /** Activities of this year's plan in the estate that have begun, until they are finished; by day only. */
  private List<Announced> running(UUID estate, @Nullable UUID current) {
    var by = programmes.deliveryAgents(estate).stream().flatMap(id -> organisations.find(id).stream()).map(Organisation::name)
        .collect(Collectors.joining("、"));
    return programmes.holding(List.of(estate)).keySet().stream().filter(project -> programmes.programmeOf(project).equals(current))
        .flatMap(project -> works.ofProject(project, clock.today()).stream())
        .flatMap(work -> running(work, estate, by.isEmpty() ? "项目部" : by)).toList();
  }

  private Stream<Announced> running(PlannedWork work, UUID estate, String by) {
    var begun = work.begun();
    if (begun == null) {
      return Stream.empty();
    }
    var ended = work.ended();
    return Stream.of(new Announced(AnnouncementKind.WORKS, work.activityId(), work.code(), List.of(work.code()),
        new Words(work.name().zh(), work.name().en()), estate, List.of(), begun,
        ended != null ? ended : later(work.finish(), clock.today()), Explaining.DAY_BEGINS, Explaining.DAY_ENDS, by));
  }

  /** What is late runs on, until its end is reported. */
  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
