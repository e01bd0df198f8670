package org.xingfuli.appeal.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;

/**
 * One order (工单) as another system sends it, before its place is found in the register.
 *
 * @param number as that system numbers it; the same number is the same appeal
 * @param revision 1, and higher for every correction; the highest holds, whenever it comes
 * @param address in words; the estate and the building are looked for in it
 * @param saidAt when the resident said it there
 */
public record SentOrder(
    String number, int revision, AppealKind kind, @Nullable Urgency urgency, @Nullable String title, String words,
    @Nullable String classCode, boolean confidential, @Nullable String address, @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude, Complainant complainant, @Nullable Instant saidAt) {

  /** As it is taken in at a place. */
  public NewAppeal at(Channel channel, NewAppeal.Where where) {
    return new NewAppeal(channel, number, kind, urgency, title, words, classCode, confidential, where, complainant, saidAt);
  }
}
