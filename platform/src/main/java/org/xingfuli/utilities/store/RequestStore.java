package org.xingfuli.utilities.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.AgreedWindow;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.model.UtilityRequest.AffectedBuilding;
import org.xingfuli.utilities.model.UtilityRequest.Signature;
import org.xingfuli.utilities.model.Window;

/** Keeps requests with their buildings and signatures. */
@Component
public class RequestStore {

  /**
   * Which requests of a list are wanted; what is null does not matter.
   *
   * @param awaiting services of which one has not answered yet
   * @param among only those that concern one of these services; an officer reads no others
   * @param overdueOn only those whose answer was due before this day
   */
  public record Filter(
      @Nullable RequestState state, @Nullable UUID estate, @Nullable UtilityService service,
      @Nullable Collection<UtilityService> awaiting, @Nullable Collection<UtilityService> among,
      @Nullable LocalDate overdueOn) {}

  /** Another outage of a building on a day. */
  public record Clash(String number, String building, LocalDate from, LocalDate to) {}

  /** How many windows a service serves on a day and in that day's week. */
  public record Load(LocalDate day, int onDay, int inWeek) {}

  private static final String WANTED = """
      (cast(:state as text) is null or r.state = cast(:state as text))
        and (cast(:estate as uuid) is null or r.estate_id = cast(:estate as uuid))
        and (cast(:service as text) is null or cast(:service as text) = any(r.services))
        and (cast(:among as text[]) is null or r.services && cast(:among as text[]))
        and (cast(:overdue as date) is null or r.state = 'AWAITING' and r.answer_by < cast(:overdue as date))
        and (cast(:awaiting as text[]) is null or r.state = 'AWAITING' and exists (
          select from unnest(r.services) s where s = any(cast(:awaiting as text[])) and not exists (
            select from utilities.signature g where g.request_id = r.id and g.service = s and g.round = r.round)))
      """;

  private final JdbcClient jdbc;

  RequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public String nextNumber(int year) {
    return "PH-%d-%04d".formatted(year, jdbc.sql("select nextval('utilities.request_number')").query(Long.class).single());
  }

  public void insert(UtilityRequest request) {
    jdbc.sql("""
        insert into utilities.request (id, number, kind, estate_id, area, project_id, services, state, reason, contact,
          first_day, last_day, from_time, to_time, round, answer_by, requested_by, requester, requested_at)
        values (:id, :number, :kind, :estate, :area, :project, :services, :state, :reason, :contact, :firstDay, :lastDay,
          :from, :to, :round, :answerBy, :by, :requester, :at)""")
        .param("id", request.id()).param("number", request.number()).param("kind", request.kind().name())
        .param("estate", request.estateId()).param("area", request.area()).param("project", request.projectId())
        .param("services", Windows.names(request.services())).param("state", request.state().name())
        .param("reason", request.reason()).param("contact", request.contact())
        .param("firstDay", request.window().firstDay()).param("lastDay", request.window().lastDay())
        .param("from", request.window().from()).param("to", request.window().to())
        .param("round", request.round()).param("answerBy", request.answerBy())
        .param("by", request.requestedBy()).param("requester", request.requester())
        .param("at", Windows.utc(request.requestedAt()))
        .update();
    request.buildings().forEach(building -> jdbc.sql("""
        insert into utilities.request_building (request_id, building_id, number, estate_id, area) values (?, ?, ?, ?, ?)""")
        .params(request.id(), building.id(), building.number(), request.estateId(), request.area()).update());
  }

  public Optional<UtilityRequest> find(UUID id) {
    return whole(jdbc.sql("select * from utilities.request r where id = :id").param("id", id).query(this::row).list())
        .stream().findFirst();
  }

  /** The request, held until the transaction ends. */
  public Optional<UtilityRequest> lock(UUID id) {
    return whole(jdbc.sql("select * from utilities.request r where id = :id for update").param("id", id)
        .query(this::row).list()).stream().findFirst();
  }

  /** The latest first, after the given number. */
  public List<UtilityRequest> page(Filter filter, @Nullable UUID after, int limit) {
    return whole(wanted("select * from utilities.request r where " + WANTED + """
           and (cast(:after as uuid) is null or r.id < cast(:after as uuid)) order by r.id desc limit :limit""", filter)
        .param("after", after).param("limit", limit).query(this::row).list());
  }

  public long count(Filter filter) {
    return wanted("select count(*) from utilities.request r where " + WANTED, filter).query(Long.class).single();
  }

  private JdbcClient.StatementSpec wanted(String sql, Filter filter) {
    var state = filter.state();
    var service = filter.service();
    var awaiting = filter.awaiting();
    var among = filter.among();
    return jdbc.sql(sql)
        .param("state", state == null ? null : state.name())
        .param("estate", filter.estate())
        .param("service", service == null ? null : service.name())
        .param("overdue", filter.overdueOn())
        .param("among", among == null ? null : Windows.names(among))
        .param("awaiting", awaiting == null ? null : Windows.names(awaiting));
  }

  /** Requests that hold days within these, in the order of their days. */
  public List<UtilityRequest> between(LocalDate from, LocalDate to) {
    return whole(jdbc.sql("""
            select * from utilities.request r where state in ('AWAITING', 'AGREED') and first_day <= :to and last_day >= :from
            order by first_day, number""")
        .param("from", from).param("to", to).query(this::row).list());
  }

  /** Requests that still stand for days from this one on, in the order of their days. */
  public List<UtilityRequest> openFrom(LocalDate day) {
    return whole(jdbc.sql("""
            select * from utilities.request r where state in ('AWAITING', 'PROPOSED', 'AGREED') and last_day >= :day
            order by first_day, number""").param("day", day).query(this::row).list());
  }

  public List<AgreedWindow> agreed(Collection<UUID> estates) {
    return jdbc.sql("""
            select r.id, r.number, r.estate_id, r.kind, s.service, r.first_day, r.last_day
            from utilities.request r cross join unnest(r.services) s (service)
            where r.state = 'AGREED' and r.estate_id = any(:estates) order by r.first_day, r.number, s.service""")
        .param("estates", estates.toArray(UUID[]::new))
        .query((row, n) -> new AgreedWindow(row.getObject("id", UUID.class), row.getString("number"),
            row.getObject("estate_id", UUID.class), RequestKind.valueOf(row.getString("kind")),
            UtilityService.valueOf(row.getString("service")), row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)))
        .list();
  }

  /** Other outages of these buildings on days of the window. */
  public List<Clash> clashes(UUID request, Collection<UUID> buildings, Window window) {
    return jdbc.sql("""
            select r.number, b.number as building, r.first_day, r.last_day from utilities.request r
              join utilities.request_building b on b.request_id = r.id
            where r.kind = 'OUTAGE' and r.state in ('AWAITING', 'AGREED') and r.id <> :id
              and b.building_id = any(:buildings) and r.first_day <= :last and r.last_day >= :first
            order by r.number, b.number limit 5""")
        .param("id", request).param("buildings", buildings.toArray(UUID[]::new))
        .param("first", window.firstDay()).param("last", window.lastDay())
        .query((row, n) -> new Clash(row.getString("number"), row.getString("building"),
            row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
        .list();
  }

  /** One at a time asks for an outage of a building, so that two do not find it free. */
  public void holdBuildings(Collection<UUID> buildings) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('utilities.building ' || id, 7)) from unnest(?) id order by id")
        .param(buildings.stream().sorted().toArray(UUID[]::new)).query((row, n) -> true).list();
  }

  /** One at a time counts a service's windows, so that two signatures do not take the last one. */
  public void holdService(UtilityService service) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 7))").param("name", "utilities." + service)
        .query((row, n) -> true).list();
  }

  /** What the service has promised on each day of the window and in its week, the request itself left out. */
  public List<Load> load(UtilityService service, UUID request, Window window) {
    return jdbc.sql("""
            with promised as (
              select r.first_day, r.last_day from utilities.request r
              join utilities.signature g on g.request_id = r.id and g.round = r.round and g.service = :service
              where r.id <> :id and r.state in ('AWAITING', 'AGREED') and r.kind <> 'EXCAVATION' and g.answer = 'AGREE')
            select d::date as day,
              (select count(*) from promised where d between first_day and last_day) as on_day,
              (select count(*) from promised where first_day < date_trunc('week', d)::date + 7
                and last_day >= date_trunc('week', d)::date) as in_week
            from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 day') d order by d""")
        .param("service", service.name()).param("id", request)
        .param("first", window.firstDay().atStartOfDay()).param("last", window.lastDay().atStartOfDay())
        .query((row, n) -> new Load(row.getObject("day", LocalDate.class), row.getInt("on_day"), row.getInt("in_week")))
        .list();
  }

  public void sign(UtilityRequest request, Signed signed, UUID by, String signer, Instant at) {
    var proposed = signed.proposed();
    jdbc.sql("""
        insert into utilities.signature (request_id, service, round, answer, reason, first_day, last_day, from_time, to_time,
          signed_by, signer, signed_at, estate_id, area)
        values (:id, :service, :round, :answer, :reason, :first, :last, :from, :to, :by, :signer, :at, :estate, :area)""")
        .param("id", request.id()).param("service", signed.service().name()).param("round", request.round())
        .param("answer", signed.answer().name()).param("reason", signed.reason())
        .param("first", proposed == null ? null : proposed.firstDay()).param("last", proposed == null ? null : proposed.lastDay())
        .param("from", proposed == null ? null : proposed.from()).param("to", proposed == null ? null : proposed.to())
        .param("by", by).param("signer", signer).param("at", Windows.utc(at))
        .param("estate", request.estateId()).param("area", request.area())
        .update();
  }

  public void state(UUID id, RequestState state, @Nullable String reason) {
    jdbc.sql("update utilities.request set state = :state, closed_reason = :reason where id = :id")
        .param("id", id).param("state", state.name()).param("reason", reason).update();
  }

  /** A new window, which everybody answers to anew. */
  public void move(UUID id, Window window, int round, LocalDate answerBy) {
    jdbc.sql("""
        update utilities.request set state = 'AWAITING', first_day = :first, last_day = :last, from_time = :from,
          to_time = :to, round = :round, answer_by = :answerBy where id = :id""")
        .param("id", id).param("first", window.firstDay()).param("last", window.lastDay())
        .param("from", window.from()).param("to", window.to()).param("round", round).param("answerBy", answerBy).update();
  }

  /** The estate lies in another area now. */
  public void moveEstate(UUID estate, String area) {
    for (var table : List.of("request", "request_building", "signature", "notice")) {
      jdbc.sql("update utilities." + table + " set area = :area where estate_id = :estate and area <> :area")
          .param("area", area).param("estate", estate).update();
    }
  }

  private List<UtilityRequest> whole(List<UtilityRequest> bare) {
    var ids = bare.stream().map(UtilityRequest::id).toArray(UUID[]::new);
    var buildings = new HashMap<UUID, List<AffectedBuilding>>();
    jdbc.sql("""
            select * from utilities.request_building where request_id = any(:ids)
            order by nullif(regexp_replace(number, '[^0-9].*$', ''), '')::numeric nulls last, number""").param("ids", ids)
        .query((RowCallbackHandler) row -> of(buildings, row).add(
            new AffectedBuilding(row.getObject("building_id", UUID.class), row.getString("number"))));
    var signatures = new HashMap<UUID, List<Signature>>();
    jdbc.sql("select * from utilities.signature where request_id = any(:ids) order by signed_at, service").param("ids", ids)
        .query((RowCallbackHandler) row -> of(signatures, row).add(new Signature(
            UtilityService.valueOf(row.getString("service")), row.getInt("round"), Signed.Answer.valueOf(row.getString("answer")),
            row.getString("reason"), Windows.readIfAny(row), row.getObject("signed_by", UUID.class),
            row.getString("signer"), Windows.instant(row, "signed_at"))));
    return bare.stream().map(r -> new UtilityRequest(r.id(), r.number(), r.kind(), r.estateId(), r.area(), r.projectId(),
        r.services(), r.state(), r.reason(), r.contact(), r.window(), r.round(), r.answerBy(), r.requestedBy(),
        r.requester(), r.requestedAt(), r.closedReason(), buildings.getOrDefault(r.id(), List.of()),
        signatures.getOrDefault(r.id(), List.of()))).toList();
  }

  private static <T> List<T> of(Map<UUID, List<T>> lists, ResultSet row) throws SQLException {
    return lists.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>());
  }

  private UtilityRequest row(ResultSet row, int number) throws SQLException {
    return new UtilityRequest(row.getObject("id", UUID.class), row.getString("number"),
        RequestKind.valueOf(row.getString("kind")), row.getObject("estate_id", UUID.class), row.getString("area"),
        row.getObject("project_id", UUID.class), Windows.services(row.getArray("services")),
        RequestState.valueOf(row.getString("state")), row.getString("reason"), row.getString("contact"), Windows.read(row),
        row.getInt("round"), row.getObject("answer_by", LocalDate.class), row.getObject("requested_by", UUID.class),
        row.getString("requester"), Windows.instant(row, "requested_at"), row.getString("closed_reason"), List.of(),
        List.of());
  }
}
