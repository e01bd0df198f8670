package org.xingfuli.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way to people beside the inbox; a bean of this is used where it is configured. */
public interface NoticeChannel {

  /** Its short name, kept with every delivery. */
  String code();

  /** Whether it can and should carry the message. */
  boolean carries(Outgoing message);

  /**
   * Hands the message over. It may come twice after a crash: the id is the same then, and is passed on for the other side to
   * know it by.
   *
   * @throws NotHandedOver when it is not there, in words for the page of failed notices, without personal data
   */
  void handOver(Outgoing message) throws NotHandedOver;

  /**
   * A message as a channel sees it.
   *
   * @param id the delivery's
   * @param recipient name of the person, or the telephone number of a contact
   * @param first whether it is the first message of its notice, for channels that speak to a group
   */
  record Outgoing(
      UUID id, String kind, String recipient, @Nullable String telephone, String titleZh, String bodyZh, String titleEn,
      String bodyEn, @Nullable String link, boolean urgent, boolean first, Instant at) {}

  /** Why it is not there. */
  final class NotHandedOver extends Exception {
    private static final long serialVersionUID = 1L;

    public NotHandedOver(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }
}
