package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Building;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.web.SurveyView.SheetRow;
import org.xingfuli.estate.web.SurveyView.Total;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.identity.People;

/** Puts surveys together for the screens. */
@Component
class SurveyViews {

  /** The name of the sheet of the common ground. */
  static final String COMMON = "common";
  private static final List<Grade> WORST_FIRST = List.of(Grade.BAD, Grade.POOR, Grade.FAIR, Grade.GOOD, Grade.NONE);

  private final SurveyStore surveys;
  private final BuildingStore buildings;
  private final Evidence evidence;
  private final People people;

  SurveyViews(SurveyStore surveys, BuildingStore buildings, Evidence evidence, People people) {
    this.surveys = surveys;
    this.buildings = buildings;
    this.evidence = evidence;
    this.people = people;
  }

  SurveyView of(Estate estate) {
    var survey = surveys.last(estate.id()).orElse(null);
    var items = surveys.items(survey == null ? surveys.edition() : survey.edition());
    var findings = survey == null ? List.<Finding>of() : surveys.findings(survey.id());
    var names = names(findings);
    var sheets = new ArrayList<SheetRow>();
    sheets.add(row(COMMON, null, level(items, SurveyItem.Level.ESTATE), findings, names));
    buildings.ofEstate(estate.id()).forEach(building -> sheets.add(row(building.id().toString(), building,
        level(items, SurveyItem.Level.BUILDING), findings, names)));
    return new SurveyView(estate.id(), survey == null ? null : survey.id(), survey == null ? null : survey.number(),
        survey == null ? null : survey.state(), survey == null ? null : survey.openedOn(),
        survey == null ? null : survey.submittedOn(), survey == null ? null : survey.completedOn(),
        survey == null ? null : survey.returnedReason(),
        survey == null ? Set.of() : legal(survey), sheets,
        (int) sheets.stream().filter(sheet -> sheet.missing().isEmpty()).count(),
        sheets.stream().mapToInt(SheetRow::done).sum(), sheets.stream().mapToInt(SheetRow::items).sum(),
        totals(estate, items, findings), items.stream().anyMatch(SurveyItem::unconfirmed),
        items.getFirst().source(), survey == null ? 0 : survey.version());
  }

  SheetView sheet(Estate estate, @Nullable Building building) {
    var whole = of(estate);
    var survey = surveys.last(estate.id()).orElse(null);
    var buildingId = building == null ? null : building.id();
    var findings = survey == null ? List.<Finding>of() : surveys.findings(survey.id(), buildingId);
    var names = names(findings);
    var found = findings.stream().collect(Collectors.toMap(Finding::item, Function.identity()));
    var photos = evidence.of("finding", findings.stream().map(Finding::id).toList());
    var items = level(surveys.items(survey == null ? surveys.edition() : survey.edition()),
        building == null ? SurveyItem.Level.ESTATE : SurveyItem.Level.BUILDING);
    var sheet = building == null ? COMMON : building.id().toString();
    return new SheetView(estate.id(), estate.name(), whole.id(), whole.state(), sheet, buildingId,
        building == null ? null : building.number(), next(whole, sheet),
        items.stream().map(item -> SheetView.Item.of(item, found.get(item.code()), by(found.get(item.code()), names),
                photos(found.get(item.code()), photos))).toList(),
        whole.unconfirmed(), whole.source());
  }

  private static List<UUID> photos(@Nullable Finding finding, Map<UUID, List<EvidenceItem>> photos) {
    return finding == null ? List.of()
        : photos.getOrDefault(finding.id(), List.of()).stream().map(EvidenceItem::id).toList();
  }

  /** The first sheet after this one that is not whole, beginning again at the top. */
  private static @Nullable String next(SurveyView survey, String sheet) {
    var names = survey.sheets().stream().map(SheetRow::sheet).toList();
    int at = names.indexOf(sheet);
    for (int step = 1; step < names.size(); step++) {
      var other = survey.sheets().get((at + step) % names.size());
      if (!other.missing().isEmpty()) {
        return other.sheet();
      }
    }
    return null;
  }

  Map<UUID, String> names(Collection<Finding> findings) {
    return people.names(findings.stream().map(Finding::person).filter(Objects::nonNull).distinct().toList());
  }

  static @Nullable String by(@Nullable Finding finding, Map<UUID, String> names) {
    return finding == null ? null : HistoryRow.who(finding.person(), finding.title(), names);
  }

  private static List<SurveyItem> level(List<SurveyItem> items, SurveyItem.Level level) {
    return items.stream().filter(item -> item.level() == level).toList();
  }

  private static SheetRow row(String sheet, @Nullable Building building, List<SurveyItem> items, List<Finding> all,
      Map<UUID, String> names) {
    var id = building == null ? null : building.id();
    var findings = all.stream().filter(finding -> Objects.equals(finding.buildingId(), id)).toList();
    var done = findings.stream().filter(Finding::done).map(Finding::item).collect(Collectors.toSet());
    var last = findings.stream().max(Comparator.comparing(Finding::foundOn).thenComparing(Finding::id)).orElse(null);
    return new SheetRow(sheet, id, building == null ? null : building.number(),
        (int) items.stream().filter(item -> done.contains(item.code())).count(), items.size(),
        items.stream().filter(item -> !done.contains(item.code())).map(SurveyItem::name).toList(),
        WORST_FIRST.stream().filter(grade -> findings.stream().anyMatch(finding -> finding.grade() == grade))
            .findFirst().orElse(null),
        by(last, names), last == null ? null : last.foundOn());
  }

  private static List<Total> totals(Estate estate, List<SurveyItem> items, List<Finding> findings) {
    var onRecord = estate.quantities().byDriver();
    return items.stream().map(item -> {
      var of = findings.stream().filter(finding -> finding.item().equals(item.code())).toList();
      var grades = new EnumMap<Grade, Integer>(Grade.class);
      of.stream().map(Finding::grade).filter(Objects::nonNull).forEach(grade -> grades.merge(grade, 1, Integer::sum));
      var driver = item.driver();
      return new Total(item.code(), item.name(), item.unit(), item.part(),
          of.stream().map(Finding::quantity).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
          driver == null ? null : onRecord.get(driver), grades);
    }).toList();
  }

  /** What may be done by whoever asks; nobody takes the survey he or she handed in. */
  private static Set<SurveyState.Act> legal(Survey survey) {
    return SurveyState.GRAPH.legalActs(survey.state()).stream()
        .filter(act -> act != SurveyState.Act.COMPLETE || !CurrentScope.get().principal().equals(survey.submittedBy()))
        .collect(Collectors.toSet());
  }
}
