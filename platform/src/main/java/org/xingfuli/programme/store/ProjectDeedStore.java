package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.ProjectDeed;

/** Keeps the acts on projects that leave no row of their own. */
@Component
public class ProjectDeedStore {

  private final JdbcClient jdbc;

  ProjectDeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Project project, ProjectDeed deed) {
    jdbc.sql("""
        insert into programme.deed (id, project_id, area, estates, act, code, name, words_zh, words_en, reason, person, title,
          done_on, at)
        values (:id, :project, :area, :estates, :act, :code, :name, :zh, :en, :reason, :person, :title, :on, :at)""")
        .param("id", deed.id()).param("project", deed.projectId()).param("area", project.area())
        .param("estates", project.estates().stream().map(Project.Share::estateId).toArray(UUID[]::new))
        .param("act", deed.act()).param("code", deed.code()).param("name", deed.name()).param("zh", deed.what().zh())
        .param("en", deed.what().en()).param("reason", deed.reason()).param("person", deed.person())
        .param("title", deed.title()).param("on", deed.doneOn()).param("at", deed.at().atOffset(ZoneOffset.UTC)).update();
  }

  /** What was done to projects that held the estate then. */
  public List<ProjectDeed> ofEstate(UUID estate) {
    return jdbc.sql("select * from programme.deed where estates @> array[:estate]::uuid[]").param("estate", estate)
        .query(ProjectDeedStore::deed).list();
  }

  private static ProjectDeed deed(ResultSet row, int number) throws SQLException {
    return new ProjectDeed(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class), row.getString("act"),
        row.getString("code"), row.getString("name"), Words.of(row.getString("words_zh"), row.getString("words_en")),
        row.getString("reason"), row.getObject("person", UUID.class), row.getString("title"),
        row.getObject("done_on", LocalDate.class), row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
