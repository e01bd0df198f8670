package org.xingfuli.notice.flow;

import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.notice.NoticeChannel;
import org.xingfuli.notice.NoticeProperties;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The robot of a WeCom group (企业微信群机器人): hears once what is urgent, and names nobody. The interface is WeCom's: a message of
 * type text to the webhook, answered with {@code errcode} 0.
 */
@Component
class WeComRobot implements NoticeChannel {

  private final NoticeProperties.WeCom settings;
  private final Gateway gateway;
  private final JsonMapper json;

  WeComRobot(NoticeProperties properties, JsonMapper json) {
    this.settings = properties.wecom();
    this.gateway = new Gateway(properties.patience());
    this.json = json;
  }

  @Override
  public String code() {
    return "WECOM";
  }

  @Override
  public boolean carries(Outgoing message) {
    return settings.webhookFile() != null && message.urgent() && message.first() && message.telephone() == null;
  }

  @Override
  public void handOver(Outgoing message) throws NotHandedOver {
    var webhook = SmsGateway.secret(settings.webhookFile());
    if (webhook == null) {
      throw new NotHandedOver("没有配置群机器人 / no robot is configured", null);
    }
    var body = json.writeValueAsString(
        Map.of("msgtype", "text", "text", Map.of("content", message.titleZh() + "\n" + message.bodyZh())));
    var answer = gateway.post(URI.create(webhook), body, message.id(), null);
    int code = code(answer);
    if (code != 0) {
      throw new NotHandedOver("企业微信拒绝 / WeCom refused: errcode " + code, null);
    }
  }

  private int code(String answer) throws NotHandedOver {
    try {
      return json.readTree(answer).path("errcode").asInt(-1);
    } catch (JacksonException e) {
      throw new NotHandedOver("企业微信的答复读不懂 / WeCom's answer makes no sense", e);
    }
  }
}
