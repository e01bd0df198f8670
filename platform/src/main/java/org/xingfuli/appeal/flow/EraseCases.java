package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.store.CaseErasureStore;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.Erasing;

/**
 * What was said, written, answered and shown is erased when the file of an appeal has been kept long enough, and what was learnt from it
 * with it; what is counted stays.
 */
@Component
class EraseCases implements Erasing {

  private final CaseErasureStore store;
  private final Evidence evidence;
  private final Routing routing;

  EraseCases(CaseErasureStore store, Evidence evidence, Routing routing) {
    this.store = store;
    this.evidence = evidence;
    this.routing = routing;
  }

  @Override
  public String rule() {
    return "RETAIN_CASE";
  }

  @Override
  public long erase(Instant before) {
    var ids = store.erase(before);
    if (!ids.isEmpty()) {
      evidence.erase(Map.of("appeal", ids, "appeal-reply", store.replies(ids)));
      routing.forget();
    }
    return ids.size();
  }

  @Override
  public long remaining(Instant before) {
    return store.remaining(before);
  }
}
