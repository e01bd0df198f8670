package org.xingfuli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoPeople.Firms;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.estate.Estate;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.EstateShare;

/**
 * Fifty projects over 45 estates: one holds two estates, six large estates are renovated in two halves, one project was not
 * finished in 2021 and is carried over, the others are an estate each.
 */
@Component
class DemoProjects {

  /**
   * What the demo district has of its crews: enough that the frozen plan keeps every node, with little to spare at the roofs.
   * The others are as the template assumes them.
   */
  static final Map<String, Integer> CREWS = Map.ofEntries(
      Map.entry("asphalt_crew", 8),
      Map.entry("community_staff", 6),
      Map.entry("demolition_crew", 150),
      Map.entry("designers", 50),
      Map.entry("electrical_crew", 30),
      Map.entry("enforcement_staff", 5),
      Map.entry("gas_company", 30),
      Map.entry("inspectors", 48),
      Map.entry("installation_crew", 30),
      Map.entry("landscape_crew", 48),
      Map.entry("marking_crew", 8),
      Map.entry("masonry_crew", 90),
      Map.entry("power_telecom", 36),
      Map.entry("road_crew", 50),
      Map.entry("roofing_crew", 50),
      Map.entry("steel_crew", 90),
      Map.entry("surveyors", 2),
      Map.entry("utility_slots", 30),
      Map.entry("water_company", 32),
      Map.entry("waterproof_crew", 50));

  private static final int HALVED = 6;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Programmes programmes;

  DemoProjects(Programmes programmes) {
    this.programmes = programmes;
  }

  /** The project of 2021 that was not finished there. */
  DemoProject of2021(UUID programme, List<Estate> estates, Firms firms) {
    var estate = carried(estates);
    return add(programme, estate.name(), whole(estate), estate, 0, firms);
  }

  /** The project of 2021 that was finished: the first part of an estate whose two halves are renovated in 2022. */
  DemoProject finishedIn2021(UUID programme, List<Estate> estates, Firms firms) {
    var halved = largest(estates);
    var estate = estates.stream().filter(each -> halved.contains(each.id())).findFirst().orElseThrow();
    return add(programme, estate.name() + "样板段", List.of(new EstateShare(estate.id(), new BigDecimal("0.3"))), estate, 1, firms);
  }

  /** Which part of which estates each project holds. */
  Map<UUID, Map<UUID, BigDecimal>> shares(UUID programme) {
    return programmes.shares(programme);
  }

  private static Estate carried(List<Estate> estates) {
    var halved = largest(estates);
    var pair = pair(estates, halved);
    return estates.stream().filter(e -> !halved.contains(e.id()) && !pair.contains(e)).findFirst().orElseThrow();
  }

  List<DemoProject> arrange(UUID programme, List<Estate> estates, Firms firms, UUID before, DemoProject old) {
    var made = new ArrayList<DemoProject>();
    var halved = largest(estates);
    var pair = pair(estates, halved);
    var carried = carried(estates);
    for (var estate : estates) {
      if (estate.equals(carried)) {
        made.add(carriedOver(programme, before, old));
      } else if (estate.equals(pair.getFirst())) {
        var shares = pair.stream().map(e -> new EstateShare(e.id(), BigDecimal.ONE)).toList();
        made.add(add(programme, pair.getFirst().name() + "、" + pair.getLast().name(), shares, estate, made.size(), firms));
      } else if (halved.contains(estate.id())) {
        for (var half : List.of("一标段", "二标段")) {
          made.add(add(programme, estate.name() + half, List.of(new EstateShare(estate.id(), HALF)), estate, made.size(),
              firms));
        }
      } else if (!pair.contains(estate)) {
        made.add(add(programme, estate.name(), whole(estate), estate, made.size(), firms));
      }
    }
    return made;
  }

  private static List<EstateShare> whole(Estate estate) {
    return List.of(new EstateShare(estate.id(), BigDecimal.ONE));
  }

  private DemoProject add(UUID programme, String name, List<EstateShare> shares, Estate main, int number, Firms firms) {
    var parties = firms.of(number);
    var id = programmes.addProject(programme, new ProjectDraft(name, shares, parties.get(0), parties.get(1), parties.get(2),
        null, null, null));
    return new DemoProject(id, number, name, main.street(), parties, Set.of());
  }

  /** It stood in the programme of 2021, and is taken over with everything known of it. */
  private DemoProject carriedOver(UUID programme, UUID before, DemoProject old) {
    var id = programmes.carryOver(programme, before, List.of(old.id()), "首轮表决未过半数，错过当年施工季").getFirst();
    return new DemoProject(id, old.number(), old.name(), old.street(), old.parties(), DemoProgress.DONE_IN_2021);
  }

  private static Set<UUID> largest(List<Estate> estates) {
    var ids = new HashSet<UUID>();
    estates.stream().sorted((one, other) -> other.floorArea().compareTo(one.floorArea())).limit(HALVED)
        .forEach(estate -> ids.add(estate.id()));
    return ids;
  }

  /** The two smallest estates of one street. */
  private static List<Estate> pair(List<Estate> estates, Set<UUID> without) {
    var small = estates.stream().filter(e -> !without.contains(e.id()))
        .sorted((one, other) -> one.floorArea().compareTo(other.floorArea())).toList();
    for (var one : small) {
      for (var other : small) {
        if (!one.equals(other) && one.street().equals(other.street())) {
          return List.of(one, other);
        }
      }
    }
    throw new IllegalStateException("no street of the demo has two estates");
  }
}
