package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Appointment;

/** Appointments that were neither revoked nor closed after their last day; those of people the scope sees. */
@Component
public class AppointmentStore {

  private static final String COLUMNS = """
      select a.id, a.person_id, a.role, a.area, a.project_id, a.valid_from, a.valid_to, a.acting_for
      from identity.appointment a\s""";
  private static final String STANDING = "a.revoked_at is null and a.ended_at is null ";

  /** The last of days, in the place of none: those without an end come last. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final JdbcClient jdbc;

  AppointmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which appointments are looked for.
   *
   * @param endsBy only those with a last day, and that not later
   * @param today those that ran out before it are left out, closed by the job or not yet
   */
  public record Wanted(
      @Nullable Role role, @Nullable UUID organisation, @Nullable LocalDate endsBy, boolean deputiesOnly, LocalDate today) {}

  /** Where a page ended. */
  public record Position(LocalDate validTo, UUID id) {
    public static Position of(Appointment last) {
      return new Position(last.validTo() == null ? NEVER : last.validTo(), last.id());
    }
  }

  /** All of these people's, oldest first, whether they count today or not. */
  public List<Appointment> ofPeople(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "where " + STANDING + "and a.person_id in (:people) order by a.appointed_at, a.id")
            .param("people", people)
            .query(AppointmentStore::read)
            .list();
  }

  /** The person's, oldest first, whether they count today or not. */
  public List<Appointment> ofPerson(UUID person) {
    return jdbc.sql(COLUMNS + "where " + STANDING + "and a.person_id = ? order by a.appointed_at, a.id").param(person)
        .query(AppointmentStore::read).list();
  }

  /** Those that somebody holds for the holders of these, the next to end first. */
  public List<Appointment> deputiesOf(Collection<UUID> appointments) {
    return appointments.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "where " + STANDING + "and a.acting_for in (:ids) order by a.valid_to, a.id")
            .param("ids", appointments)
            .query(AppointmentStore::read)
            .list();
  }

  /** Those in charge by one of the roles over one of the areas or in one of the projects, deputies among them. */
  public List<Appointment> over(Collection<Role> roles, Collection<String> areas, Collection<UUID> projects) {
    return jdbc.sql(COLUMNS + "where " + STANDING + """
            and a.role = any (:roles) and (a.area = any (:areas) or a.project_id = any (:projects))
            order by a.acting_for nulls first, a.appointed_at, a.id""")
        .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
        .param("areas", areas.toArray(String[]::new))
        .param("projects", projects.toArray(UUID[]::new))
        .query(AppointmentStore::read)
        .list();
  }

  public List<Appointment> byIds(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "where a.id in (:ids)").param("ids", ids).query(AppointmentStore::read).list();
  }

  public Optional<Appointment> find(UUID person, UUID id) {
    return jdbc.sql(COLUMNS + "where " + STANDING + "and a.person_id = ? and a.id = ?")
        .params(person, id)
        .query(AppointmentStore::read)
        .optional();
  }

  /** The appointment by its id alone. */
  public Optional<Appointment> find(UUID id) {
    return jdbc.sql(COLUMNS + "where " + STANDING + "and a.id = ?").param(id).query(AppointmentStore::read).optional();
  }

  private static final String LISTED = """
      join identity.person p on p.id = a.person_id
      where a.revoked_at is null and a.ended_at is null and coalesce(a.valid_to, :never) >= :today
        and (cast(:role as text) is null or a.role = :role)
        and (cast(:organisation as uuid) is null or p.organisation_id = :organisation)
        and (cast(:endsBy as date) is null or a.valid_to <= :endsBy)
        and (not :deputiesOnly or a.acting_for is not null)\s""";

  /** One page, the next to end first. */
  public List<Appointment> page(Wanted wanted, @Nullable Position after, int limit) {
    return listed(COLUMNS + LISTED + """
            and (coalesce(a.valid_to, :never), a.id) > (:afterDay, :afterId)
            order by coalesce(a.valid_to, :never), a.id limit :limit""", wanted)
        .param("afterDay", after == null ? LocalDate.of(1, 1, 1) : after.validTo())
        .param("afterId", after == null ? new UUID(0, 0) : after.id())
        .param("limit", limit)
        .query(AppointmentStore::read)
        .list();
  }

  public long count(Wanted wanted) {
    return listed("select count(*) from identity.appointment a " + LISTED, wanted).query(Long.class).single();
  }

  private JdbcClient.StatementSpec listed(String sql, Wanted wanted) {
    return jdbc.sql(sql)
        .param("never", NEVER)
        .param("today", wanted.today())
        .param("role", wanted.role() == null ? null : wanted.role().name())
        .param("organisation", wanted.organisation())
        .param("endsBy", wanted.endsBy())
        .param("deputiesOnly", wanted.deputiesOnly());
  }

  public void insert(Appointment appointment, UUID by, Instant now) {
    jdbc.sql("""
            insert into identity.appointment (id, person_id, role, area, project_id, valid_from, valid_to, acting_for,
              appointed_by, appointed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(appointment.id(), appointment.personId(), appointment.role().name())
        .param(appointment.area())
        .param(appointment.projectId())
        .param(appointment.validFrom())
        .param(appointment.validTo())
        .param(appointment.actingFor())
        .params(by, Timestamp.from(now))
        .update();
  }

  /** False when somebody else has revoked it meanwhile. */
  public boolean revoke(UUID id, UUID by, Instant now) {
    return jdbc.sql("""
            update identity.appointment set revoked_by = ?, revoked_at = ?
            where id = ? and revoked_at is null and ended_at is null""")
        .params(by, Timestamp.from(now), id)
        .update() == 1;
  }

  /** Sets another last day. */
  public void setLastDay(UUID id, @Nullable LocalDate day) {
    jdbc.sql("update identity.appointment set valid_to = ? where id = ?").param(day).param(id).update();
  }

  /** Closes what ran out before the day, everybody's or one person's, and says which. */
  public List<Appointment> end(@Nullable UUID person, LocalDate today, Instant now) {
    return jdbc.sql("""
            update identity.appointment a set ended_at = :now
            where a.revoked_at is null and a.ended_at is null and a.valid_to < :today
              and (cast(:person as uuid) is null or a.person_id = :person)
            returning a.id, a.person_id, a.role, a.area, a.project_id, a.valid_from, a.valid_to, a.acting_for""")
        .param("now", Timestamp.from(now))
        .param("today", today)
        .param("person", person)
        .query(AppointmentStore::read)
        .list();
  }

  /**
   * People who hold the role in their own right and can act on the day, other than one; their rows are held, so that the
   * last two cannot both go.
   */
  public int others(Role role, UUID except, LocalDate day) {
    return jdbc.sql("""
            select p.id from identity.person p join identity.appointment a on a.person_id = p.id
            where a.role = :role and a.revoked_at is null and a.ended_at is null and a.acting_for is null
              and a.valid_from <= :day and coalesce(a.valid_to, :day) >= :day and p.disabled_at is null
              and p.password_hash is not null and p.id <> :except
            order by p.id for update of p, a""")
        .param("role", role.name())
        .param("day", day)
        .param("except", except)
        .query(UUID.class)
        .list()
        .size();
  }

  /**
   * Who holds the role on the day and may sign in: over an office that reaches the area, and in one of the projects, where
   * they are named.
   */
  public List<UUID> holders(Role role, @Nullable String area, @Nullable Collection<UUID> projects, LocalDate day) {
    return jdbc.sql("""
            select distinct p.id from identity.person p join identity.appointment a on a.person_id = p.id
            where a.role = :role and a.revoked_at is null and a.ended_at is null
              and a.valid_from <= :day and coalesce(a.valid_to, :day) >= :day
              and p.disabled_at is null and (cast(:projects as uuid[]) is null or a.project_id = any(:projects))
              and (cast(:area as text) is null or starts_with(:area, a.area))
            order by p.id""")
        .param("role", role.name())
        .param("area", area)
        .param("projects", projects == null ? null : projects.toArray(UUID[]::new))
        .param("day", day)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /** How many people of the organisation hold the role or are going to. */
  public long holdersIn(UUID organisation, Role role) {
    return jdbc.sql("select count(distinct a.person_id) from identity.appointment a join identity.person p on p.id = a.person_id "
            + "where " + STANDING + "and p.organisation_id = ? and a.role = ?")
        .params(organisation, role.name()).query(Long.class).single();
  }

  private static Appointment read(ResultSet row, int number) throws SQLException {
    return new Appointment(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
        Role.valueOf(row.getString("role")), row.getString("area"), row.getObject("project_id", UUID.class),
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
        row.getObject("acting_for", UUID.class));
  }
}
