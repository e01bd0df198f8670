package org.xingfuli.estate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.WorkStore;

/**
 * The menus of works ({@code 改造内容菜单}), for the modules above: what is to be done in an estate, how much of it, and what it
 * costs. Read with the eyes of the current scope: an estate that is not reached has no lines, nor has one whose menu was not
 * made yet.
 *
 * <p>The shape, for a budget: {@code works.ofEstate(id)} gives {@link WorkLine}s in the catalogue's order, dropped ones
 * included; keep those that {@link WorkLine#counts() count}. Of each line {@code code} names the work, {@code workClass} and
 * {@code lane} group it, {@code quantity × unitCost} is {@link WorkLine#cost()} in 元, {@code costLow} and {@code costHigh} bound
 * the unit cost, and {@code activities} are the codes of the template's activities that do it (a code belongs to one work,
 * except F06, E04, E06 and E07, which several works share: spread their costs together). A change of any line is told by
 * {@link MenuChanged} with the estate's id.
 */
@Component
public class Works {

  private final Transactions transactions;
  private final WorkStore store;

  Works(Transactions transactions, WorkStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** The estate's works in the catalogue's order, dropped ones included. */
  public List<WorkLine> ofEstate(UUID estateId) {
    return ofEstates(List.of(estateId)).getOrDefault(estateId, List.of());
  }

  /** The works of each of these estates; estates without a menu are left out. */
  public Map<UUID, List<WorkLine>> ofEstates(Collection<UUID> estateIds) {
    return transactions.here(() -> store.lines(estateIds)).stream()
        .collect(Collectors.groupingBy(WorkLine::estateId));
  }
}
