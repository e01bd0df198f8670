package org.xingfuli.programme.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.UuidV7;

/**
 * One thing a draft changes, as it is kept and sent: the kind says which of the other fields count.
 *
 * @param crew code of the crew
 * @param pool whose crews: the street, estate or project that shares them; absent for every pool of the crew
 * @param toCrew where moved crews work: their crew, and its pool in {@code toPool}
 * @param number crews more, negative for fewer; of a move always more than none
 * @param from first day; of a permit or start the day; of a node its new date
 * @param until last day
 * @param activity the activity, and the one it goes before in {@code before}
 * @param days the activity's duration, in days of its own calendar
 * @param node code of the node
 * @param order streets in the order in which the shared crews serve them
 * @param dates starts of levelled activities
 * @param extra work that is added: behind {@code activity}, and waited for by {@code before} where that is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftEdit(
    Kind kind,
    @Nullable String crew,
    @Nullable String pool,
    @Nullable String toCrew,
    @Nullable String toPool,
    @Nullable Integer number,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable UUID activity,
    @Nullable UUID before,
    @Nullable Integer days,
    @Nullable String node,
    @Nullable List<String> order,
    @Nullable Map<UUID, LocalDate> dates,
    @Nullable Work extra) {

  /** What an edit does. */
  public enum Kind {
    /** Crews more or fewer for some days. */
    CREWS,
    /** Crews of one pool work in another for some days. */
    MOVE,
    /** The permit, or whatever else allows an activity, comes on a day. */
    PERMIT,
    /** An activity is asked to start on a day, no earlier. */
    START,
    /** An activity takes so many days. */
    DURATION,
    /** An activity falls away. */
    DROP,
    /** A project gets work that its template does not know. */
    ADD,
    /** Streets in the order of the shared crews. */
    ORDER,
    /** Rain on some days. */
    RAIN,
    /** A node's date. */
    NODE,
    /** One activity goes before another. */
    FIRST,
    /** Starts as levelling found them. */
    LEVEL;

    /** Whether the network itself is another with it, and not the order or the dates alone. */
    boolean altersNetwork() {
      return this == CREWS || this == MOVE || this == PERMIT || this == DURATION || this == DROP || this == RAIN;
    }

    /** Whether it asks for something besides the order and the dates it leads to. */
    boolean lasts() {
      return altersNetwork() || this == NODE || this == ADD;
    }
  }

  /**
   * Work that is added to a project.
   *
   * @param id of the activity it becomes; given by the platform
   * @param days calendar days it takes
   * @param crew code of the crew it needs; absent for work that takes none of the year's
   * @param number how many of the crew, 1 when absent
   * @param outdoor whether rain stops it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Work(
      @Nullable UUID id, String name, int days, @Nullable String crew, @Nullable Integer number, boolean outdoor) {

    int crews() {
      return number == null ? 1 : number;
    }
  }

  /** A district has some thousand activities; a draft that levels all of them is still one edit. */
  private static final int MOST_DATES = 200_000;

  private static final int MOST_CREWS = 500;
  private static final int MOST_DAYS = 1000;
  private static final int LONGEST_NAME = 60;

  public static DraftEdit crews(String crew, @Nullable String pool, int number, LocalDate from, LocalDate until) {
    return new DraftEdit(Kind.CREWS, crew, pool, null, null, number, from, until, null, null, null, null, null, null, null);
  }

  public static DraftEdit rain(LocalDate from, LocalDate until) {
    return new DraftEdit(Kind.RAIN, null, null, null, null, null, from, until, null, null, null, null, null, null, null);
  }

  public static DraftEdit first(UUID activity, UUID before) {
    return new DraftEdit(Kind.FIRST, null, null, null, null, null, null, null, activity, before, null, null, null, null, null);
  }

  public static DraftEdit level(Map<UUID, LocalDate> dates) {
    return new DraftEdit(Kind.LEVEL, null, null, null, null, null, null, null, null, null, null, null, null,
        new TreeMap<>(dates), null);
  }

  /** An edit about one activity: PERMIT, START, DURATION or DROP. */
  public static DraftEdit of(Kind kind, UUID activity, @Nullable LocalDate from, @Nullable Integer days) {
    return new DraftEdit(kind, null, null, null, null, null, from, null, activity, null, days, null, null, null, null);
  }

  /** Work added behind an activity, which the other one then waits for, if there is one. */
  public static DraftEdit add(UUID after, @Nullable UUID before, Work work) {
    return new DraftEdit(Kind.ADD, null, null, null, null, null, null, null, after, before, null, null, null, null, work);
  }

  /**
   * The same, and what is added has an id that the platform gave: one of those the draft holds already, or else a fresh one.
   *
   * @param given what the draft adds so far
   */
  public DraftEdit identified(List<DraftEdit> given) {
    if (kind != Kind.ADD || activity == null || extra == null) {
      return this;
    }
    var known = given.stream().anyMatch(this::sameExtra);
    return add(activity, before, new Work(known ? extra.id() : UuidV7.create(), extra.name().strip(), extra.days(), extra.crew(),
        extra.number(), extra.outdoor()));
  }

  /** Whether both are about the same work that is added. */
  public boolean sameExtra(DraftEdit other) {
    return extra != null && extra.id() != null && other.extra() != null && extra.id().equals(other.extra().id());
  }

  /** Everything that is missing or cannot be, each with its place. */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    needed(faults, "/kind", kind);
    switch (kind) {
      // A body may lack it.
      case null -> { }
      case CREWS -> {
        needed(faults, "/crew", crew);
        needed(faults, "/number", number);
        period(faults);
        if (number != null && (number == 0 || Math.abs(number) > MOST_CREWS)) {
          faults.add(Refusal.of("programme.draft-number-out-of-range",
              Map.of("number", number, "most", MOST_CREWS, "pointer", "/number")));
        }
      }
      case MOVE -> {
        needed(faults, "/crew", crew);
        needed(faults, "/toCrew", toCrew);
        needed(faults, "/number", number);
        period(faults);
        if (number != null && (number < 1 || number > MOST_CREWS)) {
          faults.add(Refusal.of("programme.draft-number-out-of-range",
              Map.of("number", number, "most", MOST_CREWS, "pointer", "/number")));
        }
      }
      case PERMIT, START -> {
        needed(faults, "/activity", activity);
        needed(faults, "/from", from);
      }
      case DURATION -> {
        needed(faults, "/activity", activity);
        needed(faults, "/days", days);
        if (days != null && (days < 1 || days > MOST_DAYS)) {
          faults.add(Refusal.of("programme.duration-out-of-range", Map.of("duration", days, "pointer", "/days")));
        }
      }
      case DROP -> needed(faults, "/activity", activity);
      case ADD -> {
        needed(faults, "/activity", activity);
        needed(faults, "/extra", extra);
        if (extra != null) {
          faults(faults, extra);
        }
      }
      case ORDER -> needed(faults, "/order", order);
      case RAIN -> period(faults);
      case NODE -> {
        needed(faults, "/node", node);
        needed(faults, "/from", from);
      }
      case FIRST -> {
        needed(faults, "/activity", activity);
        needed(faults, "/before", before);
      }
      case LEVEL -> {
        needed(faults, "/dates", dates);
        if (dates != null && dates.size() > MOST_DATES) {
          faults.add(Refusal.of("programme.draft-number-out-of-range",
              Map.of("number", dates.size(), "most", MOST_DATES, "pointer", "/dates")));
        }
      }
    }
    return faults;
  }

  private static void faults(List<Refusal> faults, Work work) {
    needed(faults, "/extra/name", work.name());
    if (work.name() != null && work.name().strip().length() > LONGEST_NAME) {
      faults.add(Refusal.of("programme.draft-work-name", Map.of("most", LONGEST_NAME, "pointer", "/extra/name")));
    }
    if (work.days() < 1 || work.days() > MOST_DAYS) {
      faults.add(Refusal.of("programme.duration-out-of-range", Map.of("duration", work.days(), "pointer", "/extra/days")));
    }
    if (work.crews() < 1 || work.crews() > MOST_CREWS) {
      faults.add(Refusal.of("programme.draft-number-out-of-range",
          Map.of("number", work.crews(), "most", MOST_CREWS, "pointer", "/extra/number")));
    }
  }

  private void period(List<Refusal> faults) {
    needed(faults, "/from", from);
    needed(faults, "/until", until);
    if (from != null && until != null && until.isBefore(from)) {
      faults.add(Refusal.of("programme.draft-period-reversed", Map.of("from", from, "until", until, "pointer", "/until")));
    }
  }

  private static void needed(List<Refusal> faults, String pointer, @Nullable Object value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      faults.add(Refusal.of("validation.missing", Map.of("pointer", pointer)));
    }
  }

  /** Whether an activity that has begun would have to change. */
  @JsonIgnore
  public boolean needsOpenActivity() {
    return kind == Kind.PERMIT || kind == Kind.START || kind == Kind.DURATION || kind == Kind.DROP;
  }
}
