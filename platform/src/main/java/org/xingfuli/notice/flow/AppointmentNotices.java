package org.xingfuli.notice.flow;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.NoticeKind.Wording;

/** What people are told of their own rights. */
@Configuration(proxyBeanMethods = false)
class AppointmentNotices {

  static final String CHANGED = "identity.rights-changed";

  @Bean
  NoticeKind rightsChanged() {
    return new NoticeKind(CHANGED, Set.of("offices", "officesEn"), false,
        new Wording("您的任职有变动", "现在的任职：{offices}。如有疑问，请联系安全管理员。"),
        new Wording("Your appointments have changed",
            "You now hold: {officesEn}. If this is not as it should be, ask the security administrator."));
  }
}
