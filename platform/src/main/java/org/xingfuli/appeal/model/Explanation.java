package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.xingfuli.identity.Words;

/**
 * Something announced that explains an appeal, for a person to look at.
 *
 * @param target the request to the utilities, or the activity
 * @param number of the request, or the code of the activity
 * @param name what it is called, such as 停水 or the activity's name
 * @param buildings numbers of those concerned; empty for the whole estate
 * @param first first day, and {@code last} the last one, both included
 * @param begins hour of each day, in Asia/Shanghai
 * @param placed whether the appeal says which building it is about; otherwise somebody has to look
 * @param unconfirmed whether the rule that links them is an assumption
 */
public record Explanation(
    AnnouncementKind kind, UUID target, String number, Words name, List<String> buildings, LocalDate first, LocalDate last, LocalTime begins,
    LocalTime ends, String announcedBy, boolean placed, boolean unconfirmed) {

  public Explanation {
    buildings = List.copyOf(buildings);
  }

  /** Why they are linked: what, where, from when to when, and who announced it. */
  public Words reason() {
    var where = buildings.isEmpty() ? new Words("全小区", "the whole estate")
        : new Words(String.join("、", buildings) + " 幢", "buildings " + String.join(", ", buildings));
    var look = placed ? new Words("", "") : new Words("（诉求未写明楼栋，请核对）", " (the appeal names no building: please check)");
    return kind == AnnouncementKind.OUTAGE
        ? new Words("已公告" + name.zh() + " " + number + "：" + days() + " 每日 " + hours() + "，" + where.zh() + "；" + announcedBy
            + " 申请，相关单位已签认" + look.zh(),
            "Announced: " + name.en() + ", " + number + ", " + days() + ", " + hours() + ", " + where.en() + "; asked for by "
            + announcedBy + ", signed by the utilities" + look.en())
        : new Words("正在施工“" + name.zh() + "” " + number + "：" + days() + " " + hours() + "，" + where.zh() + "；" + announcedBy
            + " 公布", "Works that run: " + name.en() + ", " + number + ", " + days() + ", " + hours() + ", " + where.en()
            + "; announced by " + announcedBy);
  }

  /** What may be said in the reply; a person looks at it and signs. */
  public String reply() {
    return kind == AnnouncementKind.OUTAGE
        ? "您反映的情况与已公告的" + name.zh() + "有关：因改造施工，" + spoken(first) + (first.equals(last) ? "" : "至" + spoken(last)) + "每日 "
            + begins + " 至 " + ends + " " + name.zh() + "，已在楼道张贴告知。到 " + ends + " 仍未恢复的，请再告诉我们，我们马上联系抢修。"
            + "给您带来不便，请谅解。"
        : "您反映的情况与小区正在进行的“" + name.zh() + "”有关：" + spoken(first) + "开工，计划 " + spoken(last)
            + "完成，夜间（22:00 至次日 6:00）不施工。我们已提醒施工单位降噪抑尘。给您带来不便，请谅解。";
  }

  private String days() {
    return first.equals(last) ? first.toString() : first + " – " + last;
  }

  private String hours() {
    return begins + "–" + ends;
  }

  private static String spoken(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
