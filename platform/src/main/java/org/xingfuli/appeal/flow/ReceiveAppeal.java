package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Somebody appeals, through whatever channel; answered only when it is stored, and again with the same number. */
@Component
public class ReceiveAppeal {

  private static final String KEY = "[A-Za-z0-9._:/-]{8,120}";

  private final IntakeDesk desk;
  private final TakeIn takeIn;
  private final Transactions transactions;
  private final Estates estates;
  private final Organisations organisations;
  private final BusinessClock clock;

  ReceiveAppeal(IntakeDesk desk, TakeIn takeIn, Transactions transactions, Estates estates, Organisations organisations, BusinessClock clock) {
    this.desk = desk;
    this.takeIn = takeIn;
    this.transactions = transactions;
    this.estates = estates;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Registered by whoever is signed in; the place must lie within its reach. */
  public Received receive(@Nullable String key, NewAppeal appeal) {
    checked(key, appeal);
    var placed = transactions.here(() -> placed(appeal));
    return desk.take(TakeIn.Asked.of(placed, By.me(), key));
  }

  /**
   * Received by a machine of ours inside the running transaction, of which more depends on it: the photos of a resident's report.
   *
   * @param key the id of the request
   * @param content what the request holds besides, such as the hashes of its files; another content under the key is refused
   */
  Received here(String key, NewAppeal appeal, String content, By by) {
    checked(key, appeal);
    return takeIn.write(List.of(new TakeIn.Asked(appeal, content, CurrentScope.get(), by, key, null, null))).getFirst();
  }

  /**
   * Registered by whoever is signed in, inside the running transaction, of which more depends on it: what is said and promised at a
   * reception point. The place must lie within its reach.
   *
   * @param content what the request holds besides; another content under the key is refused
   */
  Received atTheTable(@Nullable String key, NewAppeal appeal, String content) {
    checked(key, appeal);
    return takeIn.write(List.of(new TakeIn.Asked(placed(appeal), content, CurrentScope.get(), By.me(), key, null, null))).getFirst();
  }

  /** In the running transaction, said by somebody: the demo plays its residents. */
  public Received here(NewAppeal appeal, By by) {
    return transactions.here(() -> takeIn.write(List.of(TakeIn.Asked.of(appeal, by, null)))).getFirst();
  }

  private void checked(@Nullable String key, NewAppeal appeal) {
    if (key != null && !key.matches(KEY)) {
      throw new Refused(Refusal.of("common.bad-key"));
    }
    Refused.ifAny(AppealCheck.faults(appeal, clock.now()));
  }

  /** The appeal with the area of its estate; what does not lie within the caller's reach is refused as unknown. */
  private NewAppeal placed(NewAppeal appeal) {
    var where = appeal.where();
    var id = where.estate();
    if (id == null) {
      if (!reaches(where.area())) {
        throw new Refused(Refusal.of("appeal.no-such-area", Map.of("pointer", "/area", "area", where.area())));
      }
      return appeal;
    }
    var estate = estates.find(id).orElseThrow(() -> new Refused(Refusal.of("appeal.no-such-estate", Map.of("pointer", "/estateId"))));
    var buildings = estates.buildingNumbers(id);
    UUID building = where.buildingId();
    if (building != null && !buildings.containsKey(building)) {
      throw new Refused(Refusal.of("appeal.no-such-building", Map.of("pointer", "/buildingId")));
    }
    return new NewAppeal(appeal.channel(), appeal.originalNumber(), appeal.kind(), appeal.urgency(), appeal.title(), appeal.words(),
        appeal.classCode(), appeal.confidential(), new NewAppeal.Where(estate.area(), id, building,
            building == null ? where.building() : buildings.get(building), where.stairwell(), where.place(), where.latitude(),
            where.longitude()), appeal.complainant(), appeal.saidAt());
  }

  private boolean reaches(String area) {
    var scope = CurrentScope.get();
    return organisations.byArea(area).isPresent()
        && (scope.kind() == Scope.Kind.SYSTEM || scope.areas().stream().anyMatch(area::startsWith));
  }
}
