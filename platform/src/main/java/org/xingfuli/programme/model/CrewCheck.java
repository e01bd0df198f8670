package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xingfuli.kernel.Refusal;

/** Finds every fault of one crew by itself, each with its place in the form. */
public final class CrewCheck {

  private static final Pattern CODE = Pattern.compile("[a-z_]{2,40}");
  private static final int MOST = 10_000;

  private CrewCheck() {}

  public static List<Refusal> faults(Crew crew) {
    var faults = new ArrayList<Refusal>();
    if (!CODE.matcher(crew.code()).matches()) {
      faults.add(Refusal.of("programme.crew-code-unreadable", Map.of("code", crew.code(), "pointer", "/code")));
    }
    if (crew.name().zh().isBlank()) {
      faults.add(Refusal.of("programme.name-missing", Map.of("activity", crew.code(), "pointer", "/name/zh")));
    }
    if (outOfRange(crew.capacity())) {
      faults.add(outOfRange(crew, crew.capacity(), "/capacity"));
    }
    for (int i = 0; i < crew.changes().size(); i++) {
      var capacity = crew.changes().get(i).capacity();
      if (outOfRange(capacity)) {
        faults.add(outOfRange(crew, capacity, "/changes/" + i + "/capacity"));
      }
    }
    return faults;
  }

  private static boolean outOfRange(int capacity) {
    return capacity < 0 || capacity > MOST;
  }

  private static Refusal outOfRange(Crew crew, int capacity, String pointer) {
    return Refusal.of("programme.capacity-out-of-range",
        Map.of("crew", crew.code(), "capacity", capacity, "pointer", pointer));
  }
}
