package org.xingfuli.appeal.flow;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.identity.Erasing;

/** Who appealed is erased a time after the appeal was closed; what was said, answered and proved stays. */
@Component
class EraseComplainants implements Erasing {

  private final ComplainantStore store;

  EraseComplainants(ComplainantStore store) {
    this.store = store;
  }

  @Override
  public String rule() {
    return "RETAIN_COMPLAINANT";
  }

  @Override
  public long erase(Instant before) {
    return store.erase(before);
  }

  @Override
  public long remaining(Instant before) {
    return store.remaining(before);
  }
}
