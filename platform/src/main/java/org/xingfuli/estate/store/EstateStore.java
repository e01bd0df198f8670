package org.xingfuli.estate.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.SizeClassing;
import org.xingfuli.estate.SizeRule;
import org.xingfuli.kernel.SearchText;

/** Keeps estates; row-level security decides which of them a caller meets. */
@Component
public class EstateStore {

  private static final String ORDER = " order by name collate zh_pinyin, id";

  private final JdbcClient jdbc;
  private final SizeClassing classing;

  EstateStore(JdbcClient jdbc, SizeClassing classing) {
    this.jdbc = jdbc;
    this.classing = classing;
  }

  public Optional<Estate> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  /** The estate, locked until the transaction ends. */
  public Optional<Estate> lock(UUID id) {
    return jdbc.sql("select * from estate.estate where id = :id for update").param("id", id)
        .query(EstateRows.MAPPER).optional();
  }

  /** The estates, kept from changing until the transaction ends; others may hold them too. */
  public List<Estate> hold(Collection<UUID> ids) {
    return jdbc.sql("select * from estate.estate where id = any(:ids) order by id for share")
        .param("ids", ids.toArray(UUID[]::new)).query(EstateRows.MAPPER).list();
  }

  public List<Estate> list(Collection<UUID> ids) {
    return jdbc.sql("select * from estate.estate where id = any(:ids)" + ORDER)
        .param("ids", ids.toArray(UUID[]::new)).query(EstateRows.MAPPER).list();
  }

  public List<Estate> ofAreas(Collection<String> areas) {
    return jdbc.sql("""
        select * from estate.estate
        where left(area, 6) = any(:areas) or street = any(:areas) or community = any(:areas)""" + ORDER)
        .param("areas", areas.toArray(String[]::new)).query(EstateRows.MAPPER).list();
  }

  /**
   * One page of estates in the order of their names.
   *
   * @param among only these, when given: what a search has found
   * @param street only this street, when given
   * @param after the last estate of the page before, when there is one
   */
  public List<Estate> page(@Nullable Collection<UUID> among, @Nullable String street, @Nullable Position after,
      int limit) {
    return jdbc.sql("""
        select * from estate.estate
        where (:any or id = any(:ids)) and (cast(:street as text) is null or street = :street)
          and (cast(:name as text) is null or (name collate zh_pinyin, id) > (:name collate zh_pinyin, :after))"""
        + ORDER + " limit :limit")
        .param("any", among == null)
        .param("ids", among == null ? new UUID[0] : among.toArray(UUID[]::new))
        .param("street", street)
        .param("name", after == null ? null : after.name())
        .param("after", after == null ? new UUID(0, 0) : after.id())
        .param("limit", limit)
        .query(EstateRows.MAPPER).list();
  }

  public long count(@Nullable Collection<UUID> among, @Nullable String street) {
    return jdbc.sql("""
        select count(*) from estate.estate
        where (:any or id = any(:ids)) and (cast(:street as text) is null or street = :street)""")
        .param("any", among == null)
        .param("ids", among == null ? new UUID[0] : among.toArray(UUID[]::new))
        .param("street", street)
        .query(Long.class).single();
  }

  /** How many estates each street has, by its area code. */
  public Map<String, Long> perStreet() {
    return jdbc.sql("select street, count(*) as estates from estate.estate group by street")
        .query((row, number) -> Map.entry(row.getString("street"), row.getLong("estates")))
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public boolean codeTaken(String street, String code) {
    return jdbc.sql("select exists (select from estate.estate where street = :street and code = :code)")
        .param("street", street).param("code", code).query(Boolean.class).single();
  }

  public void insert(Estate estate) {
    var plain = plain(estate);
    EstateParameters.of(estate, jdbc.sql("""
        insert into estate.estate (id, code, name, street, community, address, built_from, built_to, floor_area,
          size_class, size_class_chosen, roof_structures, ground_structures, roof_area, facade_area, drain_length,
          road_area, parking_spaces, charging_points, green_area, plain, bigrams)
        values (:id, :code, :name, :street, :community, :address, :builtFrom, :builtTo, :floorArea, :sizeClass,
          :sizeClassChosen, :roofStructures, :groundStructures, :roofArea, :facadeArea, :drainLength, :roadArea,
          :parkingSpaces, :chargingPoints, :greenArea, :plain, :bigrams)"""))
        .param("plain", plain)
        .param("bigrams", SearchText.bigrams(plain).toArray(String[]::new))
        .update();
  }

  /** Writes the estate when the stored version is still its own, and counts the version up. */
  public boolean update(Estate estate) {
    var plain = plain(estate);
    return EstateParameters.of(estate, jdbc.sql("""
        update estate.estate set code = :code, name = :name, street = :street, community = :community,
          address = :address, built_from = :builtFrom, built_to = :builtTo, floor_area = :floorArea,
          size_class = :sizeClass, size_class_chosen = :sizeClassChosen, roof_structures = :roofStructures,
          ground_structures = :groundStructures, roof_area = :roofArea, facade_area = :facadeArea,
          drain_length = :drainLength, road_area = :roadArea, parking_spaces = :parkingSpaces,
          charging_points = :chargingPoints, green_area = :greenArea, plain = :plain, bigrams = :bigrams,
          version = version + 1
        where id = :id and version = :version"""))
        .param("plain", plain)
        .param("bigrams", SearchText.bigrams(plain).toArray(String[]::new))
        .update() == 1;
  }

  /** Counts buildings, stairwells and households of these estates anew, and applies the size rule where nobody chose. */
  public void recount(Collection<UUID> estates) {
    var ids = estates.toArray(UUID[]::new);
    jdbc.sql("""
        update estate.building b set households = n.households
        from (select building_id, count(*)::integer as households from estate.household
              where estate_id = any(:ids) group by building_id) n
        where b.id = n.building_id and b.households <> n.households""").param("ids", ids).update();
    jdbc.sql("""
        update estate.estate e set buildings = n.buildings, stairwells = n.stairwells, households = n.households
        from (
          select i.id, count(b.id)::integer as buildings, coalesce(sum(b.stairwells), 0)::integer as stairwells,
            coalesce(sum(b.households), 0)::integer as households
          from unnest(:ids) i (id) left join estate.building b on b.estate_id = i.id group by i.id) n
        where e.id = n.id""").param("ids", ids).update();
    var unchosen = list(estates).stream().filter(estate -> !estate.sizeClassChosen()).toList();
    jdbc.sql("""
        update estate.estate e set size_class = n.class from unnest(:ids, :classes) n (id, class)
        where e.id = n.id and e.size_class <> n.class""")
        .param("ids", unchosen.stream().map(Estate::id).toArray(UUID[]::new))
        .param("classes", classing.classesOf(unchosen.stream().map(Estate::quantities).toList()).stream()
            .map(SizeClass::name).toArray(String[]::new))
        .update();
  }

  /** Counts the estate's version up, as for a change below it, and returns the new one. */
  public int countUp(UUID id) {
    return jdbc.sql("update estate.estate set version = version + 1 where id = :id returning version")
        .param("id", id).query(Integer.class).single();
  }

  public SizeRule sizeRule() {
    return classing.rule();
  }

  private static String plain(Estate estate) {
    var address = estate.address();
    return SearchText.plain(estate.name()) + ' ' + SearchText.plain(estate.code())
        + (address == null ? "" : ' ' + SearchText.plain(address));
  }

  /** Where a page ended. */
  public record Position(String name, UUID id) {}
}
