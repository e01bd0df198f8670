package org.xingfuli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.HouseholdLine;

/** The demo's estates with their buildings and households, drawn from a seed; see {@link DemoEstates}. */
record DemoDistrict(List<EstateLine> estates, List<BuildingLine> buildings, List<HouseholdLine> households) {

  static final int COMMUNITIES = 2;
  private static final int BUILDINGS = 1_100;

  private static final List<String> NAMES = List.of(
      "工人新村", "纺织二宿舍", "向阳东里", "机械厂宿舍", "铁路三宿舍", "新华北院", "和平里", "青云里", "柳泉花园", "红旗新村", "文昌小区", "建设里",
      "东风一村", "南门大院", "迎春苑", "湖滨新居", "石桥铁路院", "棉纺新村", "向阳西里", "船厂一宿舍", "化工新村", "邮电宿舍", "粮机厂宿舍", "春晖里",
      "槐荫小区", "北园新村", "长征里", "光明二村", "友谊新村", "团结里", "水泵厂宿舍", "印染新村", "望江里", "港务一宿舍", "丰收新村", "园丁小区", "杏林里",
      "前进二村", "钟楼西院", "柴油机厂宿舍", "荷塘新村", "梧桐里", "互助新村", "电机厂宿舍", "桂花苑");
  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";

  static String community(String street, int number) {
    return street + "90" + number;
  }

  static DemoDistrict draw(SplittableRandom random) {
    var drawn = new DemoDistrict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var sizes = sizes(random);
    for (int i = 0; i < NAMES.size(); i++) {
      drawn.estate(random, i, sizes[i]);
    }
    return drawn;
  }

  /**
   * How many buildings each estate has: every fourth a small and easy one, six of the others so large that they are
   * renovated in two halves, the rest somewhat above the reference estate's 22.
   */
  private static int[] sizes(SplittableRandom random) {
    var sizes = new int[NAMES.size()];
    int left = BUILDINGS;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = i % 4 == 3 ? random.nextInt(9, 13) : i % 7 == 5 ? random.nextInt(38, 44) : random.nextInt(23, 29);
      left -= sizes[i];
    }
    for (int i = 0; left != 0; i = (i + 1) % sizes.length) {
      int step = Integer.signum(left);
      if (i % 4 != 3 && i % 7 != 5) {
        sizes[i] += step;
        left -= step;
      }
    }
    return sizes;
  }

  private void estate(SplittableRandom random, int index, int size) {
    var code = "SL-%03d".formatted(index + 1);
    int from = random.nextInt(1976, 1992);
    int to = from + random.nextInt(3, 9);
    var area = BigDecimal.ZERO;
    for (int number = 1; number <= size; number++) {
      area = area.add(building(random, code, Integer.toString(number), random.nextInt(from, to + 1)));
    }
    var street = DemoEstates.STREETS.get(index % DemoEstates.STREETS.size());
    estates.add(new EstateLine(0, code, NAMES.get(index), street, community(street, 1 + index / DemoEstates.STREETS.size() % COMMUNITIES),
        "示例路" + (index * 7 + 3) + "号", from, to, area, null,
        whole(random, size, 130), whole(random, size, 90), amount(random, size, 13_200), amount(random, size, 58_000),
        amount(random, size, 4_400), amount(random, size, 9_000), whole(random, size, 240), whole(random, size, 60),
        amount(random, size, 6_000)));
  }

  /** A building of two doors a landing; its floor area is what its households own and the twentieth they share. */
  private BigDecimal building(SplittableRandom random, String estate, String number, int year) {
    int stairwells = random.nextInt(10) == 0 ? 4 : random.nextInt(10) == 1 ? 2 : 3;
    int storeys = random.nextInt(20) < 11 ? 5 : 6;
    var owned = BigDecimal.ZERO;
    for (int stairwell = 1; stairwell <= stairwells; stairwell++) {
      for (int door = 1; door <= 2; door++) {
        var size = BigDecimal.valueOf(random.nextInt(5_600, 10_400), 2);
        for (int floor = 1; floor <= storeys; floor++) {
          owned = owned.add(size);
          households.add(new HouseholdLine(0, estate, number, stairwell, floor, floor + "0" + door, size,
              owner(random), "1000000%04d".formatted(random.nextInt(10_000))));
        }
      }
    }
    var area = owned.multiply(new BigDecimal("1.05")).setScale(2, RoundingMode.HALF_UP);
    buildings.add(new BuildingLine(0, estate, number, storeys, year, area, stairwells, false));
    return area;
  }

  private static String owner(SplittableRandom random) {
    int at = random.nextInt(SURNAMES.length());
    return SURNAMES.charAt(at) + (random.nextBoolean() ? "某" : "某某");
  }

  /** The reference estate's quantity scaled to an estate of so many buildings, give or take an eighth. */
  private static int whole(SplittableRandom random, int size, int reference) {
    return (int) Math.round(reference * size / 22.0 * random.nextDouble(0.875, 1.125));
  }

  private static BigDecimal amount(SplittableRandom random, int size, int reference) {
    return BigDecimal.valueOf(whole(random, size, reference));
  }
}
