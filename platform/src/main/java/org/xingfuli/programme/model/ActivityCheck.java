package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xingfuli.kernel.Refusal;

/** Finds every fault of one template row by itself, each with its place in the form; {@link TemplateCheck} looks at the rest. */
public final class ActivityCheck {

  private static final Pattern CODE = Pattern.compile("[A-Z]\\d{2}");
  private static final int LONGEST = 1000;
  private static final Set<String> PHASES =
      Catalogue.activities().stream().map(TemplateActivity::phase).collect(Collectors.toUnmodifiableSet());

  private ActivityCheck() {}

  public static List<Refusal> faults(TemplateActivity activity) {
    var faults = new ArrayList<Refusal>();
    if (!CODE.matcher(activity.code()).matches()) {
      faults.add(at("/code", "programme.activity-code-unreadable", "code", activity.code()));
    }
    if (activity.name().zh().isBlank()) {
      faults.add(at("/name/zh", "programme.name-missing", "activity", activity.code()));
    }
    if (!PHASES.contains(activity.phase())) {
      faults.add(at("/phase", "programme.phase-unknown", "phase", activity.phase()));
    }
    if (activity.duration() < 1 || activity.duration() > LONGEST) {
      faults.add(at("/duration", "programme.duration-out-of-range", "duration", activity.duration()));
    }
    if (!isShare(activity.scalingShare())) {
      faults.add(at("/scalingShare", "programme.share-out-of-range", "share", activity.scalingShare()));
    }
    if (!isShare(activity.rainSensitivity())) {
      faults.add(at("/rainSensitivity", "programme.share-out-of-range", "share", activity.rainSensitivity()));
    }
    var reference = activity.referenceQuantity();
    if (activity.driver() != Driver.FIXED && (reference == null || reference.signum() <= 0)) {
      faults.add(at("/referenceQuantity", "programme.reference-missing", "activity", activity.code()));
    }
    faults.addAll(twice(activity));
    return faults;
  }

  private static List<Refusal> twice(TemplateActivity activity) {
    var faults = new ArrayList<Refusal>();
    var relations = new HashSet<String>();
    for (var relation : activity.predecessors()) {
      if (!relations.add(relation.predecessor() + relation.kind())) {
        faults.add(Refusal.of("programme.predecessor-twice", Map.of("activity", activity.code(),
            "predecessor", relation.predecessor() + relation.kind(), "pointer", "/predecessors")));
      }
    }
    var crews = new HashSet<String>();
    for (int i = 0; i < activity.crews().size(); i++) {
      var crew = activity.crews().get(i).crew();
      if (!crews.add(crew)) {
        faults.add(Refusal.of("programme.crew-twice",
            Map.of("activity", activity.code(), "crew", crew, "pointer", "/crews/" + i + "/crew")));
      }
    }
    return faults;
  }

  private static boolean isShare(BigDecimal share) {
    return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
  }

  private static Refusal at(String pointer, String code, String name, Object value) {
    return Refusal.of(code, Map.of(name, value, "pointer", pointer));
  }
}
