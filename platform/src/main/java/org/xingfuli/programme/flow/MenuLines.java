package org.xingfuli.programme.flow;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Rest;

/** The works of a project's estates, each by its share: what a budget from the menu begins with. */
final class MenuLines {

  private MenuLines() {}

  /**
   * In the catalogue's order; of a project that was carried over what was left.
   *
   * @param menus by estate; estates without one add nothing
   * @param known codes of the template; others do not do a work
   * @param rest what was left of the project when it came
   */
  static List<Budget.Line> of(Project project, Map<UUID, List<WorkLine>> menus, Set<String> known, Rest rest) {
    var byCode = new LinkedHashMap<String, Budget.Line>();
    for (var share : project.estates()) {
      for (var work : menus.getOrDefault(share.estateId(), List.of())) {
        var quantity = work.quantity().multiply(share.share()).setScale(2, RoundingMode.HALF_UP);
        if (work.counts() && quantity.signum() > 0) {
          byCode.merge(work.code(), new Budget.Line(work.code(), work.name().zh(), work.name().en(),
              Budget.WorkClass.valueOf(work.workClass().name()), work.unit().zh(), quantity, work.unitCost(),
              work.activities().stream().filter(known::contains).toList(), work.unconfirmed(), work.source()),
              MenuLines::together);
        }
      }
    }
    return new ArrayList<>(rest.of(byCode.values()));
  }

  /** The same work of two estates: quantities added, the unit cost such that the sum stays. */
  private static Budget.Line together(Budget.Line one, Budget.Line other) {
    var quantity = one.quantity().add(other.quantity());
    return new Budget.Line(one.code(), one.nameZh(), one.nameEn(), one.workClass(), one.unit(), quantity,
        one.amount().add(other.amount()).divide(quantity, 2, RoundingMode.HALF_UP), one.activities(),
        one.unconfirmed() || other.unconfirmed(), one.source());
  }
}
