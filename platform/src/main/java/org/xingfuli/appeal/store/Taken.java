package org.xingfuli.appeal.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.NewAppeal;

/**
 * A row of appeal.appeal as it is taken in; the names are the columns', so that many are written in one statement.
 *
 * @param said what was said, beside the columns
 * @param dueAt end of the clock that ends first, with its step and when to warn of it
 */
public record Taken(UUID id, String number, NewAppeal said, Urgency urgency, Instant receivedAt, UUID registeredBy,
    @Nullable String requestKey, @Nullable String requestHash, @Nullable UUID splitFrom, @Nullable Instant dueAt, @Nullable String dueStep,
    @Nullable Instant warnAt) {

  /** The columns of the row. */
  record Row(UUID id, String number, String channel, @Nullable String original_number, String kind, String urgency, String state,
      String title, String words, @Nullable String class_code, @Nullable String class_by, boolean confidential, String area,
      @Nullable UUID estate_id, @Nullable UUID building_id, @Nullable String building, @Nullable Integer stairwell,
      @Nullable String place, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, Instant said_at, Instant received_at,
      UUID registered_by, @Nullable String request_key, @Nullable String request_hash,
      @Nullable UUID split_from, @Nullable Instant due_at,
      @Nullable String due_step, @Nullable Instant warn_at) {}

  Row row() {
    var where = said.where();
    var saidAt = said.saidAt();
    return new Row(id, number, said.channel().name(), said.originalNumber(), said.kind().name(), urgency.name(),
        AppealState.GRAPH.initial().name(), AppealCheck.title(said), said.words().strip(), said.classCode(),
        said.classCode() == null ? null : "COMPLAINANT", said.confidential(), where.area(), where.estate(), where.buildingId(),
        where.building(), where.stairwell(), where.place(), where.latitude(), where.longitude(),
        saidAt == null || saidAt.isAfter(receivedAt) ? receivedAt : saidAt, receivedAt, registeredBy, requestKey, requestHash, splitFrom,
        dueAt, dueStep, warnAt);
  }
}
