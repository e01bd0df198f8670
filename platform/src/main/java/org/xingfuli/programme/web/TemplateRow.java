package org.xingfuli.programme.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.AddActivity;
import org.xingfuli.programme.flow.EditProgramme;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.Earliest;
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.TemplateActivity;

/** One activity of the template, as it may be read and edited. */
record TemplateRow(
    String code,
    Words name,
    String phase,
    int duration,
    String driver,
    @Nullable BigDecimal referenceQuantity,
    String unit,
    BigDecimal scalingShare,
    List<CrewNeed> crews,
    String predecessors,
    @Nullable String earliest,
    boolean outdoor,
    BigDecimal rainSensitivity,
    boolean concealed,
    TemplateActivity.CalendarKind calendar,
    boolean assumption,
    String source,
    int version) {

  static TemplateRow of(TemplateActivity a) {
    var earliest = a.earliest();
    return new TemplateRow(a.code(), a.name(), a.phase(), a.duration(), a.driver().code(), a.referenceQuantity(),
        a.unit(), a.scalingShare(), a.crews(), Relation.notation(a.predecessors()),
        earliest == null ? null : earliest.notation(), a.outdoor(), a.rainSensitivity(), a.concealed(), a.calendar(),
        a.assumption(), a.source(), a.version());
  }

  /**
   * An edit; what is absent stays. Saying {@code assumption: false} confirms the row.
   *
   * @param earliest as rows are read; blank for no such day
   */
  record Edit(
      @Nullable Integer version,
      @Nullable Words name,
      @Nullable Integer duration,
      @Nullable String driver,
      @Nullable BigDecimal referenceQuantity,
      @Nullable @Size(max = 10) String unit,
      @Nullable BigDecimal scalingShare,
      @Nullable List<CrewNeed> crews,
      @Nullable String predecessors,
      @Nullable String earliest,
      @Nullable Boolean outdoor,
      @Nullable BigDecimal rainSensitivity,
      @Nullable Boolean concealed,
      TemplateActivity.@Nullable CalendarKind calendar,
      @Nullable Boolean assumption,
      @Nullable @Size(max = 200) String source) {

    EditProgramme.Change change() {
      var unreadable = new ArrayList<Refusal>();
      var scaledBy = driver == null ? null : driverOf(driver, unreadable);
      var day = earliest == null ? null : earliestOf(earliest, unreadable);
      var before = predecessors == null ? null : relations(predecessors, unreadable);
      return new EditProgramme.Change(a -> of(a, scaledBy == null ? a.driver() : scaledBy,
          earliest == null ? a.earliest() : day, before == null ? a.predecessors() : before), unreadable);
    }

    private TemplateActivity of(
        TemplateActivity a, Driver scaledBy, @Nullable Earliest day, List<Relation> before) {
      var quantity = referenceQuantity == null ? a.referenceQuantity() : referenceQuantity;
      return new TemplateActivity(a.code(), name == null ? a.name() : stripped(name), a.phase(),
          duration == null ? a.duration() : duration, scaledBy, scaledBy == Driver.FIXED ? null : quantity,
          unit == null ? a.unit() : unit.strip(), scalingShare == null ? a.scalingShare() : scalingShare,
          crews == null ? a.crews() : crews, before, day, outdoor == null ? a.outdoor() : outdoor,
          rainSensitivity == null ? a.rainSensitivity() : rainSensitivity,
          concealed == null ? a.concealed() : concealed, calendar == null ? a.calendar() : calendar,
          assumption == null ? a.assumption() : assumption, source == null ? a.source() : source.strip(), a.version());
    }
  }

  /**
   * A row to add, written as rows are read, so that a removed one can be put back.
   *
   * @param successors who waits for it, in the notation of predecessors
   * @param after code of the row it stands behind: the first one when empty, the last when absent
   */
  record Addition(
      @NotNull @Size(max = 3) String code,
      @NotNull Words name,
      @NotNull String phase,
      @NotNull Integer duration,
      @NotNull String driver,
      @Nullable BigDecimal referenceQuantity,
      @Nullable @Size(max = 10) String unit,
      @Nullable BigDecimal scalingShare,
      @Nullable List<CrewNeed> crews,
      @Nullable String predecessors,
      @Nullable String successors,
      @Nullable String after,
      @Nullable String earliest,
      @Nullable Boolean outdoor,
      @Nullable BigDecimal rainSensitivity,
      @Nullable Boolean concealed,
      TemplateActivity.@NotNull CalendarKind calendar,
      @Nullable Boolean assumption,
      @Nullable @Size(max = 200) String source) {

    AddActivity.Wanted wanted() {
      var unreadable = new ArrayList<Refusal>();
      var scaledBy = driverOf(driver, unreadable);
      var day = earliest == null ? null : earliestOf(earliest, unreadable);
      var before = relations(predecessors, unreadable);
      var behind = relations(successors, unreadable);
      return new AddActivity.Wanted(
          new TemplateActivity(code.strip(), stripped(name), phase, duration, scaledBy,
              scaledBy == Driver.FIXED ? null : referenceQuantity, unit == null ? "" : unit.strip(),
              scalingShare == null ? BigDecimal.ZERO : scalingShare, crews == null ? List.of() : crews, before, day,
              outdoor != null && outdoor, rainSensitivity == null ? BigDecimal.ZERO : rainSensitivity,
              concealed != null && concealed, calendar, assumption == null || assumption,
              source == null ? "" : source.strip(), 1),
          after, behind, unreadable);
    }
  }

  private static Words stripped(Words name) {
    return Words.of(name.zh().strip(), name.en().strip());
  }

  private static Driver driverOf(String driver, List<Refusal> unreadable) {
    return read(() -> Driver.of(driver), Driver.FIXED, unreadable,
        Refusal.of("programme.driver-unknown", Map.of("driver", driver, "pointer", "/driver")));
  }

  private static @Nullable Earliest earliestOf(String earliest, List<Refusal> unreadable) {
    return read(() -> Earliest.parse(earliest), null, unreadable,
        Refusal.of("programme.earliest-unreadable", Map.of("earliest", earliest, "pointer", "/earliest")));
  }

  private static List<Relation> relations(@Nullable String notation, List<Refusal> unreadable) {
    try {
      return notation == null ? List.of() : Relation.parse(notation);
    } catch (Refused refused) {
      unreadable.addAll(refused.refusals());
      return List.of();
    }
  }

  private static <T extends @Nullable Object> T read(
      Supplier<T> reading, T otherwise, List<Refusal> unreadable, Refusal refusal) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException no) {
      unreadable.add(refusal);
      return otherwise;
    }
  }
}
