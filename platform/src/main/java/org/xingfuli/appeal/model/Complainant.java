package org.xingfuli.appeal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;

/**
 * Who appealed. Personal data: it stands in a table of its own, is shown masked, and in clear only with a reason.
 *
 * @param door of a household, such as 502
 * @param replyBy how the reply shall reach the person
 * @param consentAt when the use of the data was agreed to; absent where the law asks for none (a hotline's order)
 */
public record Complainant(
    Kind kind, @Nullable String name, @Nullable String phone, @Nullable String door, ReplyBy replyBy,
    @Nullable Instant consentAt) {

  public static final Complainant ANONYMOUS = new Complainant(Kind.ANONYMOUS, null, null, null, ReplyBy.NONE, null);

  /** In what capacity somebody appeals; merchants have the same loop (domain.md A8.11). */
  public enum Kind {
    RESIDENT("居民", "Resident"),
    MERCHANT("商户", "Merchant"),
    ORGANISATION("单位", "Organisation"),
    ANONYMOUS("匿名", "Anonymous");

    private final Words words;

    Kind(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  /** How the reply shall come. */
  public enum ReplyBy { PHONE, MESSAGE, PAGE, LETTER, NONE }
}
