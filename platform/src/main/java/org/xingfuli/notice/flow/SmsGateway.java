package org.xingfuli.notice.flow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.notice.NoticeChannel;
import org.xingfuli.notice.NoticeProperties;
import tools.jackson.databind.json.JsonMapper;

/** Text messages to contacts, by whatever gateway takes JSON over HTTP; people of the house have no telephone on record. */
@Component
class SmsGateway implements NoticeChannel {

  private final NoticeProperties.Sms settings;
  private final Gateway gateway;
  private final JsonMapper json;

  SmsGateway(NoticeProperties properties, JsonMapper json) {
    this.settings = properties.sms();
    this.gateway = new Gateway(properties.patience());
    this.json = json;
  }

  @Override
  public String code() {
    return "SMS";
  }

  @Override
  public boolean carries(Outgoing message) {
    return settings.url() != null && message.telephone() != null;
  }

  @Override
  public void handOver(Outgoing message) throws NotHandedOver {
    var telephone = message.telephone();
    var url = settings.url();
    if (url == null || telephone == null) {
      throw new NotHandedOver("没有配置短信网关 / no gateway is configured", null);
    }
    var body = settings.body().replace("{telephone}", inside(telephone)).replace("{id}", message.id().toString())
        .replace("{text}", inside(message.titleZh() + "：" + message.bodyZh()));
    gateway.post(URI.create(url), body, message.id(), secret(settings.authorizationFile()));
  }

  /** The text as it stands between the quotes of a JSON string. */
  private String inside(String text) {
    var quoted = json.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  static @Nullable String secret(@Nullable Path file) throws NotHandedOver {
    try {
      return file == null ? null : Files.readString(file).strip();
    } catch (IOException e) {
      throw new NotHandedOver("密钥文件读不出 / the secret file cannot be read", e);
    }
  }
}
