package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.exchange.estates.EstateLimits;
import org.xingfuli.exchange.estates.Gazetteer;
import org.xingfuli.kernel.Refusal;

/** Finds everything that is wrong with an estate somebody entered by hand; the same limits hold for workbooks. */
public final class EstateCheck {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

  private final List<Refusal> refusals = new ArrayList<>();

  private EstateCheck() {}

  public static List<Refusal> faults(Estate estate, Gazetteer places) {
    var check = new EstateCheck();
    check.words(estate);
    check.place(estate, places);
    check.years(estate.builtFrom(), estate.builtTo());
    check.quantities(estate);
    return check.refusals;
  }

  private void words(Estate estate) {
    if (!CODE.matcher(estate.code()).matches()) {
      refuse("estate.bad-code", "/code", estate.code());
    }
    if (estate.name().isBlank() || estate.name().length() > EstateLimits.TEXT) {
      refuse("estate.bad-name", "/name", estate.name());
    }
    var address = estate.address();
    if (address != null && address.length() > EstateLimits.ADDRESS) {
      refuse("estate.bad-address", "/address", address);
    }
  }

  private void place(Estate estate, Gazetteer places) {
    if (places.streetName(estate.street()) == null) {
      refuse("estate.unknown-street", "/street", estate.street());
    }
    var community = estate.community();
    if (community != null
        && (places.communityName(community) == null || !community.startsWith(estate.street()))) {
      refuse("estate.unknown-community", "/community", community);
    }
  }

  private void years(@Nullable Integer from, @Nullable Integer to) {
    year("/builtFrom", from);
    year("/builtTo", to);
    if (from != null && to != null && from > to) {
      refuse("estate.years-reversed", "/builtTo", from + "–" + to);
    }
  }

  private void year(String pointer, @Nullable Integer year) {
    if (year != null && (year < EstateLimits.YEAR_MIN || year > EstateLimits.YEAR_MAX)) {
      refuse("estate.bad-year", pointer, year);
    }
  }

  private void quantities(Estate estate) {
    var quantities = estate.quantities();
    number("/floorArea", estate.floorArea(), EstateLimits.ESTATE_AREA);
    number("/roofStructures", BigDecimal.valueOf(quantities.roofStructures()), EstateLimits.COUNT);
    number("/groundStructures", BigDecimal.valueOf(quantities.groundStructures()), EstateLimits.COUNT);
    number("/roofArea", quantities.roofArea(), EstateLimits.ESTATE_AREA);
    number("/facadeArea", quantities.facadeArea(), EstateLimits.ESTATE_AREA);
    number("/drainLength", quantities.drainLength(), EstateLimits.LENGTH);
    number("/roadArea", quantities.roadArea(), EstateLimits.ESTATE_AREA);
    number("/parkingSpaces", BigDecimal.valueOf(quantities.parkingSpaces()), EstateLimits.COUNT);
    number("/chargingPoints", BigDecimal.valueOf(quantities.chargingPoints()), EstateLimits.COUNT);
    number("/greenArea", quantities.greenArea(), EstateLimits.ESTATE_AREA);
  }

  private void number(String pointer, BigDecimal value, int most) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      refusals.add(Refusal.of("estate.number-out-of-range",
          Map.of("pointer", pointer, "value", value.toPlainString())));
    }
  }

  private void refuse(String code, String pointer, Object value) {
    refusals.add(Refusal.of(code, Map.of("pointer", pointer, "value", value)));
  }
}
