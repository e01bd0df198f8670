package org.xingfuli.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.AppealPlay;
import org.xingfuli.appeal.AppealTold;
import org.xingfuli.appeal.Channel;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.MovableBusinessClock;

/**
 * April with the residents: appeals of every channel in every state, one refused and reopened, three merged, one overdue, one
 * that smells of gas. Invented people with numbers nobody has; told in the order of time.
 */
@Component
class DemoAppeals {

  private static final String CLERK = "诉求专员";
  private static final String STREET = "街道专员";

  /** How far an appeal has come by the day the demo begins. */
  private enum Until { RECEIVED, ACCEPTED, DISPATCHED, HANDLING, REPLIED, CLOSED, ARCHIVED, REOPENED }

  /** One appeal: when it came, what it said, how far it has come, and what was answered. */
  private record Told(LocalDateTime at, Channel channel, AppealKind kind, String classCode, int estate, int building, String title,
      String words, Until until, String answer) {}

  private static final List<Told> APRIL = List.of(
      told(1, 9, 12, Channel.HOTLINE_12345, AppealKind.COMPLAINT, "PARKING", 0, 1, "改造后消防通道停满车", "楼前划线以后车停到消防通道上，救护车进不来，请重新划线。", Until.ARCHIVED, "已重新划线并装隔离桩，社区每晚巡查一次。"),
      told(6, 14, 30, Channel.RESIDENT_PAGE, AppealKind.COMPLAINT, "NOISE", 1, 3, "早上六点就开始切割", "外墙班组早上六点切割石材，家里老人睡不好，希望七点半以后再干。", Until.CLOSED, "已调整为七点半后开工，切割改到围挡内，监理每天到场核对。"),
      told(7, 10, 5, Channel.WOODPECKER, AppealKind.COMPLAINT, "PIPES", 2, 2, "雨污管沟开挖三天没回填", "管沟挖开三天没回填，老人出门要绕一大圈，晚上也没有灯。", Until.CLOSED, "当日已铺钢板通行并设警示灯，两日内回填完毕。"),
      told(8, 16, 42, Channel.RECEPTION, AppealKind.HELP, "LEAK", 0, 11, "客厅顶渗水", "客厅顶上一下雨就渗水，靠窗那边墙皮鼓了一块，昨天夜里滴到地板上。", Until.REPLIED, "拆违时碰破了旧防水层，是我们的责任。已重铺 6 平方米，淋水 2 小时不渗。"),
      told(11, 8, 50, Channel.HOTLINE_12345, AppealKind.COMPLAINT, "GREENING", 3, 4, "树被铲了没有补种", "楼后面两棵香樟被铲掉做管沟，说好补种，一个月没动静。", Until.REOPENED, "已补种两株香樟。"),
      told(12, 11, 20, Channel.PHONE, AppealKind.CONSULTATION, "POLICY", 4, 1, "加装电梯分摊怎么算", "想问加装电梯各层分摊比例怎么算，一楼要不要出钱。", Until.CLOSED, "按业主共同决定的方案分摊，一楼一般不出资；社区已把参考方案送到您家。"),
      told(13, 15, 10, Channel.RESIDENT_PAGE, AppealKind.SUGGESTION, "CHARGING", 5, 2, "希望增设非机动车充电棚", "楼下电动车飞线充电，建议在自行车棚里加充电桩。", Until.HANDLING, ""),
      told(14, 9, 31, Channel.RECEPTION, AppealKind.COMPLAINT, "ROADS", 0, 6, "坡道太陡轮椅上不去", "新做的无障碍坡道太陡，我妈坐轮椅上不去。", Until.HANDLING, ""),
      told(14, 19, 5, Channel.HOTLINE_12345, AppealKind.COMPLAINT, "NOISE", 1, 2, "夜间十点后还在施工", "晚上十点以后还有机器声，孩子要中考。", Until.HANDLING, ""),
      told(15, 8, 25, Channel.LETTER, AppealKind.PETITION, "ILLEGAL_STRUCTURE", 6, 5, "反映邻居露台搭建未拆", "本楼 601 露台搭建至今未拆，其他人家都拆了，请一视同仁。", Until.DISPATCHED, ""),
      told(15, 13, 40, Channel.GRID_WORKER, AppealKind.HELP, "LIFT", 7, 1, "独居老人下楼困难", "四楼独居老人腿脚不便，施工期间楼道堆料，希望协助清理并帮扶下楼。", Until.CLOSED, "楼道当日清空，网格员每天上门一次。"),
      told(16, 10, 15, Channel.WOODPECKER, AppealKind.COMPLAINT, "CLEANING", 8, 3, "建筑垃圾堆在绿化带", "拆下来的砖块堆在绿化带一周了，刮风都是灰。", Until.HANDLING, ""),
      told(18, 8, 44, Channel.RECEPTION, AppealKind.CONSULTATION, "WORKS_QUALITY", 0, 5, "问防水保修找谁", "屋面保修几年，坏了找谁，电话多少。", Until.CLOSED, "屋面防水保修五年，先打接待点电话，24 小时内有人上门。"),
      told(18, 14, 20, Channel.RESIDENT_PAGE, AppealKind.COMPLAINT, "WORKS_QUALITY", 9, 7, "楼道粉刷颜色与样板不一致", "样板是米黄的，刷出来发绿，请看一下是不是用错料了。", Until.DISPATCHED, ""),
      told(18, 16, 0, Channel.HOTLINE_12345, AppealKind.COMPLAINT, "UTILITIES", 1, 4, "停水没有提前通知", "今天上午突然停水，家里没存水，楼道也没看到通知。", Until.ACCEPTED, ""),
      told(19, 9, 2, Channel.RECEPTION, AppealKind.COMPLAINT, "LEAK", 0, 11, "北墙有缝，墙角返潮", "脚手架一拆下来就看见北墙一条缝，下雨天卧室墙角发潮。", Until.HANDLING, ""),
      told(19, 10, 30, Channel.RESIDENT_PAGE, AppealKind.COMPLAINT, "LEAK", 0, 11, "窗台滴水", "四单元窗台下面滴水，和楼上说的可能是一处。", Until.ACCEPTED, ""),
      told(19, 11, 5, Channel.PHONE, AppealKind.COMPLAINT, "LEAK", 0, 11, "外墙渗水", "外墙渗到屋里来了，床都挪开了。", Until.ACCEPTED, ""),
      told(19, 15, 26, Channel.WOODPECKER, AppealKind.COMPLAINT, "MERCHANT", 2, 1, "围挡挡住店门", "围挡把我的小店门口全挡了，生意没法做，能不能留个口子。", Until.RECEIVED, ""),
      told(20, 8, 12, Channel.HOTLINE_12345, AppealKind.COMPLAINT, "PARKING", 3, 2, "车位划线后消防通道变窄", "重新划线后消防通道只剩两米多，担心出事。", Until.RECEIVED, ""),
      told(20, 8, 40, Channel.PHONE, AppealKind.HELP, "SITE_SAFETY", 0, 3, "楼道里有煤气味", "三单元楼道里有煤气味，早上工人在动燃气管。", Until.RECEIVED, ""));

  private static final int MERGED = 15;

  private final AppealPlay play;
  private final Estates estates;
  private final Organisations organisations;
  private final DemoEvidence evidence;
  private final MovableBusinessClock clock;

  DemoAppeals(AppealPlay play, Estates estates, Organisations organisations, DemoEvidence evidence, MovableBusinessClock clock) {
    this.play = play;
    this.estates = estates;
    this.organisations = organisations;
    this.evidence = evidence;
    this.clock = clock;
  }

  private static Told told(int day, int hour, int minute, Channel channel, AppealKind kind, String classCode, int estate,
      int building, String title, String words, Until until, String answer) {
    return new Told(LocalDateTime.of(2022, 4, day, hour, minute), channel, kind, classCode, estate, building, title, words, until,
        answer);
  }

  /** Plays it and leaves the clock at the given day. */
  void play(List<Estate> found, LocalDate today) {
    var ids = new UUID[APRIL.size()];
    for (int number = 0; number < ids.length; number++) {
      ids[number] = one(APRIL.get(number), found.get(APRIL.get(number).estate() % found.size()), number);
    }
    at(LocalDateTime.of(today, LocalTime.of(8, 50)));
    play.merge(ids[MERGED], List.of(ids[MERGED + 1], ids[MERGED + 2]));
    play.digest();
    clock.moveTo(today);
  }

  private UUID one(Told told, Estate estate, int number) {
    at(told.at());
    var buildings = List.copyOf(estates.buildingNumbers(estate.id()).entrySet());
    var building = buildings.get(Math.min(told.building(), buildings.size()) - 1);
    var id = play.receive(new AppealTold(told.channel(), original(told, number), told.kind(), told.title(), told.words(),
        told.classCode(), estate.id(), estate.area(), building.getKey(), building.getValue(), 1 + number % 3, "示例居民",
        "1000000%04d".formatted(1000 + number), told.classCode().equals("MERCHANT")), CLERK);
    go(id, told, estate, number);
    return id;
  }

  private static @Nullable String original(Told told, int number) {
    return switch (told.channel()) {
      case HOTLINE_12345 -> "NT12345-2204%02d%03d".formatted(told.at().getDayOfMonth(), number);
      case WOODPECKER -> "ZMN-2204%02d%02d".formatted(told.at().getDayOfMonth(), number);
      default -> null;
    };
  }

  private void go(UUID id, Told told, Estate estate, int number) {
    if (told.until() == Until.RECEIVED) {
      return;
    }
    at(told.at().plusMinutes(23));
    play.accept(id, CLERK);
    if (told.until() == Until.ACCEPTED) {
      return;
    }
    var community = organisations.byArea(estate.area()).orElseThrow().id();
    at(told.at().plusMinutes(52));
    play.dispatch(id, community, STREET);
    if (told.until() == Until.DISPATCHED) {
      return;
    }
    at(told.at().plusHours(3));
    play.handle(id, DemoReporter.COMMUNITY);
    play.progress(id, "已联系施工项目部到现场查看。", DemoReporter.COMMUNITY);
    if (told.until() == Until.HANDLING) {
      return;
    }
    var answered = told.at().plusDays(told.kind() == AppealKind.CONSULTATION ? 0 : 1 + number % 2).plusHours(1);
    at(answered);
    var photo = told.kind() == AppealKind.CONSULTATION ? null
        : evidence.mended(estate, told.title() + "（办理后）", answered.toLocalDate(), 7_000 + number);
    play.reply(id, told.answer(), photo, DemoReporter.COMMUNITY);
    if (told.until() == Until.REPLIED) {
      return;
    }
    at(answered.plusHours(18));
    play.callBack(id, told.until() != Until.REOPENED, told.until() == Until.REOPENED ? "只看到一株，另一株没种" : "已经好了", CLERK);
    if (told.until() == Until.ARCHIVED) {
      at(answered.plusDays(3));
      play.archive(id, CLERK);
    }
  }

  private void at(LocalDateTime moment) {
    clock.moveTo(moment.atZone(BusinessClock.ZONE).toInstant());
  }
}
