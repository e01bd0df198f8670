package org.xingfuli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.AdoptImport;
import org.xingfuli.estate.flow.ExportEstates;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.flow.UploadEstates;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateBookWriter;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;

/**
 * The demo's 36,000 households loaded, exported, checked and imported again: time and peak heap; run on demand:
 * {@code mvn -o -pl platform -am -Dtest=ImportMeasurement -Dxingfuli.measure=true -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
@PlatformTest
@EnabledIfSystemProperty(named = "xingfuli.measure", matches = "true")
class ImportMeasurement {

  private static final Scope PLANNER =
      new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "计划员", Set.of("320613"), Set.of(), Set.of());

  @Autowired private DemoEstates demo;
  @Autowired private Places places;
  @Autowired private UploadEstates upload;
  @Autowired private AdoptImport adopt;
  @Autowired private ExportEstates export;
  @Autowired private ImportStore imports;
  @Autowired private Transactions transactions;

  @Test
  void thirtySixThousandHouseholds() throws Exception {
    say("demo loaded", () -> assertThat(demo.load(2022)).hasSize(45));
    var out = new ByteArrayOutputStream();
    say("exported", () -> CurrentScope.with(PLANNER, () -> {
      export.write(null, null, out);
      return out;
    }));
    var other = new ByteArrayOutputStream();
    write(DemoDistrict.draw(new SplittableRandom(2023)), other);
    for (var file : List.of(out.toByteArray(), other.toByteArray(), other.toByteArray())) {
      System.out.printf("file of %,d bytes%n", file.length);
      var id = new UUID[1];
      say("uploaded and checked", () -> {
        id[0] = CurrentScope.with(PLANNER, () -> upload.upload(null, "x.xlsx", file).id());
        var checked = settled(id[0], ImportState.CHECKING);
        assertThat(checked.state()).as("%s", checked.faults()).isEqualTo(ImportState.READY);
      });
      say("adopted and written", () -> {
        CurrentScope.with(PLANNER, () -> adopt.adopt(id[0]));
        var done = settled(id[0], ImportState.IMPORTING);
        assertThat(done.state()).as("%s", done.faults()).isEqualTo(ImportState.DONE);
      });
    }
  }

  /** The district under other codes, so that it is new. */
  private void write(DemoDistrict district, ByteArrayOutputStream out) throws IOException {
    try (var book = new EstateBookWriter(out, places.gazetteer())) {
      for (var e : district.estates()) {
        book.estate(new EstateLine(0, "N" + e.code(), e.name() + "二期", e.street(), e.community(), e.address(),
            e.builtFrom(), e.builtTo(), e.floorArea(), e.small(), e.roofStructures(), e.groundStructures(), e.roofArea(), e.facadeArea(),
            e.drainLength(), e.roadArea(), e.parkingSpaces(), e.chargingPoints(), e.greenArea()));
      }
      book.beginBuildings();
      for (var b : district.buildings()) {
        book.building(new BuildingLine(0, "N" + b.estateCode(), b.number(), b.storeys(), b.builtYear(), b.floorArea(),
            b.stairwells(), b.pitchedRoof()));
      }
      book.beginHouseholds();
      for (var h : district.households()) {
        book.household(new HouseholdLine(0, "N" + h.estateCode(), h.building(), h.stairwell(), h.floor(), h.door(),
            h.exclusiveArea(), h.owner(), h.phone()));
      }
    }
  }

  private Import settled(UUID id, ImportState passing) {
    while (true) {
      var found = transactions.as(SystemScope.of("test"), () -> imports.find(id).orElseThrow());
      if (found.state() != passing) {
        return found;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Says how long something took, and by how much the heap rose over what stood before, garbage included. */
  private static void say(String what, Runnable work) {
    System.gc();
    var heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf("%-22s %6.2f s, heap before %d MB, peak %d MB%n", what, seconds, before >> 20, peak >> 20);
  }
}
