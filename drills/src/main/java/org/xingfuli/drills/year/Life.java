package org.xingfuli.drills.year;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.xingfuli.drills.year.Cast.Member;

/**
 * The life of the demo district under one seed: what everybody does on a day, through the public API of a running demo. It goes
 * by what the platform shows, so it may join a demo on any day; the same demo and seed give the same acts.
 */
public final class Life {

  /** First letters of the activities a role is in charge of, as the demo has it; the owners' chain is the street's. */
  private static final Map<String, String> CHARGES = Map.of("DELIVERY_AGENT", "PQ", "CONTRACTOR", "CDRFUEGSX");

  private final Chronicle chronicle = new Chronicle();
  private final Weather weather;
  private final Desk desk;
  private final Sites sites;
  private final Office office;
  private final Photos photos;
  private final Outages outages;
  private final Member planner;

  private Life(Weather weather, Chance chance, String round, URI address, Cast cast)
      throws IOException, InterruptedException {
    this.weather = weather;
    this.planner = cast.role("PLANNER");
    this.desk = new Desk(chance, chronicle, round);
    this.photos = new Photos(desk);
    this.office = new Office(desk, photos, address, planner, cast.role("COMMANDER"), cast.maybe("ADMINISTRATOR").orElse(null),
        cast.maybe("SECURITY_OFFICER").orElse(null));
    var own = inCharge(cast);
    this.sites = new Sites(desk, weather, photos, planner, cast.streetOfficers(), own);
    this.outages = new Outages(desk, photos, planner, own, cast.utilityOfficers());
  }

  /**
   * Joins a demo.
   *
   * @param round tells this life from others of the same seed, such as after the demo was set back
   */
  public static Life join(URI address, Cast cast, long seed, String round) throws IOException, InterruptedException {
    var chance = new Chance(seed);
    return new Life(new Weather(chance), chance, round, address, cast);
  }

  /** Who reports for the one project each is appointed to. */
  private static Map<String, Member> inCharge(Cast cast) throws IOException, InterruptedException {
    var own = new HashMap<String, Member>();
    for (var charge : CHARGES.entrySet()) {
      for (var member : cast.all(charge.getKey())) {
        for (var appointment : member.person().json("/api/session").path("appointments")) {
          var project = appointment.path("projectId").asString("");
          charge.getValue().chars().forEach(letter -> own.put(project + " " + (char) letter, member));
        }
      }
    }
    return own;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  Desk desk() {
    return desk;
  }

  Weather weather() {
    return weather;
  }

  Office office() {
    return office;
  }

  /** Lives a day as whoever has nobody to tell what was seen. */
  public void live(LocalDate day) throws IOException, InterruptedException {
    live(day, District.read(planner.person(), day));
  }

  /** Lives a day; the business date must be that day. Returns how many acts it had. */
  int live(LocalDate day, District district) throws IOException, InterruptedException {
    var before = chronicle.acts().size();
    // The desks come first: what they read of a gate rests on the forecast, which follows a site's report in its own time.
    district.years().forEach(year -> photos.know(year.projects()));
    var now = district.current();
    if (now != null) {
      office.live(day, now.programme());
    }
    for (var year : district.years()) {
      sites.live(day, year.open(), year.template());
      outages.ask(day, year.open());
    }
    outages.answer(day);
    if (now != null) {
      sites.goOn(office.close(day, now.programme()));
    }
    return chronicle.acts().size() - before;
  }

  /** The acts so far, and the hash of everything. */
  public String summary() {
    return chronicle.acts().size() + " acts, " + chronicle.hash();
  }
}
