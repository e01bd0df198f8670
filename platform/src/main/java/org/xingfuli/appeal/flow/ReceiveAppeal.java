package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.By;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Somebody appeals, through whatever channel; answered only when it is stored, and again with the same number. */
@Component
public class ReceiveAppeal {

  private static final String KEY = "[A-Za-z0-9._:/-]{8,120}";

  private final IntakeDesk desk;
  private final Transactions transactions;
  private final Estates estates;
  private final Organisations organisations;
  private final BusinessClock clock;

  ReceiveAppeal(IntakeDesk desk, Transactions transactions, Estates estates, Organisations organisations, BusinessClock clock) {
    this.desk = desk;
    this.transactions = transactions;
    this.estates = estates;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Registered by whoever is signed in; the place must lie within its reach. */
  public Received receive(@Nullable String key, NewAppeal appeal) {
    checked(key, appeal);
    var placed = transactions.here(() -> placed(appeal));
    return desk.take(new TakeIn.Asked(placed, CurrentScope.get(), CaseDesk.me(), key, null, null));
  }

  /**
   * Received by a machine of ours: a channel's adapter, the resident page.
   *
   * @param task names the machine in the audit, such as {@code appeal.resident-page}
   */
  public Received receive(String task, String title, @Nullable String key, NewAppeal appeal) {
    checked(key, appeal);
    var scope = SystemScope.of(task);
    return desk.take(new TakeIn.Asked(appeal, scope, new By(scope.principal(), title), key, null, null));
  }

  /** Many of one sender, all of them in one transaction; each with its own request id. */
  public List<Received> receiveAll(String task, String title, List<Keyed> appeals) {
    var scope = SystemScope.of(task);
    return desk.takeAll(appeals.stream().map(one ->
        new TakeIn.Asked(one.appeal(), scope, new By(scope.principal(), title), one.key(), null, null)).toList());
  }

  /** An appeal and the id of its request. */
  public record Keyed(@Nullable String key, NewAppeal appeal) {}

  /** In the running transaction and in the past: the demo plays its residents. */
  public Received past(NewAppeal appeal, By by, Instant at) {
    return desk.takeHere(List.of(new TakeIn.Asked(appeal, CurrentScope.get(), by, null, null, at))).getFirst();
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
