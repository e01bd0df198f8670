package org.xingfuli.estate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.PastSurveys;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.BuildingStore;

/** Takes surveys and menus that were made elsewhere, such as the demo's; people fill theirs in on the screen. */
@Component
public class SurveyIntake {

  private final Transactions transactions;
  private final BuildingStore buildings;
  private final PastSurveys past;

  SurveyIntake(Transactions transactions, BuildingStore buildings, PastSurveys past) {
    this.transactions = transactions;
    this.buildings = buildings;
    this.past = past;
  }

  /** A building as a surveyor finds it in the register; floor area in ㎡. */
  public record Place(UUID id, String number, int storeys, @Nullable Integer builtYear, int stairwells, BigDecimal floorArea) {}

  /** How far a survey had come. */
  public enum Stage { OPEN, SUBMITTED, RETURNED, COMPLETED }

  /**
   * What was found of an item.
   *
   * @param building null on the common ground
   * @param item code of the list of items
   * @param grade GOOD, FAIR, POOR, BAD or NONE
   * @param title who found it
   */
  public record Found(@Nullable UUID building, String item, String grade, @Nullable BigDecimal quantity,
      @Nullable String option, @Nullable String note, String title, LocalDate on) {}

  /**
   * A survey with everything found.
   *
   * @param surveyors title of who opened it and handed it in; {@code decider} took it or gave it back
   */
  public record Taken(UUID estateId, Stage stage, LocalDate openedOn, @Nullable LocalDate submittedOn,
      @Nullable LocalDate decidedOn, @Nullable String returnedReason, String surveyors, String decider,
      List<Found> findings) {}

  /** A word on a work of a menu: its mark, and another quantity where it was put right. */
  public record Word(String code, WorkMark mark, @Nullable BigDecimal quantity, String reason, String title, LocalDate on) {}

  /** The estate's buildings in the order of their numbers. */
  public List<Place> places(UUID estateId) {
    return transactions.here(() -> buildings.ofEstate(estateId)).stream()
        .map(building -> new Place(building.id(), building.number(), building.storeys(), building.builtYear(),
            building.stairwells(), building.floorArea()))
        .toList();
  }

  /**
   * Writes the survey down; a completed one makes the menu, but leaves the register's quantities, which must agree with it.
   *
   * @throws IllegalArgumentException for an estate out of sight
   */
  public void take(Taken taken) {
    transactions.here(() -> past.take(taken.estateId(), SurveyState.valueOf(taken.stage().name()), taken.openedOn(),
        taken.submittedOn(), taken.decidedOn(), taken.returnedReason(), taken.surveyors(), taken.decider(),
        taken.findings().stream().map(found -> new PastSurveys.Found(found.building(), found.item(),
            Grade.valueOf(found.grade()), found.quantity(), found.option(), found.note(), found.title(), found.on()))
            .toList()));
  }

  /** Writes down what was said of the works of a menu that is there. */
  public void say(UUID estateId, List<Word> words) {
    transactions.here(() -> words.forEach(word -> past.say(
        estateId, word.code(), word.mark(), word.quantity(), word.reason(), word.title(), word.on())));
  }
}
