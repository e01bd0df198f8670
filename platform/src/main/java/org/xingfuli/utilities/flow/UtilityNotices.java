package org.xingfuli.utilities.flow;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.NoticeKind.Wording;

/** What those who ask, those who sign and those who tell the households hear of a request. */
@Configuration(proxyBeanMethods = false)
class UtilityNotices {

  static final String ASKED = "utilities.asked";
  static final String REFUSED = "utilities.refused";
  static final String PROPOSED = "utilities.proposed";
  static final String AGREED = "utilities.agreed";
  static final String SHEETS = "utilities.sheets-due";

  private static final Set<String> ANSWER = Set.of("number", "estate", "service", "serviceEn");

  @Bean
  NoticeKind utilityAsked() {
    return new NoticeKind(ASKED, Set.of("number", "estate", "from", "to", "answerBy"), false,
        new Wording("{estate}的申请 {number} 等您会签", "窗口 {from} 至 {to}，请于 {answerBy} 前同意、退回或另提窗口。"),
        new Wording("Request {number} of {estate} awaits your answer",
            "The window is {from} to {to}. Please agree, refuse or propose another one by {answerBy}."));
  }

  @Bean
  NoticeKind utilityRefused() {
    return new NoticeKind(REFUSED, ANSWER, true,
        new Wording("{number} 被{service}退回", "{estate}的申请未获同意，原因见申请。请补齐后重新申请。"),
        new Wording("{number} was refused by {serviceEn}", "The request of {estate} was not agreed to; the reason stands on it. Please mend it and ask again."));
  }

  @Bean
  NoticeKind utilityProposed() {
    return new NoticeKind(PROPOSED, ANSWER, false,
        new Wording("{service}对 {number} 另提了窗口", "{estate}：原因和所提窗口见申请。接受请改到所提窗口，各家重新会签。"),
        new Wording("{serviceEn} proposes another window for {number}",
            "{estate}: the reason and the window stand on the request. Take it, and all sign anew, or ask for another."));
  }

  @Bean
  NoticeKind utilityAgreed() {
    return new NoticeKind(AGREED, Set.of("number", "estate", "from", "to"), false,
        new Wording("{number} 已全部会签", "{estate}的窗口为 {from} 至 {to}，请按此安排施工。"),
        new Wording("{number} is agreed by all", "The window of {estate} is {from} to {to}; work may be arranged for it."));
  }

  @Bean
  NoticeKind utilitySheetsDue() {
    return new NoticeKind(SHEETS, Set.of("number", "estate", "due", "sheets"), true,
        new Wording("{estate}：{sheets} 张停断告知待张贴", "请于 {due} 前贴到各单元门口并拍照（申请 {number}）。"),
        new Wording("{estate}: {sheets} sheets are to hang",
            "Please post them at the stairwells' doors by {due} and take a photo of each (request {number})."));
  }
}
