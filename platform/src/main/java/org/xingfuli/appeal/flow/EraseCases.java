package org.xingfuli.appeal.flow;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.store.CaseErasureStore;
import org.xingfuli.identity.Erasing;

/** What was said, written and answered is erased when the file of an appeal has been kept long enough; what is counted stays. */
@Component
class EraseCases implements Erasing {

  private final CaseErasureStore store;

  EraseCases(CaseErasureStore store) {
    this.store = store;
  }

  @Override
  public String rule() {
    return "RETAIN_CASE";
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
