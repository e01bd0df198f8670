package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.UtilityService;

/** The organisation tree; it is public within the platform, only changing it asks for a scope. */
@Component
public class OrganisationStore {

  private static final String COLUMNS = """
      select o.id, o.parent_id, o.kind, o.name, o.area, o.service, o.contact, o.phone, o.address, o.closed_at
      from identity.organisation o\s""";

  private final JdbcClient jdbc;

  OrganisationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tree, areas first in the order of their codes, then the others by pinyin. */
  public List<Organisation> all() {
    return jdbc.sql(COLUMNS + "order by o.area nulls last, o.kind, o.name collate zh_pinyin, o.id")
        .query(OrganisationStore::read)
        .list();
  }

  public Optional<Organisation> find(UUID id) {
    return jdbc.sql(COLUMNS + "where o.id = ?").param(id).query(OrganisationStore::read).optional();
  }

  public Optional<Organisation> byArea(String area) {
    return jdbc.sql(COLUMNS + "where o.area = ?").param(area).query(OrganisationStore::read).optional();
  }

  /** The area whose administrators look after the organisation. */
  public String reach(UUID id) {
    return jdbc.sql("select reach from identity.organisation where id = ?").param(id).query(String.class).single();
  }

  /** Whether another organisation of the kind below the same parent has the name. */
  public boolean nameTaken(Organisation wanted) {
    return jdbc.sql("""
            select exists (select from identity.organisation where parent_id is not distinct from ? and kind = ?
              and name = ? and id <> ? and closed_at is null)""")
        .param(wanted.parentId())
        .params(wanted.kind().name(), wanted.name(), wanted.id())
        .query(Boolean.class)
        .single();
  }

  public boolean areaTaken(String area) {
    return jdbc.sql("select exists (select from identity.organisation where area = ?)")
        .param(area)
        .query(Boolean.class)
        .single();
  }

  public void insert(Organisation organisation, String reach) {
    jdbc.sql("""
            insert into identity.organisation (id, parent_id, kind, name, area, reach, service, contact, phone, address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(organisation.id())
        .param(organisation.parentId())
        .params(organisation.kind().name(), organisation.name())
        .param(organisation.area())
        .param(reach)
        .param(name(organisation.service()))
        .param(organisation.contact())
        .param(organisation.phone())
        .param(organisation.address())
        .update();
  }

  public void update(Organisation organisation, String reach) {
    jdbc.sql("""
            update identity.organisation set name = ?, parent_id = ?, reach = ?, service = ?, contact = ?, phone = ?,
              address = ? where id = ?""")
        .param(organisation.name())
        .param(organisation.parentId())
        .param(reach)
        .param(name(organisation.service()))
        .param(organisation.contact())
        .param(organisation.phone())
        .param(organisation.address())
        .param(organisation.id())
        .update();
  }

  /** The organisation, held until the transaction ends, so that nobody joins it while it closes. */
  public Optional<Organisation> hold(UUID id) {
    return jdbc.sql(COLUMNS + "where o.id = ? for update").param(id).query(OrganisationStore::read).optional();
  }

  /** Closes it, or opens it again when no time is given. */
  public void setClosed(UUID id, @Nullable Instant at) {
    jdbc.sql("update identity.organisation set closed_at = ? where id = ?")
        .param(at == null ? null : Timestamp.from(at)).param(id).update();
  }

  /** Open organisations below it. */
  public long openBelow(UUID id) {
    return jdbc.sql("select count(*) from identity.organisation where parent_id = ? and closed_at is null")
        .param(id).query(Long.class).single();
  }

  private static @Nullable String name(@Nullable UtilityService service) {
    return service == null ? null : service.name();
  }

  private static Organisation read(ResultSet row, int number) throws SQLException {
    var service = row.getString("service");
    return new Organisation(row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class),
        OrganisationKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("area"),
        service == null ? null : UtilityService.valueOf(service), row.getString("contact"), row.getString("phone"),
        row.getString("address"), row.getTimestamp("closed_at") != null);
  }
}
