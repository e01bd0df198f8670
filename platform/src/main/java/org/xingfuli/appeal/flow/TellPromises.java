package org.xingfuli.appeal.flow;

import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Promise;
import org.xingfuli.identity.Role;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.NoticeKind.Wording;
import org.xingfuli.notice.Notices;

/** Reminds of promised times, and says when one has gone by. The notice names the appeal and the time, nothing that was said. */
@Component
class TellPromises {

  static final String SOON = "appeal.promise-soon";
  static final String BROKEN = "appeal.promise-broken";

  private static final String PAGE = "/appeals?appeal=";

  private final Notices notices;

  TellPromises(Notices notices) {
    this.notices = notices;
  }

  void soon(Promise promise, Appeal appeal) {
    say(SOON, promise, appeal, new Audience.Person(promise.madeBy()));
    say(SOON, promise, appeal, new Audience.Holders(Role.RECEPTION_CLERK, appeal.area(), null));
  }

  /** Whoever promised, whoever sits there, and who answers for both. */
  void broken(Promise promise, Appeal appeal) {
    say(BROKEN, promise, appeal, new Audience.Person(promise.madeBy()));
    say(BROKEN, promise, appeal, new Audience.Holders(Role.RECEPTION_CLERK, appeal.area(), null));
    say(BROKEN, promise, appeal, new Audience.Holders(Role.COMMUNITY_OFFICER, appeal.area(), null));
  }

  private void say(String kind, Promise promise, Appeal appeal, Audience who) {
    notices.notify(new Notices.Notice(kind, Map.of("number", appeal.number(), "when", Promises.when(promise.dueAt())), who, PAGE + appeal.id(),
        kind + " " + promise.id()));
  }

  /** The words of these notices, where an installation begins. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {

    private static final Set<String> VALUES = Set.of("number", "when");

    @Bean
    NoticeKind promiseSoon() {
      return new NoticeKind(SOON, VALUES, false,
          new Wording("承诺快到时间：{when}", "诉求 {number} 当面说好的时间快到了，办不到的请提前改期并说明原因。"),
          new Wording("A promise is due: {when}", "Appeal {number}: what was promised is due soon. If it cannot be kept, move it now and say why."));
    }

    @Bean
    NoticeKind promiseBroken() {
      return new NoticeKind(BROKEN, VALUES, true,
          new Wording("承诺失约：{when}", "诉求 {number} 当面说好的时间已过，没有兑现记录。请立即联系诉求人。"),
          new Wording("A promise was broken: {when}", "Appeal {number}: the promised time is over and nothing says it was kept. Please reach the complainant at once."));
    }
  }
}
