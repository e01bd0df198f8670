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

/** Appointments that were not revoked; those of people the scope sees. */
@Component
public class AppointmentStore {

  private static final String COLUMNS = """
      select a.id, a.person_id, a.role, a.area, a.project_id, a.valid_from, a.valid_to from identity.appointment a
      where a.revoked_at is null\s""";

  private final JdbcClient jdbc;

  AppointmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of these people's, oldest first, whether they count today or not. */
  public List<Appointment> ofPeople(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "and a.person_id in (:people) order by a.appointed_at, a.id")
            .param("people", people)
            .query(AppointmentStore::read)
            .list();
  }

  public Optional<Appointment> find(UUID person, UUID id) {
    return jdbc.sql(COLUMNS + "and a.person_id = ? and a.id = ?")
        .params(person, id)
        .query(AppointmentStore::read)
        .optional();
  }

  public void insert(Appointment appointment, UUID by, Instant now) {
    jdbc.sql("""
            insert into identity.appointment (id, person_id, role, area, project_id, valid_from, valid_to, appointed_by,
              appointed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(appointment.id(), appointment.personId(), appointment.role().name())
        .param(appointment.area())
        .param(appointment.projectId())
        .param(appointment.validFrom())
        .param(appointment.validTo())
        .params(by, Timestamp.from(now))
        .update();
  }

  /** False when somebody else has revoked it meanwhile. */
  public boolean revoke(UUID id, UUID by, Instant now) {
    return jdbc.sql("""
            update identity.appointment set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null""")
        .params(by, Timestamp.from(now), id)
        .update() == 1;
  }

  /** Administrators who can act on the day, other than one; their rows are held, so that the last two cannot both go. */
  public int otherAdministrators(UUID except, LocalDate day) {
    return jdbc.sql("""
            select p.id from identity.person p join identity.appointment a on a.person_id = p.id
            where a.role = 'ADMINISTRATOR' and a.revoked_at is null and a.valid_from <= :day
              and coalesce(a.valid_to, :day) >= :day and p.disabled_at is null and p.password_hash is not null
              and p.id <> :except
            order by p.id for update of p, a""")
        .param("day", day)
        .param("except", except)
        .query(UUID.class)
        .list()
        .size();
  }

  /**
   * Who holds the role on the day and may sign in: over an office that reaches the area, and in the project, where they are
   * named.
   */
  public List<UUID> holders(Role role, @Nullable String area, @Nullable UUID project, LocalDate day) {
    return jdbc.sql("""
            select distinct p.id from identity.person p join identity.appointment a on a.person_id = p.id
            where a.role = :role and a.revoked_at is null and a.valid_from <= :day and coalesce(a.valid_to, :day) >= :day
              and p.disabled_at is null and (cast(:project as uuid) is null or a.project_id = :project)
              and (cast(:area as text) is null or starts_with(:area, a.area))
            order by p.id""")
        .param("role", role.name())
        .param("area", area)
        .param("project", project)
        .param("day", day)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Appointment read(ResultSet row, int number) throws SQLException {
    return new Appointment(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
        Role.valueOf(row.getString("role")), row.getString("area"), row.getObject("project_id", UUID.class),
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }
}
