package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.flow.ReadPushes;
import org.xingfuli.programme.flow.ReadQuantities;
import org.xingfuli.programme.flow.ReadWorks;

/** What other modules count: the works of a year as they stood on a day, how much they are, what pushes nodes in trouble now. */
@Component
public class PlannedWorks {

  private final ReadWorks works;
  private final ReadQuantities quantities;
  private final ReadPushes pushes;

  PlannedWorks(ReadWorks works, ReadQuantities quantities, ReadPushes pushes) {
    this.works = works;
    this.quantities = quantities;
    this.pushes = pushes;
  }

  /** Every activity of the frozen plan as it stood at the end of the day; empty without a frozen plan. */
  public List<PlannedWork> of(UUID programmeId, LocalDate day) {
    return works.of(programmeId, day);
  }

  /** The same at the end of several days, with one reading of the reports. */
  public Map<LocalDate, List<PlannedWork>> of(UUID programmeId, Collection<LocalDate> days) {
    return works.of(programmeId, days);
  }

  /** Those of one project at the end of the day; empty without a frozen plan. */
  public List<PlannedWork> ofProject(UUID projectId, LocalDate day) {
    return works.ofProject(projectId, day);
  }

  /** How much of each work every project of the year is to do, planned or not. */
  public List<PlannedQuantity> quantities(UUID programmeId) {
    return quantities.of(programmeId);
  }

  public List<Push> pushes(UUID programmeId) {
    return pushes.of(programmeId);
  }
}
