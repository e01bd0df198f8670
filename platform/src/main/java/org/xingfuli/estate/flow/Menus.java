package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.MenuChanged;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.kernel.UuidV7;

/** Makes an estate's menu of works from what its survey found, or from the register while no survey is complete. */
@Component
public class Menus {

  private final Transactions transactions;
  private final EstateStore estates;
  private final SurveyStore surveys;
  private final WorkStore works;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Menus(Transactions transactions, EstateStore estates, SurveyStore surveys, WorkStore works, History history,
      Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.estates = estates;
    this.surveys = surveys;
    this.works = works;
    this.history = history;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Makes the menu, or makes it anew: corrected quantities and unit costs stay. Null when the scope has no such estate. */
  public @Nullable UUID derive(UUID estateId) {
    return transactions.<@Nullable UUID>here(() -> estates.lock(estateId).map(estate -> {
      derive(estate);
      return estate.id();
    }).orElse(null));
  }

  /** The same for an estate that is locked already. */
  void derive(Estate estate) {
    var survey = surveys.completed(estate.id()).orElse(null);
    var drivers = new LinkedHashMap<>(estate.quantities().byDriver());
    if (survey != null) {
      drivers.putAll(found(survey.id(), survey.edition()));
      drivers.put("illegal_structures", drivers.getOrDefault("roof_structures", BigDecimal.ZERO)
          .add(drivers.getOrDefault("ground_structures", BigDecimal.ZERO)));
    }
    int edition = works.edition();
    for (var item : works.catalogue(edition)) {
      works.derive(UuidV7.create(), estate, item, item.derivedFrom(drivers));
    }
    int version = works.derived(estate, edition, survey == null ? null : survey.id(), clock.instant());
    audit.record("estate.menu-derive", new Subject("estate", estate.id()),
        Map.of("edition", edition, "from", survey == null ? "register" : "survey " + survey.number()));
    history.did(estate, "estate.menu-derive", History.About.estate(estate), Because.UNSAID);
    events.publishEvent(new MenuChanged(UuidV7.create(), estate.id(), version));
  }

  /** What the findings add up to, by driver; every driver the survey measures, with 0 where nothing was found. */
  Map<String, BigDecimal> found(UUID survey, int edition) {
    var drivers = new LinkedHashMap<String, BigDecimal>();
    var driverOf = new LinkedHashMap<String, String>();
    for (var item : surveys.items(edition)) {
      if (item.driver() != null) {
        driverOf.put(item.code(), item.driver());
        drivers.put(item.driver(), BigDecimal.ZERO);
      }
    }
    for (Finding finding : surveys.findings(survey)) {
      var driver = driverOf.get(finding.item());
      if (driver != null && finding.quantity() != null) {
        drivers.merge(driver, Objects.requireNonNull(finding.quantity()), BigDecimal::add);
      }
    }
    return drivers;
  }
}
