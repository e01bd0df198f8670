package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.store.EstateStore;

/** Makes what a survey adds up to the estate's quantities, as a correction with the survey for a reason, and derives the menu of works. */
@Component
class SurveyQuantities {

  private static final int REASON = 200;
  private static final Map<String, String> FIELDS = Map.of("roof_structures", "roofStructures", "ground_structures",
      "groundStructures", "roof_area", "roofArea", "facade_area", "facadeArea", "drain_length", "drainLength", "road_area",
      "roadArea", "parking_spaces", "parkingSpaces", "charging_points", "chargingPoints", "green_area", "greenArea");

  private final EstateStore estates;
  private final ChangeEstate changeEstate;
  private final Menus menus;

  SurveyQuantities(EstateStore estates, ChangeEstate changeEstate, Menus menus) {
    this.estates = estates;
    this.changeEstate = changeEstate;
    this.menus = menus;
  }

  /** Takes all of a survey that is complete now; the estate is locked. */
  void take(Estate estate, Survey survey) {
    write(estate, menus.found(survey.id(), survey.edition()), reason(survey));
  }

  /**
   * Takes what a correction of a complete survey has changed and leaves the rest as it stands in the register; the estate is
   * locked.
   *
   * @param before what it added up to before the correction
   */
  void takeAgain(Estate estate, Survey survey, Map<String, BigDecimal> before, Because because) {
    var changed = new HashMap<>(menus.found(survey.id(), survey.edition()));
    changed.entrySet().removeIf(now -> now.getValue().compareTo(before.getOrDefault(now.getKey(), BigDecimal.ZERO)) == 0);
    var why = reason(survey) + "更正：" + Objects.requireNonNullElse(because.reason(), "撤销");
    write(estate, changed, why.substring(0, Math.min(REASON, why.length())));
  }

  private void write(Estate estate, Map<String, BigDecimal> found, String reason) {
    var values = new HashMap<String, @Nullable String>();
    FIELDS.forEach((driver, field) -> {
      if (found.containsKey(driver)) {
        values.put(field, Fields.text(Objects.requireNonNull(found.get(driver))));
      }
    });
    if (!values.isEmpty()) {
      changeEstate.change(estate.id(), estate.version(), Fields.estate(values), Because.of(reason));
    }
    menus.derive(estates.find(estate.id()).orElseThrow());
  }

  private static String reason(Survey survey) {
    return "改造前体检（第 " + survey.number() + " 次）";
  }
}
