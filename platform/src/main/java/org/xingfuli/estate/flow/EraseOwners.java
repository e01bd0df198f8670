package org.xingfuli.estate.flow;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.store.OwnerStore;
import org.xingfuli.identity.Erasing;

/** Owners' names and telephones go once their time is over; the household stays. */
@Component
class EraseOwners implements Erasing {

  private final OwnerStore owners;

  EraseOwners(OwnerStore owners) {
    this.owners = owners;
  }

  @Override
  public String rule() {
    return "RETAIN_OWNER";
  }

  @Override
  public long erase(Instant before) {
    return owners.erase(before);
  }

  @Override
  public long remaining(Instant before) {
    return owners.remaining(before);
  }
}
