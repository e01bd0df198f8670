package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;

/**
 * One appeal as it stands.
 *
 * @param round 1, and one more for every reopening; each round is answered and proved anew
 * @param lead organisation that answers for it
 * @param handler who signed for it there
 * @param dueAt of the open clock that ends first
 * @param escalation 0, and 1 to 3 as the officer, the street and the command were called upon
 */
public record Appeal(
    UUID id,
    String number,
    Channel channel,
    @Nullable String originalNumber,
    AppealKind kind,
    Urgency urgency,
    AppealState state,
    String title,
    String words,
    @Nullable String classCode,
    @Nullable String classBy,
    boolean confidential,
    NewAppeal.Where where,
    Instant saidAt,
    Instant receivedAt,
    @Nullable UUID lead,
    @Nullable UUID handler,
    int round,
    @Nullable UUID mergedInto,
    @Nullable UUID splitFrom,
    int escalation,
    @Nullable Instant dueAt,
    @Nullable String dueStep,
    @Nullable Instant warnAt,
    @Nullable Instant repliedAt,
    @Nullable Instant closedAt,
    @Nullable Outcome outcome,
    @Nullable Boolean resolved,
    @Nullable Boolean satisfied,
    int version) {

  public String area() {
    return where.area();
  }

  public @Nullable UUID estate() {
    return where.estate();
  }

  public int reopened() {
    return round - 1;
  }
}
