package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.store.Taken;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.NoticeKind.Wording;
import org.xingfuli.notice.Notices;
import org.xingfuli.notice.Notices.Notice;

/** Tells the people concerned what has become of an appeal. Notices name it by its number alone: what was said may name people. */
@Component
class TellPeople {

  static final String EMERGENCY = "appeal.emergency";
  static final String DISPATCHED = "appeal.dispatched";
  static final String DUE_SOON = "appeal.due-soon";
  static final String OVERDUE = "appeal.overdue";
  static final String REOPENED = "appeal.reopened";

  static final String PROPOSED = "appeal.reply-proposed";
  static final String MATTER = "appeal.matter";

  private static final String MATTERS = "/appeals/topics?matter=";
  private static final String PAGE = "/appeals?appeal=";

  private final Notices notices;
  private final People people;

  TellPeople(Notices notices, People people) {
    this.notices = notices;
    this.people = people;
  }

  void emergency(Taken taken) {
    var area = taken.said().where().area();
    say(EMERGENCY, taken.number(), taken.id(), new Audience.Holders(Role.APPEAL_CLERK, null, null));
    say(EMERGENCY, taken.number(), taken.id(), new Audience.Holders(Role.STREET_OFFICER, area, null));
  }

  void dueSoon(Appeal appeal) {
    say(DUE_SOON, appeal.number(), appeal.id(), responsible(appeal));
  }

  /** @param level 1 whoever handles it, 2 the street, 3 the command */
  void overdue(Appeal appeal, int level) {
    say(OVERDUE, appeal.number(), appeal.id(), switch (level) {
      case 1 -> responsible(appeal);
      case 2 -> new Audience.Holders(Role.STREET_OFFICER, appeal.area(), null);
      default -> new Audience.Holders(Role.COMMANDER, null, null);
    });
  }

  /** The command hears of a matter that many write about. */
  void matter(UUID matter, int appeals) {
    for (var role : List.of(Role.COMMANDER, Role.APPEAL_CLERK)) {
      notices.notify(new Notice(MATTER, Map.of("appeals", String.valueOf(appeals)), new Audience.Holders(role, null, null),
          MATTERS + matter, MATTER + " " + matter));
    }
  }

  void proposed(Appeal appeal) {
    say(PROPOSED, appeal.number(), appeal.id(), responsible(appeal));
  }

  void reopened(Appeal appeal) {
    say(REOPENED, appeal.number(), appeal.id(), responsible(appeal));
  }

  /** The people of the unit; of a firm those appointed where the appeal is, who see it in their list. */
  void dispatched(Appeal appeal, Organisation lead) {
    switch (lead.kind()) {
      case STREET -> say(DISPATCHED, appeal.number(), appeal.id(), new Audience.Holders(Role.STREET_OFFICER, lead.area(), null));
      case COMMUNITY -> say(DISPATCHED, appeal.number(), appeal.id(),
          new Audience.Holders(Role.COMMUNITY_OFFICER, lead.area(), null));
      default -> people.of(lead.id(), Permission.APPEAL_HANDLE)
          .forEach(person -> say(DISPATCHED, appeal.number(), appeal.id(), new Audience.Person(person)));
    }
  }

  /** Who signed for it, and before anybody has, whoever dispatches in its area. */
  private static Audience responsible(Appeal appeal) {
    var handler = appeal.handler();
    return handler == null ? new Audience.Holders(Role.STREET_OFFICER, appeal.area(), null) : new Audience.Person(handler);
  }

  private void say(String kind, String number, UUID appeal, Audience who) {
    notices.notify(new Notice(kind, Map.of("number", number), who, PAGE + appeal, kind + " " + appeal));
  }

  /** The words of these notices, where an installation begins. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {

    private static final Set<String> VALUES = Set.of("number");

    @Bean
    NoticeKind appealEmergency() {
      return new NoticeKind(EMERGENCY, VALUES, true,
          new Wording("紧急诉求 {number}", "内容涉及人身或财产安全，请立即受理派发。"),
          new Wording("Emergency: appeal {number}", "Life or property may be in danger. Please accept and dispatch it at once."));
    }

    @Bean
    NoticeKind appealDispatched() {
      return new NoticeKind(DISPATCHED, VALUES, false,
          new Wording("诉求 {number} 派到您单位", "请签收办理；不属本单位职责的请说明原因退回。"),
          new Wording("Appeal {number} was dispatched to your unit", "Please sign for it, or return it with the reason."));
    }

    @Bean
    NoticeKind appealDueSoon() {
      return new NoticeKind(DUE_SOON, VALUES, false,
          new Wording("诉求 {number} 快到时限", "确需更多时间的，请在到期前申请延期。"),
          new Wording("Appeal {number} is due soon", "If more time is needed, ask for it before the limit ends."));
    }

    @Bean
    NoticeKind appealOverdue() {
      return new NoticeKind(OVERDUE, VALUES, true,
          new Wording("诉求 {number} 已超时", "已按规则督办，请立即处理。"),
          new Wording("Appeal {number} is overdue", "It is now supervised by rule. Please act at once."));
    }

    @Bean
    NoticeKind appealMatter() {
      return new NoticeKind(MATTER, Set.of("appeals"), true,
          new Wording("一周内 {appeals} 件诉求反映同一件事", "请看热点，决定由谁牵头解决。"),
          new Wording("{appeals} appeals of a week are about one matter", "Please look at the hot topics and decide who takes the lead."));
    }

    @Bean
    NoticeKind appealReplyProposed() {
      return new NoticeKind(PROPOSED, VALUES, false,
          new Wording("诉求 {number} 等的工序完成了", "可据此答复：请先到现场看过，再签发。"),
          new Wording("What appeal {number} waits for is finished", "Its reply is proposed: look at the place first, then sign."));
    }

    @Bean
    NoticeKind appealReopened() {
      return new NoticeKind(REOPENED, VALUES, true,
          new Wording("诉求 {number} 重新办理", "诉求人不认可结果，原编号重新办理，时限重新计算。"),
          new Wording("Appeal {number} is open again", "The outcome was not accepted. It keeps its number and has a new limit."));
    }
  }
}
