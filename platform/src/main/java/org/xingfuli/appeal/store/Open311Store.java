package org.xingfuli.appeal.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;

/** Keeps what clients of Open311 said beside the appeal, and reads it as they ask for it. Confidential appeals are told to nobody. */
@Component
public class Open311Store {

  /** What was said beside the appeal. */
  public record Beside(String serviceCode, @Nullable String addressId, @Nullable String mediaUrl, @Nullable String accountId) {}

  /**
   * A request as it stands.
   *
   * @param updatedAt when something happened to it last
   * @param expectedAt when its reply is due; none once it is replied to
   * @param sentBy whose key it was
   */
  public record Standing(String number, Beside beside, AppealState state, String words, @Nullable UUID agency, @Nullable String place,
      @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, Instant requestedAt, Instant updatedAt, @Nullable Instant expectedAt,
      @Nullable String reply, UUID sentBy) {}

  /** Which requests are wanted; what is null does not matter. */
  public record Wanted(@Nullable Collection<String> numbers, @Nullable Collection<String> services, @Nullable Instant from,
      @Nullable Instant to, @Nullable Boolean open) {}

  private static final String SELECT = """
      select a.number, r.service_code, r.address_id, r.media_url, r.account_id, a.state, a.words, a.lead_id, a.place, a.latitude, a.longitude,
        r.requested_at, r.sent_by, (select max(e.at) from appeal.entry e where e.appeal_id = a.id) updated_at,
        (select max(c.due_at) from appeal.clock c where c.appeal_id = a.id and c.step = 'REPLY' and c.stopped_at is null) expected_at,
        (select p.words from appeal.reply p where p.appeal_id = a.id order by p.round desc limit 1) reply
      from appeal.open311_request r join appeal.appeal a on a.id = r.appeal_id where not a.confidential
      """;

  private final JdbcClient jdbc;

  Open311Store(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Appeal appeal, Beside beside, UUID sentBy) {
    jdbc.sql("""
            insert into appeal.open311_request (appeal_id, area, estate_id, service_code, address_id, media_url, account_id, sent_by,
              requested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(Fields.values(appeal.id(), appeal.area(), appeal.estate(), beside.serviceCode(), beside.addressId(), beside.mediaUrl(),
            beside.accountId(), sentBy, Fields.utc(appeal.receivedAt()))).update();
  }

  /** The latest first. */
  public List<Standing> list(Wanted wanted, int most) {
    return jdbc.sql(SELECT + """
              and (cast(:numbers as text[]) is null or a.number = any(cast(:numbers as text[])))
              and (cast(:services as text[]) is null or r.service_code = any(cast(:services as text[])))
              and (cast(:from as timestamptz) is null or r.requested_at >= cast(:from as timestamptz))
              and (cast(:to as timestamptz) is null or r.requested_at <= cast(:to as timestamptz))
              and (cast(:open as boolean) is null or (a.state not in ('CLOSED', 'ARCHIVED')) = cast(:open as boolean))
            order by r.requested_at desc, r.appeal_id desc limit :most""")
        .param("numbers", wanted.numbers() == null ? null : wanted.numbers().toArray(String[]::new))
        .param("services", wanted.services() == null ? null : wanted.services().toArray(String[]::new))
        .param("from", Fields.utcIfAny(wanted.from())).param("to", Fields.utcIfAny(wanted.to())).param("open", wanted.open())
        .param("most", most).query(Open311Store::row).list();
  }

  /** The number of an appeal that was sent through Open311. */
  public Optional<String> number(UUID appeal) {
    return jdbc.sql("select a.number from appeal.open311_request r join appeal.appeal a on a.id = r.appeal_id where a.id = ? and not a.confidential")
        .param(appeal).query(String.class).optional();
  }

  private static Standing row(ResultSet row, int number) throws SQLException {
    return new Standing(row.getString("number"), new Beside(row.getString("service_code"), row.getString("address_id"),
        row.getString("media_url"), row.getString("account_id")), AppealState.valueOf(row.getString("state")), row.getString("words"),
        Fields.idIfAny(row, "lead_id"), row.getString("place"), row.getBigDecimal("latitude"), row.getBigDecimal("longitude"),
        Fields.instant(row, "requested_at"), Fields.instant(row, "updated_at"), Fields.instantIfAny(row, "expected_at"),
        row.getString("reply"), Fields.id(row, "sent_by"));
  }
}
