package org.xingfuli.appeal.flow;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.appeal.model.NewAppeal.Where;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.Gazetteer;
import org.xingfuli.engine.triage.Place;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.EstateRegistered;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Finds the place of an appeal in the register by what people call it: street, community, estate, building, stairwell. What may
 * mean two places is left for a person to say, and the appeal lies with the area that is certain.
 */
@Component
public class FindPlace {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Pattern STAIRWELL = Pattern.compile("([0-9]{1,2})\\s*单元");

  private final Transactions transactions;
  private final Estates estates;
  private final Organisations organisations;
  private final Clock clock;
  private volatile @Nullable Register register;

  FindPlace(Transactions transactions, Estates estates, Organisations organisations, Clock clock) {
    this.transactions = transactions;
    this.estates = estates;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The register's places by id, as they were read. */
  private record Register(Gazetteer gazetteer, Map<String, Where> places, Instant readAt) {}

  /**
   * The place, as far as it is certain and within the caller's reach; the whole of that reach otherwise.
   *
   * @param address in words; where it names no estate, one that the other words name is taken
   */
  public Where find(@Nullable String address, String words, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
    var known = register();
    var district = Where.area(organisations.districtArea());
    var found = address == null ? district : in(known, address, district);
    if (found.estate() == null) {
      var said = in(known, words, district);
      found = said.estate() != null && said.area().startsWith(found.area()) ? said : found;
    }
    var reached = CurrentScope.get().areas();
    if (!reached.isEmpty() && reached.stream().noneMatch(found.area()::startsWith)) {
      found = Where.area(reached.stream().sorted().findFirst().orElseThrow());
    }
    var stairwell = STAIRWELL.matcher(address == null ? words : address);
    return new Where(found.area(), found.estate(), found.buildingId(), found.building(),
        found.buildingId() != null && stairwell.find() ? Integer.valueOf(stairwell.group(1)) : null, address, latitude, longitude);
  }

  /** The place a person gave, held against the register; what does not lie within the caller's reach is refused as unknown. */
  Where held(Where where) {
    var given = new Given(where, CurrentScope.get());
    return held(given, named(List.of(given)));
  }

  /** A place that somebody gave, and how far he reaches. */
  record Given(Where where, Scope who) {}

  /** What the register knows of places that were given: estates, and the numbers of their buildings where one was named. */
  record Named(Map<UUID, Estate> estates, Map<UUID, Map<UUID, String>> buildings) {}

  /** Reads the register once for many, as far as the running transaction sees. */
  Named named(Collection<Given> given) {
    var ids = new HashSet<UUID>();
    var buildings = new HashMap<UUID, Map<UUID, String>>();
    for (var one : given) {
      var estate = one.where().estate();
      if (estate != null) {
        ids.add(estate);
        // Read only when one is named: it is a row for every building of the estate.
        if (one.where().buildingId() != null) {
          buildings.computeIfAbsent(estate, estates::buildingNumbers);
        }
      }
    }
    return new Named(ids.isEmpty() ? Map.of() : estates.byId(ids), buildings);
  }

  /**
   * The place as the register has it.
   *
   * @throws Refused when it does not lie within the reach of who gave it
   */
  Where held(Given given, Named named) {
    var where = given.where();
    var id = where.estate();
    if (id == null) {
      if (organisations.byArea(where.area()).isEmpty() || !given.who().seesArea(where.area())) {
        throw new Refused(Refusal.of("appeal.no-such-area", Map.of("pointer", "/area", "area", where.area())));
      }
      return where;
    }
    var estate = named.estates().get(id);
    if (estate == null || !given.who().sees(estate.area(), id)) {
      throw new Refused(Refusal.of("appeal.no-such-estate", Map.of("pointer", "/estateId")));
    }
    var building = where.buildingId();
    var buildings = named.buildings().getOrDefault(id, Map.of());
    if (building != null && !buildings.containsKey(building)) {
      throw new Refused(Refusal.of("appeal.no-such-building", Map.of("pointer", "/buildingId")));
    }
    return new Where(estate.area(), id, building, building == null ? where.building() : buildings.get(building), where.stairwell(),
        where.place(), where.latitude(), where.longitude());
  }

  /** The most certain of the places named: of estates and buildings the first, since a second is named to compare with it. */
  private static Where in(Register known, String text, Where district) {
    var best = district;
    for (var named : known.gazetteer().find(text)) {
      var place = named.ambiguous() ? null : known.places().get(named.id());
      if (place != null && finer(place, best)) {
        best = place;
      }
    }
    return best;
  }

  private static boolean finer(Where place, Where than) {
    if (than.estate() != null) {
      return place.buildingId() != null && than.buildingId() == null && than.estate().equals(place.estate());
    }
    return place.estate() != null || place.area().length() > than.area().length() && place.area().startsWith(than.area());
  }

  /** An estate has come: the register is read anew before it is asked again. Other nodes do so within minutes. */
  @TransactionalEventListener
  void on(EstateRegistered registered) {
    register = null;
  }

  @TransactionalEventListener
  void on(EstateChanged changed) {
    register = null;
  }

  private Register register() {
    var known = register;
    if (known == null || known.readAt().plus(KEPT).isBefore(clock.instant())) {
      known = transactions.as(SystemScope.of("appeal.places"), this::read);
      register = known;
    }
    return known;
  }

  private Register read() {
    var places = new ArrayList<Place>();
    var wheres = new HashMap<String, Where>();
    for (var organisation : organisations.all()) {
      var area = organisation.area();
      if (area != null && organisation.parentId() != null && !organisation.closed() && !wheres.containsKey(area)) {
        places.add(Place.of(area, organisation.name()));
        wheres.put(area, Where.area(area));
      }
    }
    for (var estate : estates.ofAreas(List.of(organisations.districtArea()))) {
      var id = estate.id().toString();
      places.add(Place.of(id, estate.name()).within(wheres.containsKey(estate.area()) ? estate.area() : estate.street()));
      wheres.put(id, new Where(estate.area(), estate.id(), null, null, null, null, null, null));
      for (var building : estates.buildingNumbers(estate.id()).entrySet()) {
        add(places, wheres, estate.id(), estate.area(), building);
      }
    }
    return new Register(new Gazetteer(List.copyOf(places)), Map.copyOf(wheres), clock.instant());
  }

  private static void add(List<Place> places, Map<String, Where> wheres, UUID estate, String area, Map.Entry<UUID, String> building) {
    var number = building.getValue().strip();
    if (number.isEmpty()) {
      return;
    }
    var id = building.getKey().toString();
    places.add(Place.of(id, number.matches("[0-9]+") ? number + "号楼" : number).within(estate.toString()));
    wheres.put(id, new Where(area, estate, building.getKey(), building.getValue(), null, null, null, null));
  }
}
