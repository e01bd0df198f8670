package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.DeedStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.HouseholdStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Somebody takes a correction back: the former values return as a new correction, checked like any other. Only while nobody has
 * changed the same fields since, so that no later word is lost.
 */
@Component
public class UndoCorrection {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final HouseholdStore households;
  private final WorkStore works;
  private final SurveyStore surveys;
  private final DeedStore deeds;
  private final ChangeEstate changeEstate;
  private final CorrectBuilding correctBuilding;
  private final CorrectHousehold correctHousehold;
  private final ChangeWork changeWork;
  private final FillSheet fillSheet;

  UndoCorrection(Transactions transactions, EstateStore estates, BuildingStore buildings, HouseholdStore households,
      WorkStore works, SurveyStore surveys, DeedStore deeds, ChangeEstate changeEstate, CorrectBuilding correctBuilding,
      CorrectHousehold correctHousehold, ChangeWork changeWork, FillSheet fillSheet) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.households = households;
    this.works = works;
    this.surveys = surveys;
    this.deeds = deeds;
    this.changeEstate = changeEstate;
    this.correctBuilding = correctBuilding;
    this.correctHousehold = correctHousehold;
    this.changeWork = changeWork;
    this.fillSheet = fillSheet;
  }

  /** Takes the act back; false when the caller's scope has no such estate or the estate no such act. */
  public boolean undo(UUID estateId, UUID deedId, @Nullable String reason) {
    return transactions.here(() -> {
      var estate = estates.lock(estateId);
      var deed = deeds.find(estateId, deedId);
      if (estate.isEmpty() || deed.isEmpty()) {
        return false;
      }
      undo(estate.get(), deed.get(), new Because(reason, deedId));
      return true;
    });
  }

  private void undo(Estate estate, Deed deed, Because because) {
    if (deed.changes().isEmpty()) {
      throw new Refused(Refusal.of("estate.not-undoable"));
    }
    if (!deeds.undone(List.of(deed.id())).isEmpty()) {
      throw new Refused(Refusal.of("estate.already-undone"));
    }
    switch (deed.kind()) {
      case ESTATE -> changeEstate.change(
          estate.id(), estate.version(), Fields.estate(former(deed, Fields.of(estate))), because);
      case BUILDING -> {
        var building = buildings.lock(deed.subjectId()).orElseThrow(UndoCorrection::gone);
        correctBuilding.correct(building.id(), building.version(),
            Fields.building(over(Fields.of(building), former(deed, Fields.of(building)))), because);
      }
      case HOUSEHOLD -> {
        var placed = households.lock(deed.subjectId()).orElseThrow(UndoCorrection::gone);
        var values = former(deed, Fields.of(placed.household()));
        correctHousehold.correct(deed.subjectId(), placed.version(), new CorrectHousehold.Wanted(
            whole(values, "stairwell"), whole(values, "floor"), values.get("door"),
            values.get("exclusiveArea") == null ? null : new BigDecimal(values.get("exclusiveArea"))), because);
      }
      case WORK -> {
        var line = works.line(deed.subjectId()).orElseThrow(UndoCorrection::gone);
        changeWork.change(estate.id(), new ChangeWork.Wanted(
            line.code(), line.version(), Fields.work(former(deed, Fields.of(line)))), because);
      }
      case FINDING -> {
        var finding = surveys.finding(deed.subjectId()).orElseThrow(UndoCorrection::gone);
        fillSheet.fill(estate.id(), finding.buildingId(),
            List.of(entry(finding, over(Fields.of(finding), former(deed, Fields.of(finding))))), because);
      }
      case SURVEY -> throw new Refused(Refusal.of("estate.not-undoable"));
    }
  }

  private static FillSheet.Entry entry(Finding finding, Map<String, @Nullable String> values) {
    var grade = values.get("grade");
    var quantity = values.get("quantity");
    return new FillSheet.Entry(finding.item(), finding.version(), grade == null ? null : Grade.valueOf(grade),
        quantity == null ? null : new BigDecimal(quantity), values.get("option"), values.get("note"), List.of());
  }

  /** The values before the act, of the fields it changed. */
  private static Map<String, @Nullable String> former(Deed deed, Map<String, @Nullable String> now) {
    var values = new LinkedHashMap<String, @Nullable String>();
    for (var change : deed.changes()) {
      if (!Objects.equals(now.get(change.field()), change.to())) {
        throw new Refused(Refusal.of("estate.correction-superseded", Map.of("name", deed.name(), "then",
            String.valueOf(change.to()), "current", String.valueOf(now.get(change.field())))));
      }
      values.put(change.field(), change.from());
    }
    return values;
  }

  private static Map<String, @Nullable String> over(
      Map<String, @Nullable String> all, Map<String, @Nullable String> some) {
    var values = new LinkedHashMap<String, @Nullable String>(all);
    values.putAll(some);
    return values;
  }

  private static @Nullable Integer whole(Map<String, @Nullable String> values, String field) {
    var value = values.get(field);
    return value == null ? null : Integer.valueOf(value);
  }

  private static Refused gone() {
    return new Refused(Refusal.of("estate.not-undoable"));
  }
}
