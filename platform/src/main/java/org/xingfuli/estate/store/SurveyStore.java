package org.xingfuli.estate.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;

/** Keeps the list of what a survey looks at, the surveys, and what they found. */
@Component
public class SurveyStore {

  private static final int AT_ONCE = 2_000;

  private final JdbcClient jdbc;

  SurveyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest edition of the list. */
  public int edition() {
    return jdbc.sql("select max(number) from estate.survey_edition").query(Integer.class).single();
  }

  public List<SurveyItem> items(int edition) {
    return jdbc.sql("select * from estate.survey_item where edition = ? order by position").param(edition)
        .query((row, n) -> new SurveyItem(row.getInt("edition"), row.getString("code"),
            SurveyItem.Level.valueOf(row.getString("level")), row.getString("part"),
            WorkClass.valueOf(row.getString("class")), WorkStore.words(row, "name"), WorkStore.words(row, "unit"),
            row.getString("driver"),
            WorkStore.texts(row, "options").stream().map(SurveyItem.Option::parse).toList(),
            row.getBigDecimal("step"), row.getBigDecimal("most"), row.getString("source"),
            row.getBoolean("unconfirmed")))
        .list();
  }

  /** The estate's last survey. */
  public Optional<Survey> last(UUID estate) {
    return Optional.ofNullable(last(List.of(estate)).get(estate));
  }

  public Optional<Survey> find(UUID id) {
    return jdbc.sql("select * from estate.survey where id = ?").param(id).query(SurveyStore::survey).optional();
  }

  /** The last of the estate's surveys that is complete. */
  public Optional<Survey> completed(UUID estate) {
    return jdbc.sql("""
        select * from estate.survey where estate_id = ? and state = 'COMPLETED' order by number desc limit 1""")
        .param(estate).query(SurveyStore::survey).optional();
  }

  /** The last survey of each of these estates that has one. */
  public Map<UUID, Survey> last(Collection<UUID> estates) {
    var last = new HashMap<UUID, Survey>();
    jdbc.sql("select distinct on (estate_id) * from estate.survey where estate_id = any(:ids) order by estate_id, number desc")
        .param("ids", estates.toArray(UUID[]::new)).query(SurveyStore::survey).list()
        .forEach(survey -> last.put(survey.estateId(), survey));
    return last;
  }

  /** The estates whose last survey is in the state; those without any for null. */
  public List<UUID> inState(@Nullable SurveyState state) {
    return jdbc.sql("""
        select e.id from estate.estate e
          left join lateral (select s.state from estate.survey s where s.estate_id = e.id order by s.number desc limit 1) l
            on true
        where l.state is not distinct from cast(:state as text)""")
        .param("state", state == null ? null : state.name())
        .query((row, n) -> row.getObject("id", UUID.class)).list();
  }

  public void insert(Survey survey, String area) {
    jdbc.sql("""
        insert into estate.survey (id, estate_id, area, number, edition, state, opened_on, submitted_on, submitted_by,
          completed_on, returned_reason, version)
        values (:id, :estate, :area, :number, :edition, :state, :opened, :submitted, :by, :completed, :reason, :version)""")
        .param("id", survey.id()).param("estate", survey.estateId()).param("area", area)
        .param("number", survey.number()).param("edition", survey.edition()).param("state", survey.state().name())
        .param("opened", survey.openedOn()).param("submitted", survey.submittedOn()).param("by", survey.submittedBy())
        .param("completed", survey.completedOn()).param("reason", survey.returnedReason())
        .param("version", survey.version())
        .update();
  }

  /** Writes where the survey stands, and counts its version up. */
  public void move(Survey survey) {
    jdbc.sql("""
        update estate.survey set state = :state, submitted_on = :submitted, submitted_by = :by,
          completed_on = :completed, returned_reason = :reason, version = version + 1
        where id = :id""")
        .param("id", survey.id()).param("state", survey.state().name()).param("submitted", survey.submittedOn())
        .param("by", survey.submittedBy()).param("completed", survey.completedOn())
        .param("reason", survey.returnedReason())
        .update();
  }

  public List<Finding> findings(UUID survey) {
    return jdbc.sql("select * from estate.finding where survey_id = ?").param(survey).query(SurveyStore::finding).list();
  }

  public Optional<Finding> finding(UUID id) {
    return jdbc.sql("select * from estate.finding where id = ?").param(id).query(SurveyStore::finding).optional();
  }

  /** The findings of one building, or of the common ground for null. */
  public List<Finding> findings(UUID survey, @Nullable UUID building) {
    return jdbc.sql("""
        select * from estate.finding
        where survey_id = :survey and building_id is not distinct from cast(:building as uuid)""")
        .param("survey", survey).param("building", building).query(SurveyStore::finding).list();
  }

  /**
   * Writes what was found, new or changed.
   *
   * @param findings with the version each will have; one that is not exactly one ahead of what stands is left out
   * @return ids of those that were written
   */
  public Set<UUID> write(Estate estate, List<Finding> findings) {
    // Always in one order, so that two who save the same items wait for each other and not in a ring.
    var sorted = findings.stream().sorted(Comparator.comparing(Finding::item)).toList();
    var written = new Batch<Finding>()
        .ids("ids", Finding::id)
        .ids("surveys", Finding::surveyId)
        .texts("buildings", finding -> text(finding.buildingId()))
        .texts("items", Finding::item)
        .texts("grades", finding -> text(finding.grade()))
        .texts("quantities", finding -> finding.quantity() == null ? null : finding.quantity().toPlainString())
        .texts("options", Finding::option)
        .texts("notes", Finding::note)
        .texts("persons", finding -> text(finding.person()))
        .texts("titles", Finding::title)
        .texts("days", finding -> finding.foundOn().toString())
        .numbers("versions", Finding::version)
        .texts("estates", finding -> estate.id().toString())
        .texts("areas", finding -> estate.area())
        .written(jdbc, """
            insert into estate.finding (id, survey_id, building_id, item, grade, quantity, option, note, person, title,
              found_on, version, estate_id, area)
            select id, survey, building::uuid, item, grade, quantity::numeric, option, note, person::uuid, title,
              day::date, version, estate::uuid, area
            from unnest(:ids, :surveys, :buildings, :items, :grades, :quantities, :options, :notes, :persons, :titles,
              :days, :versions, :estates, :areas) n (id, survey, building, item, grade, quantity, option, note, person,
              title, day, version, estate, area)
            on conflict (survey_id, building_id, item) do update set grade = excluded.grade,
              quantity = excluded.quantity, option = excluded.option, note = excluded.note, person = excluded.person,
              title = excluded.title, found_on = excluded.found_on, version = excluded.version
              where finding.version = excluded.version - 1
            returning id""", sorted, AT_ONCE);
    return Set.copyOf(written);
  }

  /** How many items of each of these surveys are done. */
  public Map<UUID, Progress> progress(Collection<UUID> surveys) {
    var progress = new HashMap<UUID, Progress>();
    jdbc.sql("""
        select survey_id, sum(done)::integer as items, count(*) filter (where building_id is not null and done >= :building)
            + count(*) filter (where building_id is null and done >= :estate) as sheets
        from (
          select survey_id, building_id,
            count(*) filter (where grade = 'NONE' or grade is not null and quantity is not null) as done
          from estate.finding where survey_id = any(:ids) group by survey_id, building_id) s
        group by survey_id""")
        .param("ids", surveys.toArray(UUID[]::new))
        .param("building", count(SurveyItem.Level.BUILDING)).param("estate", count(SurveyItem.Level.ESTATE))
        .query((row, n) -> progress.put(row.getObject("survey_id", UUID.class),
            new Progress(row.getInt("items"), row.getInt("sheets"))) == null)
        .list();
    return progress;
  }

  private long count(SurveyItem.Level level) {
    return items(edition()).stream().filter(item -> item.level() == level).count();
  }

  /** How many items, and how many whole sheets, are done. */
  public record Progress(int items, int sheets) {
    public static final Progress NONE = new Progress(0, 0);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Survey survey(ResultSet row, int number) throws SQLException {
    return new Survey(row.getObject("id", UUID.class), row.getObject("estate_id", UUID.class), row.getInt("number"),
        row.getInt("edition"), SurveyState.valueOf(row.getString("state")), day(row, "opened_on"),
        row.getObject("submitted_on", LocalDate.class), row.getObject("submitted_by", UUID.class),
        row.getObject("completed_on", LocalDate.class),
        row.getString("returned_reason"), row.getInt("version"));
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    var grade = row.getString("grade");
    BigDecimal quantity = row.getBigDecimal("quantity");
    return new Finding(row.getObject("id", UUID.class), row.getObject("survey_id", UUID.class),
        row.getObject("building_id", UUID.class), row.getString("item"), grade == null ? null : Grade.valueOf(grade),
        quantity, row.getString("option"), row.getString("note"), row.getObject("person", UUID.class),
        row.getString("title"), day(row, "found_on"), row.getInt("version"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
