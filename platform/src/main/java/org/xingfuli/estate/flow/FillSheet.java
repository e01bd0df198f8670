package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/**
 * A surveyor writes down what was found in a building or on the common ground. Several may work on one estate at once: only the
 * same item of the same place can collide, and then the later one is told. After the survey is complete this is a correction,
 * with a reason, in the estate's history.
 */
@Component
public class FillSheet {

  private static final int NOTE = 500;

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final SurveyStore surveys;
  private final Evidence evidence;
  private final Menus menus;
  private final SurveyQuantities quantities;
  private final History history;
  private final Audit audit;
  private final BusinessClock clock;

  FillSheet(Transactions transactions, EstateStore estates, BuildingStore buildings, SurveyStore surveys, Evidence evidence,
      Menus menus, SurveyQuantities quantities, History history, Audit audit, BusinessClock clock) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.surveys = surveys;
    this.evidence = evidence;
    this.menus = menus;
    this.quantities = quantities;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was found of one item.
   *
   * @param seen the version the surveyor saw, 0 for none
   * @param photos ids of evidence of the estate, uploaded before; those that are there already stay
   */
  public record Entry(String item, int seen, @Nullable Grade grade, @Nullable BigDecimal quantity,
      @Nullable String option, @Nullable String note, List<UUID> photos) {}

  /**
   * Writes the entries, all of them or none.
   *
   * @param buildingId null for the common ground
   * @return whether the scope has the estate and the building
   */
  public boolean fill(UUID estateId, @Nullable UUID buildingId, List<Entry> entries, Because because) {
    return transactions.here(() -> {
      // Held, not locked: surveyors of one estate do not wait for each other. A correction changes the estate and does.
      boolean filling = surveys.last(estateId).map(survey -> survey.state().filling()).orElse(true);
      var estate = filling ? estates.hold(List.of(estateId)).stream().findFirst() : estates.lock(estateId);
      var building = buildingId == null ? null
          : buildings.find(buildingId).filter(found -> found.estateId().equals(estateId)).orElse(null);
      if (estate.isEmpty() || (buildingId != null && building == null)) {
        return false;
      }
      write(estate.get(), building, entries, because);
      return true;
    });
  }

  private void write(Estate estate, @Nullable Building building, List<Entry> entries, Because because) {
    var survey = surveys.last(estate.id()).orElseThrow(() -> new Refused(Refusal.of("survey.none")));
    if (survey.state() == SurveyState.SUBMITTED) {
      throw new Refused(Refusal.of("survey.submitted"));
    }
    if (!survey.state().filling()) {
      because.given();
    }
    var buildingId = building == null ? null : building.id();
    var level = building == null ? SurveyItem.Level.ESTATE : SurveyItem.Level.BUILDING;
    var items = surveys.items(survey.edition()).stream().filter(item -> item.level() == level)
        .collect(Collectors.toMap(SurveyItem::code, Function.identity()));
    var there = surveys.findings(survey.id(), buildingId).stream()
        .collect(Collectors.toMap(Finding::item, Function.identity()));
    var refusals = new ArrayList<Refusal>();
    var findings = new ArrayList<Finding>();
    var photos = new LinkedHashMap<UUID, List<UUID>>();
    for (int at = 0; at < entries.size(); at++) {
      var entry = entries.get(at);
      var item = items.get(entry.item());
      if (item == null) {
        refusals.add(Refusal.of("survey.unknown-item", Map.of("pointer", "/findings/" + at + "/item", "value", entry.item())));
        continue;
      }
      faults(entry, item, "/findings/" + at, refusals);
      var was = there.get(entry.item());
      int current = was == null ? 0 : was.version();
      var now = finding(survey, buildingId, entry, was);
      if (!entry.photos().isEmpty()) {
        photos.put(now.id(), entry.photos());
      }
      if (was != null && Fields.of(was).equals(Fields.of(now))) {
        continue;
      }
      if (current != entry.seen()) {
        refusals.add(conflict(at, item, entry.seen(), current));
      }
      findings.add(now);
    }
    Refused.ifAny(refusals);
    var before = survey.state().filling() ? Map.<String, BigDecimal>of() : menus.found(survey.id(), survey.edition());
    collide(surveys.write(estate, findings), findings, entries, survey, buildingId, items);
    photos.forEach((finding, taken) -> evidence.refer(taken, estate.id(), FindingsForEvidence.TYPE, finding));
    if (findings.isEmpty()) {
      return;
    }
    audit.record(survey.state().filling() ? "estate.survey-fill" : "estate.survey-correct",
        new Subject("survey", survey.id()), Map.of("estate", estate.id(), "items", findings.size(),
            "place", building == null ? "common" : building.number()));
    if (!survey.state().filling()) {
      findings.forEach(now -> tell(estate, building, Objects.requireNonNull(items.get(now.item())), there.get(now.item()), now, because));
      quantities.takeAgain(estate, survey, before, because);
    }
  }

  /** What somebody else wrote between our reading and our writing was not overwritten; whoever comes later is told. */
  private void collide(Set<UUID> written, List<Finding> findings, List<Entry> entries, Survey survey, @Nullable UUID buildingId,
      Map<String, SurveyItem> items) {
    var lost = findings.stream().filter(finding -> !written.contains(finding.id())).map(Finding::item).collect(Collectors.toSet());
    if (lost.isEmpty()) {
      return;
    }
    var there = surveys.findings(survey.id(), buildingId).stream().collect(Collectors.toMap(Finding::item, Finding::version));
    var refusals = new ArrayList<Refusal>();
    for (int at = 0; at < entries.size(); at++) {
      var entry = entries.get(at);
      if (lost.contains(entry.item())) {
        refusals.add(conflict(at, Objects.requireNonNull(items.get(entry.item())), entry.seen(), there.getOrDefault(entry.item(), 0)));
      }
    }
    throw new Refused(refusals);
  }

  private static Refusal conflict(int at, SurveyItem item, int seen, int current) {
    return Refusal.of("survey.item-conflict", Map.of("pointer", "/findings/" + at + "/item", "item", item.name().zh(),
        "seen", seen, "current", current));
  }

  private void tell(Estate estate, @Nullable Building building, SurveyItem item, @Nullable Finding was, Finding now,
      Because because) {
    var place = building == null ? estate.name() : Titles.building(estate.name(), building.number());
    history.changed(estate, "estate.survey-correct", new History.About(Deed.Kind.FINDING, now.id(),
        building == null ? null : building.id(), place + " " + item.name().zh()),
        was == null ? Map.of() : Fields.of(was), Fields.of(now), because);
  }

  private Finding finding(Survey survey, @Nullable UUID building, Entry entry, @Nullable Finding was) {
    var scope = CurrentScope.get();
    boolean person = scope.kind() == Scope.Kind.PERSON;
    var note = entry.note();
    return new Finding(was == null ? UuidV7.create() : was.id(), survey.id(), building, entry.item(), entry.grade(),
        entry.grade() == Grade.NONE ? null : entry.quantity(), entry.option(),
        note == null || note.isBlank() ? null : note.strip(), person ? scope.principal() : null,
        person ? null : scope.actor(), clock.today(), was == null ? 1 : was.version() + 1);
  }

  private static void faults(Entry entry, SurveyItem item, String at, List<Refusal> refusals) {
    var quantity = entry.quantity();
    if (quantity != null && (quantity.signum() < 0 || quantity.compareTo(item.most()) > 0)) {
      refusals.add(Refusal.of("survey.quantity-out-of-range", Map.of("pointer", at + "/quantity", "item",
          item.name().zh(), "value", Fields.text(quantity), "most", Fields.text(item.most()))));
    }
    var option = entry.option();
    if (option != null && item.options().stream().noneMatch(choice -> choice.code().equals(option))) {
      refusals.add(Refusal.of("survey.unknown-option", Map.of("pointer", at + "/option", "value", option)));
    }
    if (entry.note() != null && Objects.requireNonNull(entry.note()).strip().length() > NOTE) {
      refusals.add(Refusal.of("survey.note-too-long", Map.of("pointer", at + "/note", "most", NOTE)));
    }
  }
}
