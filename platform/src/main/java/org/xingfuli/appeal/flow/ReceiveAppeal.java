package org.xingfuli.appeal.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
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
  private final FindPlace places;
  private final BusinessClock clock;

  ReceiveAppeal(IntakeDesk desk, TakeIn takeIn, Transactions transactions, FindPlace places, BusinessClock clock) {
    this.desk = desk;
    this.takeIn = takeIn;
    this.transactions = transactions;
    this.places = places;
    this.clock = clock;
  }

  /** Registered by whoever is signed in; the place must lie within its reach, which the desk sees to. */
  public Received receive(@Nullable String key, NewAppeal appeal) {
    checked(key, appeal);
    return desk.take(TakeIn.Asked.of(appeal, By.me(), key));
  }

  /**
   * Received by a machine of ours inside the running transaction, of which more depends on it: the photos of a resident's report.
   *
   * @param key the id of the request, if it has one
   * @param content what the request holds besides, such as the hashes of its files; another content under the key is refused
   */
  Received here(@Nullable String key, NewAppeal appeal, String content, By by) {
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

  /** The appeal with its place as the register has it; what does not lie within the caller's reach is refused as unknown. */
  private NewAppeal placed(NewAppeal appeal) {
    return appeal.at(places.held(appeal.where()));
  }
}
