package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The owners' roll (业主名册) and its heads. A head is a set of owners: whoever owns two units alone is one; A and B who own two units
 * together are one; A alone and A with B are two, since the community of A and B is another owner than A. The builder's unsold units
 * and those it is named owner of are one head. The order of units and the names of persons change nothing.
 */
public final class Roll {

  private final List<Unit> units;
  private final HeadsRule rule;
  private final List<Head> heads = new ArrayList<>();
  private final Map<String, Head> ofUnit = new HashMap<>();
  private final Map<String, Unit> known = new HashMap<>();
  private final Map<String, List<Head>> ofPerson = new HashMap<>();
  private final Set<String> persons = new HashSet<>();
  private final BigDecimal area;

  /**
   * @param builder id of the builder (建设单位) as an owner
   * @throws Refused with every fault at once: no units, an id twice or empty, an area not above 0, an owner without id, a mark
   *     without a reason
   */
  public Roll(List<Unit> units, String builder, HeadsRule rule) {
    this.units = units.stream().sorted(Comparator.comparing(Unit::id)).toList();
    this.rule = rule;
    check();
    Map<String, List<Unit>> groups = new TreeMap<>();
    Map<String, List<String>> owners = new HashMap<>();
    for (Unit unit : this.units) {
      List<String> by = unit.owners().isEmpty() ? List.of(builder) : unit.owners();
      persons.addAll(by);
      if (unit.mark() != Unit.Mark.EXCLUDED) {
        boolean builders = by.equals(List.of(builder));
        boolean once = builders ? rule.unsoldOnce() : rule.severalUnitsOnce();
        // Lengths before names, so that no name can be made to look like two.
        String key = once ? "owners " + by.stream().map(id -> id.length() + ":" + id).toList() : "unit " + unit.id();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(unit);
        owners.put(key, by);
      }
    }
    groups.forEach((key, theirs) -> add(new Head(theirs.getFirst().id(), owners.getOrDefault(key, List.of()), theirs)));
    heads.sort(Comparator.comparing(Head::id));
    area = heads.stream().map(Head::area).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (heads.isEmpty()) {
      throw new Refused(Refusal.of("owners.no-units"));
    }
  }

  private void add(Head head) {
    heads.add(head);
    head.units().forEach(unit -> ofUnit.put(unit.id(), head));
    head.owners().forEach(person -> ofPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(head));
  }

  private void check() {
    List<Refusal> faults = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.id().isBlank()) {
        faults.add(Refusal.of("owners.unit-without-id", Map.of("area", unit.area().toPlainString())));
      } else if (known.put(unit.id(), unit) != null) {
        faults.add(Refusal.of("owners.unit-twice", Map.of("unit", unit.id())));
      }
      if (unit.area().signum() <= 0) {
        faults.add(Refusal.of("owners.area", Map.of("unit", unit.id(), "value", unit.area().toPlainString())));
      }
      if (unit.owners().stream().anyMatch(String::isBlank)) {
        faults.add(Refusal.of("owners.owner-without-id", Map.of("unit", unit.id())));
      }
      if (unit.mark() != Unit.Mark.NONE && unit.markReason().isBlank()) {
        faults.add(Refusal.of("owners.mark-without-reason", Map.of("unit", unit.id())));
      }
    }
    Refused.ifAny(faults);
  }

  /** By name, with those that are excluded. */
  public List<Unit> units() {
    return units;
  }

  /** By the name of their first unit. */
  public List<Head> heads() {
    return List.copyOf(heads);
  }

  /** Of all that is not excluded, in square metres. */
  public BigDecimal area() {
    return area;
  }

  public HeadsRule rule() {
    return rule;
  }

  boolean knowsUnit(String unit) {
    return known.containsKey(unit);
  }

  boolean knowsPerson(String person) {
    return persons.contains(person);
  }

  /** Null of an excluded unit. */
  @Nullable Head ofUnit(String unit) {
    return ofUnit.get(unit);
  }

  List<Head> ofPerson(String person) {
    return ofPerson.getOrDefault(person, List.of());
  }

  /** Whether this person is an owner of that unit; the builder is of what is unsold. */
  boolean owns(String person, String unit) {
    Head head = ofUnit.get(unit);
    Unit one = known.get(unit);
    return head != null && head.owners().contains(person) || one != null && one.owners().contains(person);
  }
}
