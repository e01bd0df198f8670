package org.xingfuli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.SurveyIntake;
import org.xingfuli.estate.SurveyIntake.Found;
import org.xingfuli.estate.SurveyIntake.Place;
import org.xingfuli.estate.SurveyIntake.Stage;
import org.xingfuli.estate.SurveyIntake.Taken;
import org.xingfuli.estate.SurveyIntake.Word;
import org.xingfuli.estate.WorkMark;

/**
 * What the demo's surveyors found in the autumn of 2021, and what residents' talks made of the menus. The findings add up to
 * the quantities of the register, so that the plan rests on them. Three estates are being looked at again in April: one half
 * done, one given back, one waiting for the street.
 */
@Component
class DemoSurveys {

  private static final String SURVEYOR = "体检员（代建）";
  private static final String COMMUNITY = "社区书记";
  private static final String STREET = "街道专员";
  private static final LocalDate FIRST = LocalDate.of(2021, 9, 6);

  private static final Map<String, List<String>> NOTES = Map.ofEntries(
      Map.entry("ROOF", List.of("油毡老化起鼓，女儿墙根部开裂", "卷材多处修补，排水坡度不足", "隔热板破损，雨后积水两天不退", "屋面有住户自搭花架，检修口被占")),
      Map.entry("ROOF_LEAKS", List.of("顶层西侧两户雨后渗水，吊顶发霉", "烟道根部漏水，住户自行打胶", "天沟堵塞外溢，顺墙下渗")),
      Map.entry("WALL", List.of("西山墙空鼓，二至四层有脱落风险", "外墙起皮，窗台下渗水痕迹明显", "面砖松动三处，已拉警戒线")),
      Map.entry("WALL_LEAKS", List.of("空调孔未封，雨水倒灌", "窗框四周开裂渗水")),
      Map.entry("WATER", List.of("镀锌管锈蚀，早高峰顶层水压不足", "水表箱门缺失，冬季曾冻裂")),
      Map.entry("DRAIN", List.of("铸铁管锈穿，三层接口渗漏", "一楼厨房返水，疏通过四次")),
      Map.entry("POWER", List.of("表箱老化，进线无护管", "私拉电线跨阳台充电")),
      Map.entry("LOW_VOLTAGE", List.of("飞线缠绕，最低处离地 2.1 米", "废弃线缆未拆，箱门敞开")),
      Map.entry("STAIRS", List.of("墙面脱落，声控灯坏两层", "扶手松动，三楼平台堆物")),
      Map.entry("FIRE", List.of("灭火器过期，应急灯不亮", "楼道堆放纸箱和电瓶车")),
      Map.entry("ROOF_STRUCTURES", List.of("阳光房、鸽棚各一，均有人使用", "彩钢棚压在伸缩缝上")),
      Map.entry("GROUND_STRUCTURES", List.of("院落外扩并开门经营", "防盗窗外挑超过 40 厘米")),
      Map.entry("DRAINS", List.of("雨污合流，暴雨时主路积水 20 厘米")),
      Map.entry("ROADS", List.of("路面龟裂，井盖下沉七处")),
      Map.entry("FIRE_LANE", List.of("北门通道被固定停车占用")),
      Map.entry("PARKING_NEW", List.of("东侧绿化边可做植草砖车位，须与住户商量")),
      Map.entry("GREEN", List.of("黄土裸露，乔木压住一层采光")));

  private final SurveyIntake intake;

  DemoSurveys(SurveyIntake intake) {
    this.intake = intake;
  }

  void load(List<Estate> estates, long seed) {
    var random = new SplittableRandom(seed);
    for (int number = 0; number < estates.size(); number++) {
      var estate = estates.get(number);
      var places = intake.places(estate.id());
      var opened = FIRST.plusDays(number % 9);
      var found = findings(estate, places, opened, random.split());
      var submitted = opened.plusDays(16 + number % 6);
      intake.take(new Taken(estate.id(), Stage.COMPLETED, opened, submitted, submitted.plusDays(3 + number % 4), null,
          SURVEYOR, STREET, found));
      intake.say(estate.id(), words(number, estate, submitted.plusDays(30)));
    }
    again(estates.get(6), Stage.OPEN, null, 0.6, random.split());
    again(estates.get(17), Stage.RETURNED, "3 号楼屋面违建处数与拆违台账不符，请到现场复核", 1, random.split());
    again(estates.get(29), Stage.SUBMITTED, null, 1, random.split());
  }

  /** A second look after the demolition: the illegal structures are fewer, the rest is as it was. */
  private void again(Estate estate, Stage stage, @Nullable String reason, double share, SplittableRandom random) {
    var opened = LocalDate.of(2022, 4, 11);
    var places = intake.places(estate.id());
    var found = findings(estate, places, opened, random).stream()
        .filter(one -> share == 1 || (one.building() != null && at(places, one.building()) < places.size() * share))
        .map(one -> one.item().equals("ROOF_STRUCTURES")
            ? new Found(one.building(), one.item(), "GOOD", BigDecimal.ZERO, null, "屋面违建已拆，洞口待补", one.title(), one.on())
            : one)
        .toList();
    boolean in = stage != Stage.OPEN;
    intake.take(new Taken(estate.id(), stage, opened, in ? opened.plusDays(6) : null,
        stage == Stage.RETURNED ? opened.plusDays(8) : null, reason, SURVEYOR, STREET, found));
  }

  private static int at(List<Place> places, UUID building) {
    return places.stream().map(Place::id).toList().indexOf(building);
  }

  private List<Found> findings(Estate estate, List<Place> places, LocalDate opened, SplittableRandom random) {
    var q = estate.quantities();
    var found = new ArrayList<Found>();
    var roofs = split(q.roofArea(), places);
    var walls = split(q.facadeArea(), places);
    var roofStructures = split(BigDecimal.valueOf(q.roofStructures()), places);
    var groundStructures = split(BigDecimal.valueOf(q.groundStructures()), places);
    for (int at = 0; at < places.size(); at++) {
      var place = places.get(at);
      var sheet = new Sheet(found, place.id(), age(place), opened.plusDays(1 + at / 3), random);
      sheet.found("ROOF", roofs.get(at), "FLAT");
      sheet.count("ROOF_LEAKS", 0, 6);
      sheet.found("WALL", walls.get(at), random.nextInt(5) == 0 ? "TILES" : "PLASTER");
      sheet.count("WALL_LEAKS", 0, 9);
      sheet.found("WATER", BigDecimal.valueOf(place.stairwells() * 2L), "STEEL");
      sheet.found("DRAIN", BigDecimal.valueOf(place.stairwells() * 4L), "IRON");
      sheet.found("POWER", BigDecimal.valueOf(place.stairwells()), null);
      sheet.count("LOW_VOLTAGE", 2, 12);
      sheet.found("STAIRS", BigDecimal.valueOf(place.stairwells()), null);
      sheet.count("FIRE", 0, 5);
      sheet.found("ROOF_STRUCTURES", roofStructures.get(at), null);
      sheet.found("GROUND_STRUCTURES", groundStructures.get(at), null);
    }
    var common = new Sheet(found, null, 0.7, opened.plusDays(10), random);
    common.found("DRAINS", q.drainLength(), "COMBINED");
    common.found("ROADS", q.roadArea(), null);
    common.count("FIRE_LANE", 1, 5);
    int cars = (int) (q.households() * random.nextDouble(0.42, 0.58));
    common.found("PARKING_NOW", BigDecimal.valueOf(Math.max(0, cars - q.parkingSpaces())), null);
    common.found("PARKING_DEMAND", BigDecimal.valueOf(cars), null);
    common.found("PARKING_NEW", BigDecimal.valueOf(q.parkingSpaces()), null);
    common.found("EBIKE", BigDecimal.valueOf(q.chargingPoints()), null);
    common.count("CAR_CHARGING", 0, 3);
    common.found("GREEN", q.greenArea(), null);
    return found;
  }

  /** 0 for a new building, towards 1 for an old one. */
  private static double age(Place place) {
    var year = place.builtYear();
    return year == null ? 0.6 : Math.clamp((1998 - year) / 20.0, 0.1, 0.95);
  }

  /** The amount over the buildings by their floor area a storey; whole numbers that add up to it. */
  private static List<BigDecimal> split(BigDecimal amount, List<Place> places) {
    var weights = places.stream().map(place -> place.floorArea().doubleValue() / place.storeys()).toList();
    double all = weights.stream().mapToDouble(weight -> weight).sum();
    var parts = new ArrayList<BigDecimal>();
    double before = 0;
    var given = BigDecimal.ZERO;
    for (int at = 0; at < places.size(); at++) {
      before += weights.get(at);
      var upTo = at == places.size() - 1 ? amount
          : amount.multiply(BigDecimal.valueOf(before / all)).setScale(0, RoundingMode.HALF_UP);
      parts.add(upTo.subtract(given));
      given = upTo;
    }
    return parts;
  }

  /** What the talks with residents made of the menu. */
  private static List<Word> words(int number, Estate estate, LocalDate on) {
    var words = new ArrayList<Word>();
    for (var code : List.of("W01", "W02", "W03", "W04", "W06", "W07", "W08", "W09", "W10", "W11")) {
      words.add(new Word(code, WorkMark.ADOPTED, null, "基础类与拆违，应改尽改", STREET, on));
    }
    words.add(number % 5 == 2
        ? new Word("W05", WorkMark.DROPPED, null, "燃气公司 2020 年已更换", COMMUNITY, on)
        : new Word("W05", WorkMark.ADOPTED, null, "基础类，与燃气公司同步", STREET, on));
    var bays = BigDecimal.valueOf(estate.quantities().parkingSpaces());
    words.add(number % 3 == 0
        ? new Word("W12", WorkMark.ADOPTED, bays.multiply(new BigDecimal("0.55")).setScale(0, RoundingMode.HALF_UP),
            "住户要求保留东侧绿化，减少车位", COMMUNITY, on.plusDays(5))
        : new Word("W12", WorkMark.ADOPTED, null, "车位缺口大，同意植草砖车位", COMMUNITY, on.plusDays(5)));
    for (var code : List.of("W13", "W14", "W16", "W17")) {
      words.add(new Word(code, WorkMark.ADOPTED, null, "意愿征询过半数赞成", COMMUNITY, on.plusDays(5)));
    }
    if (number % 4 == 1) {
      words.add(new Word("W22", WorkMark.DROPPED, null, "相邻社区已有助餐点，步行 6 分钟", COMMUNITY, on.plusDays(6)));
    } else if (number % 4 == 3) {
      words.add(new Word("W22", WorkMark.DROPPED, null, "体量小，没有可用房屋", STREET, on.plusDays(6)));
      words.add(new Word("W18", WorkMark.DROPPED, null, "没有场地", STREET, on.plusDays(6)));
    }
    if (number % 2 == 0) {
      words.add(new Word("W23", WorkMark.DROPPED, null, "住户对人脸识别有顾虑，暂不做", COMMUNITY, on.plusDays(6)));
    }
    return words;
  }

  /** The findings of one place, as one surveyor writes them down in one go. */
  private record Sheet(List<Found> all, @Nullable UUID building, double age, LocalDate on, SplittableRandom random) {

    void found(String item, BigDecimal quantity, @Nullable String option) {
      double luck = random.nextDouble();
      var grade = luck < age * 0.06 ? "BAD" : luck < age * 0.45 ? "POOR" : luck < 0.85 ? "FAIR" : "GOOD";
      all.add(new Found(building, item, grade, quantity, option, note(item, grade),
          random.nextInt(3) == 0 ? COMMUNITY : SURVEYOR, on));
    }

    void count(String item, int least, int most) {
      int number = (int) Math.round(least + (most - least) * age * random.nextDouble());
      if (number == 0) {
        all.add(new Found(building, item, "GOOD", BigDecimal.ZERO, null, null, SURVEYOR, on));
      } else {
        found(item, BigDecimal.valueOf(number), null);
      }
    }

    private @Nullable String note(String item, String grade) {
      var notes = NOTES.getOrDefault(item, List.of());
      return notes.isEmpty() || grade.equals("GOOD") || (grade.equals("FAIR") && random.nextBoolean()) ? null
          : notes.get(random.nextInt(notes.size()));
    }
  }
}
