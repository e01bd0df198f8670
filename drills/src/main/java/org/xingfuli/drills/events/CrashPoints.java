package org.xingfuli.drills.events;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the deaths were worth. A death is one end of a process; an act is caught by it when it was committed and its publication
 * was in the hands of that process and not complete. One death may catch several acts, and one act may be caught by several
 * deaths, each time it is delivered anew.
 */
public final class CrashPoints {

  /** What one death left in the hands of its process. */
  public record Caught(int withoutEffect, int withEffect) {

    public static final Caught NOTHING = new Caught(0, 0);
  }

  private final Map<Place, Integer> deaths = new EnumMap<>(Place.class);
  private int caughtSomething;
  private int withoutEffect;
  private int withEffect;

  public void died(Place place, Caught caught) {
    deaths.merge(place, 1, Integer::sum);
    withoutEffect += caught.withoutEffect();
    withEffect += caught.withEffect();
    if (caught.withoutEffect() + caught.withEffect() > 0) {
      caughtSomething++;
    }
  }

  public int deaths() {
    return deaths.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Deaths that caught at least one act between its commit and the completion of its publication. */
  public int deathsThatCaught() {
    return caughtSomething;
  }

  /** Acts caught between their commit and the commit of their effect. */
  public int withoutEffect() {
    return withoutEffect;
  }

  /** Acts caught between the commit of their effect and the completion of their publication. */
  public int withEffect() {
    return withEffect;
  }

  /** How many died where, in the order of the way. */
  public Map<String, Integer> byPlace() {
    var named = new LinkedHashMap<String, Integer>();
    deaths.forEach((place, number) -> named.put(place.name(), number));
    return named;
  }
}
