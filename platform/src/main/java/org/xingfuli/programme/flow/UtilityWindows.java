package org.xingfuli.programme.flow;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Project.Share;
import org.xingfuli.programme.model.UtilityWindow;
import org.xingfuli.utilities.AgreedWindow;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;

/**
 * What the utilities have agreed to for the estates of projects, by the activities that wait for it. Of several windows for
 * one activity the first counts: work begins with it.
 */
@Component
public class UtilityWindows {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private final Utilities utilities;

  UtilityWindows(Utilities utilities) {
    this.utilities = utilities;
  }

  /** By project, then by the code of the activity. */
  Map<UUID, Map<String, UtilityWindow>> of(List<Project> projects) {
    var byEstate = new HashMap<UUID, Map<String, UtilityWindow>>();
    var estates = projects.stream().flatMap(project -> project.estates().stream()).map(Share::estateId).distinct().toList();
    var agreed = utilities.agreed(estates);
    if (agreed.isEmpty()) {
      return Map.of();
    }
    var codes = utilities.activityCodes();
    for (var window : agreed) {
      for (var code : codes.getOrDefault(new Utilities.Matter(window.kind(), window.service()), List.of())) {
        byEstate.computeIfAbsent(window.estateId(), id -> new HashMap<>()).putIfAbsent(code, said(window));
      }
    }
    var byProject = new HashMap<UUID, Map<String, UtilityWindow>>();
    for (var project : projects) {
      for (var share : project.estates()) {
        byEstate.getOrDefault(share.estateId(), Map.of()).forEach((code, window) ->
            byProject.computeIfAbsent(project.id(), id -> new HashMap<>()).merge(code, window, (one, other) ->
                other.from().isBefore(one.from()) ? other : one));
      }
    }
    return byProject;
  }

  /**
   * What has to be done by when, as it is agreed today, by project and by the code of the activity. Of several windows of one
   * service the last counts, since work goes on with it; of several services the one whose last window closes first. The words
   * name the window without its days.
   */
  public Map<UUID, Map<String, UtilityWindow>> ends(List<Project> projects) {
    var estates = projects.stream().flatMap(project -> project.estates().stream()).map(Share::estateId).distinct().toList();
    var agreed = utilities.agreed(estates);
    if (agreed.isEmpty()) {
      return Map.of();
    }
    var codes = utilities.activityCodes();
    var byProject = new HashMap<UUID, Map<String, UtilityWindow>>();
    for (var project : projects) {
      var own = project.estates().stream().map(Share::estateId).collect(Collectors.toSet());
      var lasts = new HashMap<String, Map<UtilityService, AgreedWindow>>();
      for (var window : agreed) {
        if (own.contains(window.estateId())) {
          for (var code : codes.getOrDefault(new Utilities.Matter(window.kind(), window.service()), List.of())) {
            lasts.computeIfAbsent(code, each -> new EnumMap<>(UtilityService.class)).merge(window.service(), window,
                (one, other) -> other.to().isAfter(one.to()) ? other : one);
          }
        }
      }
      lasts.forEach((code, windows) -> windows.values().stream().min(Comparator.comparing(AgreedWindow::to)).ifPresent(
          window -> byProject.computeIfAbsent(project.id(), id -> new HashMap<>())
              .put(code, new UtilityWindow(window.from(), window.to(), label(window)))));
    }
    return byProject;
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
