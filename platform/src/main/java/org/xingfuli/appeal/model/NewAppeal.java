package org.xingfuli.appeal.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;

/**
 * What somebody said, before it is taken in.
 *
 * @param originalNumber as the channel numbers it; the same number of the same channel is the same appeal
 * @param title made from the words when absent
 * @param urgency what the channel says; words of danger make an emergency of it
 * @param where as far as it is known
 * @param saidAt to the channel; now when absent
 */
public record NewAppeal(
    Channel channel,
    @Nullable String originalNumber,
    AppealKind kind,
    @Nullable Urgency urgency,
    @Nullable String title,
    String words,
    @Nullable String classCode,
    boolean confidential,
    Where where,
    Complainant complainant,
    @Nullable Instant saidAt) {

  /**
   * Where it is.
   *
   * @param area street or community; the district's own code while nobody knows
   * @param building number as painted on it
   * @param place in the words of who said it
   */
  public record Where(
      String area, @Nullable UUID estate, @Nullable UUID buildingId, @Nullable String building, @Nullable Integer stairwell,
      @Nullable String place, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {

    /** Nothing but the area. */
    public static Where area(String area) {
      return new Where(area, null, null, null, null, null, null, null);
    }
  }

  /** The same at the place as the register has it. */
  public NewAppeal at(Where placed) {
    return new NewAppeal(channel, originalNumber, kind, urgency, title, words, classCode, confidential, placed, complainant, saidAt);
  }
}
