package org.xingfuli.notice;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Channels of notices and how stubbornly they are tried; see docs/reference/settings.md.
 *
 * @param attempts after so many a delivery counts as failed and waits for a person
 * @param pause before the second attempt; doubles with each
 * @param patience how long a channel's answer is waited for
 * @param files whether every message is also left as a file in {@code outbox} of the data folder
 */
@ConfigurationProperties("xingfuli.notice")
public record NoticeProperties(
    @DefaultValue("6") int attempts, @DefaultValue("1m") Duration pause, @DefaultValue("5s") Duration patience,
    @DefaultValue("true") boolean files, @DefaultValue Sms sms, @DefaultValue WeCom wecom) {

  /**
   * A gateway for text messages that takes JSON over HTTP.
   *
   * @param url none: there is no gateway
   * @param authorizationFile holds the value of the header {@code Authorization}
   * @param body with {@code {telephone}}, {@code {text}} and {@code {id}} inside JSON strings
   */
  public record Sms(
      @Nullable String url, @Nullable Path authorizationFile,
      @DefaultValue("{\"phone\":\"{telephone}\",\"text\":\"{text}\",\"id\":\"{id}\"}") String body) {}

  /** A robot of a WeCom group, which hears what is urgent; the address is a secret and stands in a file. */
  public record WeCom(@Nullable Path webhookFile) {}
}
