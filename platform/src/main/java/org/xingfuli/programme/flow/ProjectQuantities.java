package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estates;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;

/** Sums what projects work on: the quantities of their estates, each by its share. */
@Component
public class ProjectQuantities {

  private final Estates estates;

  ProjectQuantities(Estates estates) {
    this.estates = estates;
  }

  public Map<UUID, Quantities> of(Collection<Project> projects) {
    var known = new HashMap<UUID, Quantities>();
    var ids = projects.stream().flatMap(p -> p.estates().stream()).map(Project.Share::estateId).distinct().toList();
    estates.quantities(ids).forEach((id, quantities) -> known.put(id, inDrivers(quantities.byDriver())));
    var sums = new HashMap<UUID, Quantities>();
    for (var project : projects) {
      sums.put(project.id(), sum(project.estates(), known));
    }
    return sums;
  }

  public Quantities of(List<Project.Share> shares) {
    var known = new HashMap<UUID, Quantities>();
    estates.quantities(shares.stream().map(Project.Share::estateId).toList())
        .forEach((id, quantities) -> known.put(id, inDrivers(quantities.byDriver())));
    return sum(shares, known);
  }

  private static Quantities sum(List<Project.Share> shares, Map<UUID, Quantities> known) {
    var sum = Quantities.NONE;
    for (var share : shares) {
      sum = sum.plus(known.getOrDefault(share.estateId(), Quantities.NONE), share.share());
    }
    return sum;
  }

  private static Quantities inDrivers(Map<String, BigDecimal> amounts) {
    var drivers = new EnumMap<Driver, BigDecimal>(Driver.class);
    amounts.forEach((name, amount) -> drivers.put(Driver.of(name), amount));
    return new Quantities(drivers);
  }
}
