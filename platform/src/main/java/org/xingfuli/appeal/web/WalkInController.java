package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.Promises;
import org.xingfuli.appeal.flow.WalkInDesk;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.ReceptionPoint;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.web.ReceptionBodies.PromiseKeptBody;
import org.xingfuli.appeal.web.ReceptionBodies.PromiseMovedBody;
import org.xingfuli.appeal.web.ReceptionBodies.TableAnswerBody;
import org.xingfuli.appeal.web.ReceptionBodies.WalkInBody;
import org.xingfuli.appeal.web.ReceptionView.DeskView;
import org.xingfuli.appeal.web.ReceptionView.PadBuilding;
import org.xingfuli.appeal.web.ReceptionView.PadClass;
import org.xingfuli.appeal.web.ReceptionView.PadView;
import org.xingfuli.appeal.web.ReceptionView.PromiseView;
import org.xingfuli.appeal.web.ReceptionView.QueueView;
import org.xingfuli.appeal.web.ReceptionView.WalkInReceipt;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;

/** The table of a reception point: who came today, what can be said at once, and what was promised. */
@RestController
@RequestMapping("/api")
class WalkInController {

  private final Transactions transactions;
  private final ReceptionStore store;
  private final ReceptionViews views;
  private final PlaceViews places;
  private final WalkInDesk desk;
  private final Promises promises;
  private final Estates estates;
  private final BusinessClock clock;

  WalkInController(Transactions transactions, ReceptionStore store, ReceptionViews views, PlaceViews places, WalkInDesk desk,
      Promises promises, Estates estates, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.views = views;
    this.places = places;
    this.desk = desk;
    this.promises = promises;
    this.estates = estates;
    this.clock = clock;
  }

  private ReceptionPoint point(UUID id) {
    return store.find(id).orElseThrow(Problems::absent);
  }

  /** Who came on the day, and whose answer still stands out from before. */
  @GetMapping("/reception-points/{id}/queue")
  @Requires(Permission.APPEAL_INTAKE)
  QueueView queue(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day) {
    return transactions.here(() -> views.queue(point(id), day == null ? clock.today() : day));
  }

  /** The buildings of the estate for the number pad, and the classes that have buttons. */
  @GetMapping("/reception-points/{id}/pad")
  @Requires(Permission.APPEAL_INTAKE)
  PadView pad(@PathVariable UUID id) {
    return transactions.here(() -> {
      var buildings = estates.buildingNumbers(point(id).estate()).keySet().stream().flatMap(one -> estates.building(one).stream())
          .map(one -> new PadBuilding(one.id(), one.number(), one.stairwells())).toList();
      return new PadView(buildings, PlaceViews.OFFERED.stream()
          .flatMap(code -> Stream.ofNullable(Classes.words(code)).map(name -> new PadClass(code, name))).toList());
    });
  }

  /** What can be said at once: this year's plan of the building, outages, and appeals like this one; of the estate when no building is named. */
  @GetMapping("/reception-points/{id}/desk")
  @Requires(Permission.APPEAL_INTAKE)
  DeskView desk(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID buildingId,
      @RequestParam(required = false) @Nullable String classCode) {
    var at = transactions.here(() -> {
      var point = point(id);
      if (buildingId != null && !estates.buildingNumbers(point.estate()).containsKey(buildingId)) {
        throw new Refused(Refusal.of("appeal.no-such-building", Map.of("pointer", "/buildingId")));
      }
      return point;
    });
    var said = places.sayable(at.estate(), buildingId);
    return transactions.here(() -> views.desk(at, said, buildingId, classCode));
  }

  /** Registers who came, with photos, promise and answer, all of it or nothing. */
  @PostMapping("/reception-points/{id}/walk-ins")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.APPEAL_INTAKE)
  WalkInReceipt walkIn(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid WalkInBody body) {
    var receipt = desk.register(key, id, body.brought());
    return transactions.here(() -> views.receipt(receipt));
  }

  /** Answers somebody who came, lawfully and in person. */
  @PostMapping("/reception-points/{id}/walk-ins/{appeal}/answer")
  @Requires(Permission.APPEAL_HANDLE)
  QueueView answerWalkIn(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @PathVariable UUID appeal, @RequestBody @Valid TableAnswerBody body) {
    desk.answer(key, id, appeal, body.answer());
    return queue(id, null);
  }

  /** The promise register of a point: the last three months, and all that is open or broken. */
  @GetMapping("/reception-points/{id}/promises")
  @Requires(Permission.APPEAL_READ)
  List<PromiseView> promises(@PathVariable UUID id) {
    return transactions.here(() -> views.register(point(id)));
  }

  @PostMapping("/promises/{id}/keep")
  @Requires(Permission.APPEAL_INTAKE)
  void keepPromise(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid PromiseKeptBody body) {
    promises.keep(key, id, body.words());
  }

  /** Another time, agreed before this one comes. */
  @PostMapping("/promises/{id}/move")
  @Requires(Permission.APPEAL_INTAKE)
  PromiseMoved movePromise(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid PromiseMovedBody body) {
    return new PromiseMoved(promises.move(key, id, body.dueAt(), body.reason()));
  }

  /** The promise that stands in place of the moved one. */
  record PromiseMoved(UUID id) {}
}
