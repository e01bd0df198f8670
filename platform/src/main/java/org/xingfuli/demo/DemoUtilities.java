package org.xingfuli.demo;

import static org.xingfuli.identity.UtilityService.GAS;
import static org.xingfuli.identity.UtilityService.POWER;
import static org.xingfuli.identity.UtilityService.TELECOM;
import static org.xingfuli.identity.UtilityService.WATER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;
import org.xingfuli.utilities.Utilities.Wish;

/**
 * A spring with the utilities: agreed outages with their sheets posted, due and overdue; one the power company has let wait too
 * long, one with a counter-proposal, one refused for a missing drawing, one withdrawn. Told in the order of days.
 */
@Component
class DemoUtilities {

  private static final String CONTACT = "0513-80000100";

  private final Utilities utilities;
  private final Estates estates;
  private final DemoEvidence evidence;
  private final MovableBusinessClock clock;

  DemoUtilities(Utilities utilities, Estates estates, DemoEvidence evidence, MovableBusinessClock clock) {
    this.utilities = utilities;
    this.estates = estates;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Plays it and leaves the clock at the given day.
   *
   * @param found the estates; the first is that of the project people of the demo are appointed to
   */
  void play(List<Estate> found, LocalDate today) {
    on(3, 21);
    var gasWorks = outage(found.get(0), 0, 4, "燃气立管改造", day(4, 12), day(4, 14), GAS);
    on(3, 23);
    utilities.agree(gasWorks, GAS);
    on(3, 28);
    var mains = outage(found.get(1), 0, 6, "给水主管割接", day(4, 25), day(4, 26), WATER);
    on(3, 30);
    utilities.agree(mains, WATER);
    on(4, 1);
    var late = outage(found.get(2), 2, 3, "燃气管道带气接驳", day(4, 21), day(4, 22), GAS);
    on(4, 6);
    utilities.agree(late, GAS);
    var both = outage(found.get(3), 0, 3, "水表出户、燃气表移位", day(5, 12), day(5, 13), WATER, GAS);
    on(4, 7);
    var digging = ask(RequestKind.EXCAVATION, found.get(4), 0, 0, "雨污管沟开挖，深 1.8 m", day(4, 25), day(6, 10), GAS, POWER, TELECOM);
    var cable = outage(found.get(5), 1, 3, "配电箱更换", day(5, 16), day(5, 17), POWER);
    on(4, 8);
    utilities.post(gasWorks, List.of(evidence.door(found.get(0), "1", day(4, 8), 9001)));
    utilities.refuse(digging, GAS, "图上没有标出小区西侧 DN200 中压管，请补测后重新申请");
    utilities.agree(both, GAS);
    var flushing = outage(found.get(6), 0, 4, "给水立管改造", day(5, 5), day(5, 6), WATER);
    on(4, 11);
    utilities.agree(both, WATER);
    utilities.agree(cable, POWER);
    utilities.propose(flushing, WATER, "当周主管冲洗，人手已排满", day(5, 10), day(5, 11));
    outage(found.get(0), 4, 4, "楼道配电线路改造", day(4, 27), day(4, 28), POWER);
    on(4, 13);
    var joint = ask(RequestKind.CONNECTION, found.get(7), 0, 0, "三线入地接驳", day(5, 9), day(5, 11), POWER, TELECOM);
    on(4, 14);
    utilities.agree(joint, TELECOM);
    var second = outage(found.get(8), 0, 5, "燃气立管改造", day(5, 12), day(5, 12), GAS);
    var dropped = outage(found.get(9), 0, 2, "弱电箱移位", day(5, 9), day(5, 9), TELECOM);
    on(4, 15);
    utilities.agree(second, GAS);
    utilities.withdraw(dropped, "与三线入地合并施工，不再单独停网");
    on(4, 18);
    outage(found.get(10), 0, 4, "给水与燃气立管同步改造", day(5, 17), day(5, 18), WATER, GAS);
    on(4, 19);
    outage(found.get(0), 8, 3, "给水立管改造", day(5, 19), day(5, 20), WATER);
    clock.moveTo(today);
  }

  private UUID outage(Estate estate, int from, int buildings, String reason, LocalDate first, LocalDate last,
      UtilityService... services) {
    return ask(RequestKind.OUTAGE, estate, from, buildings, reason, first, last, services);
  }

  private UUID ask(RequestKind kind, Estate estate, int from, int buildings, String reason, LocalDate first, LocalDate last,
      UtilityService... services) {
    var all = new ArrayList<>(estates.buildingNumbers(estate.id()).keySet());
    var chosen = all.subList(Math.min(from, all.size()), Math.min(from + buildings, all.size()));
    var plan = evidence.pipes(estate, clock.today(), Objects.hash(estate.code(), reason));
    return utilities.request(new Wish(kind, estate.id(), chosen, List.of(services), reason, CONTACT, first, last,
        List.of(plan)), DemoReporter.DELIVERY_AGENT);
  }

  private void on(int month, int day) {
    clock.moveTo(day(month, day));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2022, month, day);
  }
}
