package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.UtilityWindow;
import org.xingfuli.programme.model.WindowOverrun;
import org.xingfuli.utilities.AgreedWindow;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;

/** What the utilities have agreed to for the estates of projects, by the activities that wait for it. */
@Component
public class UtilityWindows {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private final Utilities utilities;

  UtilityWindows(Utilities utilities) {
    this.utilities = utilities;
  }

  /**
   * What one activity has of the utilities.
   *
   * @param begins the first window of all, since work begins with it; its words name its days
   * @param ends the window the activity has to be done in: of one service its last, since work goes on with it, of several the
   *     one that closes first; its words leave the days out
   */
  record Bounds(UtilityWindow begins, UtilityWindow ends) {}

  /** What is agreed today, by project and by the code of the activity. */
  public record Agreed(Map<UUID, Map<String, Bounds>> byProject) {

    /** By the code of the activity that waits. */
    Map<String, UtilityWindow> begins(UUID project) {
      return byProject.getOrDefault(project, Map.of()).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().begins()));
    }

    /** Absent when the activity ends in time or waits for no window. */
    public @Nullable WindowOverrun overrun(UUID project, String activity, LocalDate finish) {
      var bounds = byProject.getOrDefault(project, Map.of()).get(activity);
      return WindowOverrun.of(bounds == null ? null : bounds.ends(), finish);
    }
  }

  /** One window after the other, in the order of their first days, as they come to an activity. */
  private static final class Met {
    private final AgreedWindow first;
    private final Map<UtilityService, AgreedWindow> lasts = new EnumMap<>(UtilityService.class);

    Met(AgreedWindow first) {
      this.first = first;
    }

    void meet(AgreedWindow window) {
      lasts.merge(window.service(), window, (one, other) -> other.to().isAfter(one.to()) ? other : one);
    }

    Bounds bounds() {
      var ends = Collections.min(lasts.values(), Comparator.comparing(AgreedWindow::to));
      return new Bounds(said(first), new UtilityWindow(ends.from(), ends.to(), label(ends)));
    }
  }

  public Agreed of(List<Project> projects) {
    var holders = new HashMap<UUID, Set<UUID>>();
    for (var project : projects) {
      project.estates().forEach(share ->
          holders.computeIfAbsent(share.estateId(), id -> new LinkedHashSet<>()).add(project.id()));
    }
    var agreed = utilities.agreed(holders.keySet());
    if (agreed.isEmpty()) {
      return new Agreed(Map.of());
    }
    var codes = utilities.activityCodes();
    var met = new HashMap<UUID, Map<String, Met>>();
    for (var window : agreed) {
      for (var project : holders.getOrDefault(window.estateId(), Set.of())) {
        for (var code : codes.getOrDefault(new Utilities.Matter(window.kind(), window.service()), List.of())) {
          met.computeIfAbsent(project, id -> new HashMap<>()).computeIfAbsent(code, each -> new Met(window)).meet(window);
        }
      }
    }
    return new Agreed(met.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, project ->
        project.getValue().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().bounds())))));
  }

  private static UtilityWindow said(AgreedWindow window) {
    var days = DAY.format(window.from()) + (window.from().equals(window.to()) ? "" : "～" + DAY.format(window.to()));
    var en = days.replace('～', '–');
    var label = label(window);
    return new UtilityWindow(window.from(), window.to(), Words.of(label.zh() + " " + days, label.en() + " " + en));
  }

  private static Words label(AgreedWindow window) {
    return window.kind() == RequestKind.OUTAGE
        ? Words.of(switch (window.service()) {
          case WATER -> "停水窗口";
          case POWER -> "停电窗口";
          case GAS -> "停气窗口";
          case TELECOM -> "停网窗口";
        }, window.service().words().en() + " outage")
        : Words.of(window.service().words().zh() + switch (window.kind()) {
          case EXCAVATION -> "开挖许可";
          case CONNECTION -> "接驳窗口";
          default -> "迁改窗口";
        }, window.service().words().en() + " window");
  }
}
