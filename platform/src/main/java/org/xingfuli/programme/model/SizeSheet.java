package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.Words;

/**
 * The score sheet by which a project or an estate counts as small and easy: every criterion gives points of difficulty, and
 * whoever has no more than the threshold is small and easy. An assumption until the district states its own (domain.md 7).
 *
 * @param version the newest counts; none is ever changed
 * @param threshold at most so many points
 */
public record SizeSheet(
    int version, int threshold, List<Criterion> criteria, boolean unconfirmed, String source, String note,
    Instant createdAt, String createdBy) {

  private static final int MOST_POINTS = 100;

  /** What a criterion looks at: a quantity of the estates, or what a person states of the project. */
  public enum Fact {
    BUILDINGS(Driver.BUILDINGS),
    HOUSEHOLDS(Driver.HOUSEHOLDS),
    STAIRWELLS(Driver.STAIRWELLS),
    ILLEGAL_STRUCTURES(Driver.ILLEGAL_STRUCTURES),
    ROOF_STRUCTURES(Driver.ROOF_STRUCTURES),
    GROUND_STRUCTURES(Driver.GROUND_STRUCTURES),
    ROOF_AREA(Driver.ROOF_AREA),
    FACADE_AREA(Driver.FACADE_AREA),
    DRAIN_LENGTH(Driver.DRAIN_LENGTH),
    ROAD_AREA(Driver.ROAD_AREA),
    PARKING_SPACES(Driver.PARKING_SPACES),
    /** Percent of the households that agree. */
    CONSENT(null),
    /** 1 easy, 2 limited, 3 by hand only. */
    ACCESS(null);

    private final @Nullable Driver driver;

    Fact(@Nullable Driver driver) {
      this.driver = driver;
    }

    /** Whether a person states it. */
    public boolean byHand() {
      return driver == null;
    }

    @Nullable BigDecimal of(Quantities quantities, Map<Fact, BigDecimal> stated) {
      return driver == null ? stated.get(this) : quantities.of(driver);
    }
  }

  /**
   * A criterion.
   *
   * @param bands in growing order, the last without an end; the first whose end is not below the fact gives the points
   * @param unknownPoints as long as nobody stated the fact
   */
  public record Criterion(
      String code, Words name, Fact fact, String unit, List<Band> bands, int unknownPoints, boolean unconfirmed,
      String source) {

    public Criterion {
      bands = List.copyOf(bands);
    }

    int points(@Nullable BigDecimal value) {
      if (value == null) {
        return unknownPoints;
      }
      return bands.stream().filter(band -> band.upTo() == null || value.compareTo(band.upTo()) <= 0).findFirst()
          .orElse(bands.getLast()).points();
    }

    /** The most it can give. */
    public int most() {
      return Math.max(unknownPoints, bands.stream().mapToInt(Band::points).max().orElse(0));
    }
  }

  /** Points up to and with a value; the last band has no end. */
  public record Band(@Nullable BigDecimal upTo, int points) {}

  /** A sheet filled in. */
  public record Score(int total, int most, SizeClass sizeClass, List<Line> lines) {}

  /** A criterion with its fact, absent while nobody stated it, and the points it gives. */
  public record Line(Criterion criterion, @Nullable BigDecimal value, int points) {}

  public Score score(Quantities quantities, Map<Fact, BigDecimal> stated) {
    var lines = criteria.stream().map(criterion -> {
      var value = criterion.fact().of(quantities, stated);
      return new Line(criterion, value, criterion.points(value));
    }).toList();
    var total = lines.stream().mapToInt(Line::points).sum();
    return new Score(total, criteria.stream().mapToInt(Criterion::most).sum(),
        total <= threshold ? SizeClass.SMALL_AND_EASY : SizeClass.REGULAR, lines);
  }

  /** Every fault of the sheet at once. */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    if (criteria.isEmpty()) {
      faults.add(Refusal.of("validation.missing", Map.of("pointer", "/criteria")));
    }
    var codes = new HashSet<String>();
    for (int at = 0; at < criteria.size(); at++) {
      var criterion = criteria.get(at);
      var where = "/criteria/" + at;
      if (!codes.add(criterion.code())) {
        faults.add(Refusal.of("programme.criterion-twice", Map.of("criterion", criterion.code(), "pointer", where + "/code")));
      }
      if (!growing(criterion.bands())) {
        faults.add(Refusal.of("programme.bands-not-growing",
            Map.of("criterion", criterion.name().zh(), "pointer", where + "/bands")));
      }
      if (criterion.most() > MOST_POINTS || criterion.unknownPoints() < 0
          || criterion.bands().stream().anyMatch(band -> band.points() < 0)) {
        faults.add(Refusal.of("programme.points-out-of-range",
            Map.of("criterion", criterion.name().zh(), "most", MOST_POINTS, "pointer", where + "/bands")));
      }
    }
    return faults;
  }

  private static boolean growing(List<Band> bands) {
    if (bands.isEmpty() || bands.getLast().upTo() != null) {
      return false;
    }
    for (int at = 0; at + 1 < bands.size(); at++) {
      var end = bands.get(at).upTo();
      var next = bands.get(at + 1).upTo();
      if (end == null || next != null && next.compareTo(end) <= 0) {
        return false;
      }
    }
    return true;
  }
}
