package org.xingfuli.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.AppealTold;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.ReceptionPlay;
import org.xingfuli.appeal.ReceptionPlay.Duty;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.MovableBusinessClock;

/**
 * Reception points at some estates under renovation, a roster with a gap in it, and a morning at the table of one: eight who came,
 * three whose answer stands out, a promise that was kept, one that was not, and one for tomorrow. Invented people and numbers.
 */
@Component
class DemoReception {

  static final String CLERK = "接待点值班员";

  /** The community the demo's clerk and secretary work in. */
  static final String HOME = DemoDistrict.community("320613005", 1);

  /** Points elsewhere, beside all estates at home. */
  private static final int ELSEWHERE = 4;

  private static final List<String> PLACES = List.of("南大门内左手第一间", "社区服务中心一楼大厅", "老年活动室东侧", "门卫室北侧板房", "中心花园凉亭旁板房",
      "北门自行车棚旁板房");

  /** Who came, what about, and what was said. */
  private record Came(int day, int hour, int minute, int building, int stairwell, String classCode, AppealKind kind, String title,
      String words, @Nullable String answer) {}

  private static final List<Came> MORNING = List.of(
      came(19, 15, 40, 7, 2, "LEAK", AppealKind.COMPLAINT, "楼顶漏水滴到楼道", "昨天下雨，六楼楼道顶上一直滴水，地面滑。", null),
      came(20, 8, 35, 18, 1, "OTHER", AppealKind.HELP, "楼道灯不亮", "一单元三楼的灯不亮，晚上上楼看不见。", "电工 9:40 已换灯，您回去看一下。"),
      came(20, 8, 44, 5, 3, "WORKS_QUALITY", AppealKind.CONSULTATION, "问保修找谁", "屋面做好以后漏了找谁，保修几年。", "屋面防水保修五年，先打接待点电话，24 小时内有人上门。"),
      came(20, 8, 51, 9, 1, "NOISE", AppealKind.COMPLAINT, "夜里有切割声", "昨天夜里十点多还有切割声，孩子睡不着。", "已与项目部核实，今天起晚八点后停止切割，接待点每晚巡查。"),
      came(20, 9, 2, 11, 2, "CHARGING", AppealKind.CONSULTATION, "问充电棚位置", "充电棚装在哪里，离楼远不远。", "在 12 号楼东侧，图已给您看过，离您楼门约 40 米。"),
      came(20, 9, 20, 14, 1, "OTHER", AppealKind.COMPLAINT, "花坛没恢复", "管沟填好了，花坛的砖还堆在路边。", null),
      came(20, 9, 31, 6, 2, "OTHER", AppealKind.COMPLAINT, "坡道太陡", "门口坡道太陡，轮椅推不上去。", null),
      came(20, 9, 48, 3, 1, "PIPES", AppealKind.COMPLAINT, "停水没通知到", "昨天停水没有看到通知，家里没存水。", null));

  private final ReceptionPlay play;
  private final Estates estates;
  private final Organisations organisations;
  private final MovableBusinessClock clock;

  DemoReception(ReceptionPlay play, Estates estates, Organisations organisations, MovableBusinessClock clock) {
    this.play = play;
    this.estates = estates;
    this.organisations = organisations;
    this.clock = clock;
  }

  private static Came came(int day, int hour, int minute, int building, int stairwell, String classCode, AppealKind kind, String title,
      String words, @Nullable String answer) {
    return new Came(day, hour, minute, building, stairwell, classCode, kind, title, words, answer);
  }

  /** Plays it and leaves the clock at the given day. */
  void play(List<Estate> found, List<String> projects, LocalDate today) {
    // At home those in this year's programme come first: their building has a plan to tell of.
    var home = found.stream().filter(estate -> estate.area().equals(HOME))
        .sorted(Comparator.comparing(estate -> projects.stream().noneMatch(name -> name.startsWith(estate.name())))).toList();
    var elsewhere = found.stream().filter(estate -> !estate.area().equals(HOME))
        .filter(estate -> projects.stream().anyMatch(name -> name.startsWith(estate.name()))).limit(ELSEWHERE).toList();
    at(LocalDateTime.of(today.minusDays(20), LocalTime.of(9, 0)));
    var all = Stream.concat(home.stream(), elsewhere.stream()).toList();
    var points = new ArrayList<UUID>();
    for (int number = 0; number < all.size(); number++) {
      points.add(play.open(all.get(number).id(), all.get(number).name() + "居民接待点", PLACES.get(number % PLACES.size()),
          "0513-8000%04d".formatted(9101 + number), today.minusDays(20)));
      roster(points.get(number), today);
    }
    morning(points.getFirst(), all.getFirst());
    clock.moveTo(today);
  }

  /** This week and the next; on Thursday afternoon nobody could be found yet. */
  private void roster(UUID point, LocalDate today) {
    var monday = today.with(DayOfWeek.MONDAY);
    var duties = new ArrayList<Duty>();
    for (var day = monday; day.isBefore(monday.plusDays(14)); day = day.plusDays(1)) {
      boolean even = day.getDayOfYear() % 2 == 0;
      var morning = even ? "值班员甲" : "值班员乙";
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
        duties.add(new Duty(day, LocalTime.of(9, 0), LocalTime.of(11, 30), "社区志愿者", null));
      } else if (day.getDayOfWeek() != DayOfWeek.SUNDAY || day.equals(LocalDate.of(2022, 4, 24))) {
        duties.add(new Duty(day, LocalTime.of(8, 30), LocalTime.of(13, 0), morning, even ? "值班员乙" : "值班员甲"));
        if (!day.equals(today.plusDays(1))) {
          duties.add(new Duty(day, LocalTime.of(13, 0), LocalTime.of(17, 30), "代建项目部", "社区副书记"));
        }
      }
    }
    play.roster(point, monday, monday.plusDays(13), duties);
  }

  private void morning(UUID point, Estate estate) {
    var community = organisations.byArea(estate.area()).orElseThrow().id();
    var buildings = List.copyOf(estates.buildingNumbers(estate.id()).entrySet());
    for (int number = 0; number < MORNING.size(); number++) {
      var came = MORNING.get(number);
      var time = LocalDateTime.of(2022, 4, came.day(), came.hour(), came.minute());
      at(time);
      var building = buildings.get(Math.min(came.building(), buildings.size()) - 1);
      var id = play.walkIn(point, new AppealTold(Channel.RECEPTION, null, came.kind(), came.title(), came.words(), came.classCode(),
          estate.id(), estate.area(), building.getKey(), building.getValue(), came.stairwell(), "示例居民",
          "1000000%04d".formatted(3000 + number), false), CLERK, community, came.answer());
      promise(number, id, point, time);
    }
  }

  private void promise(int number, UUID appeal, UUID point, LocalDateTime time) {
    switch (number) {
      case 0 -> play.promise(appeal, point, "防水班组上门补漏", instant(time.plusHours(1)), CLERK);
      case 1 -> {
        var promise = play.promise(appeal, point, "电工来换灯", instant(time.plusHours(1).plusMinutes(10)), CLERK);
        at(time.plusMinutes(65));
        play.kept(promise, "9:40 已换灯", CLERK);
      }
      case 6 -> play.promise(appeal, point, "设计单位来量坡道", instant(time.plusDays(1).with(LocalTime.of(9, 0))), CLERK);
      default -> {}
    }
  }

  private static Instant instant(LocalDateTime moment) {
    return moment.atZone(BusinessClock.ZONE).toInstant();
  }

  private void at(LocalDateTime moment) {
    clock.moveTo(instant(moment));
  }
}
