package org.xingfuli.engine.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Dice;

/** Messages nobody ever wrote, by a seed. */
final class MadeUp {

  static final Map<String, List<String>> WORDS = Map.of(
      "PARKING", List.of("小区车位太少", "晚上没有地方停车", "有人私装地锁", "外来车辆乱停乱放", "停车费涨价", "希望划线增加泊位"),
      "LEAK", List.of("顶楼下雨就漏", "屋面防水坏了", "天花板渗水发霉", "外墙渗水", "改造以后反而漏雨", "雨天用盆接水"),
      "PIPES", List.of("下水道堵了返水", "污水从井里溢出", "化粪池满了没人清掏", "雨水管断裂", "一下雨院子就积水", "排水不畅"),
      "CHARGING", List.of("充电桩坏了充不上", "飞线给电瓶车充电", "希望安装充电桩", "车棚里没有插座", "电瓶车推上楼充电", "充电口不够"));

  private static final List<String> PLACES = List.of("和风苑", "长桥里", "北濠新村", "银杏花园", "机关宿舍", "望江楼小区");
  private static final List<String> TALK = List.of("请领导关心一下", "已经反映多次", "居民意见很大", "希望尽快处理", "谢谢", "大家都很着急");

  private final Dice dice;

  MadeUp(long seed) {
    dice = new Dice(seed);
  }

  Labelled labelled(int number) {
    String code = dice.pick(WORDS.keySet().stream().sorted().toList());
    List<String> words = WORDS.getOrDefault(code, List.of());
    String title = dice.pick(PLACES) + dice.pick(words);
    String text = dice.pick(TALK) + "，" + dice.pick(words) + "，" + dice.pick(words) + "。" + dice.pick(TALK) + "！";
    return Labelled.byClerk(new Message("m" + number, title, text, at(number), null), code);
  }

  List<Labelled> labelled(int from, int count) {
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(labelled(from + i));
    }
    return rows;
  }

  List<Message> messages(int count) {
    return labelled(0, count).stream().map(Labelled::message).toList();
  }

  Instant at(int number) {
    return Instant.parse("2022-03-01T00:00:00Z").plusSeconds(3_600L * number);
  }

  Dice dice() {
    return dice;
  }
}
