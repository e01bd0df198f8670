package org.xingfuli.evidence.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.flow.PairPhotos;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.PairStore;
import org.xingfuli.evidence.store.PairStore.Pair;

/** Before and after. */
@RestController
@RequestMapping("/api/evidence-pairs")
class PairController {

  private static final int MOST = 200;

  /** Two photos to join. */
  record PairBody(@NotNull UUID beforeId, @NotNull UUID afterId, @Nullable String place) {}

  /** A pair with both its photos. */
  record PairView(UUID id, UUID estateId, String estateName, String place, EvidenceView before, EvidenceView after) {}

  private final Transactions transactions;
  private final PairPhotos pair;
  private final PairStore pairs;
  private final EvidenceStore items;
  private final Surroundings.Maker around;

  PairController(Transactions transactions, PairPhotos pair, PairStore pairs, EvidenceStore items,
      Surroundings.Maker around) {
    this.transactions = transactions;
    this.pair = pair;
    this.pairs = pairs;
    this.items = items;
    this.around = around;
  }

  @GetMapping
  @Requires(Permission.EVIDENCE_READ)
  List<PairView> list(@RequestParam(required = false) @Nullable UUID estate) {
    return transactions.here(() -> views(pairs.ofEstate(estate, MOST)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.EVIDENCE_ATTACH)
  PairView pair(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid PairBody body) {
    var place = body.place();
    var made = pair.pair(key, body.beforeId(), body.afterId(), place == null ? "" : place);
    return transactions.here(() -> views(List.of(made)).getFirst());
  }

  private List<PairView> views(List<Pair> found) {
    var photos = new HashMap<UUID, EvidenceItem>();
    items.list(found.stream().flatMap(pair -> List.of(pair.beforeId(), pair.afterId()).stream()).toList())
        .forEach(item -> photos.put(item.id(), item));
    var names = around.of(photos.values());
    return found.stream().map(pair -> new PairView(pair.id(), pair.estateId(), names.estate(pair.estateId()), pair.place(),
        photo(photos, pair.beforeId(), names), photo(photos, pair.afterId(), names))).toList();
  }

  private static EvidenceView photo(Map<UUID, EvidenceItem> photos, UUID id, Surroundings names) {
    return EvidenceView.of(Objects.requireNonNull(photos.get(id)), names);
  }
}
