package org.xingfuli.programme.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Driver;
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

  /** An edit; what is absent stays. Saying {@code assumption: false} confirms the row. */
  record Edit(
      @Nullable Integer version,
      @Nullable Integer duration,
      @Nullable BigDecimal referenceQuantity,
      @Nullable BigDecimal scalingShare,
      @Nullable List<CrewNeed> crews,
      @Nullable String predecessors,
      @Nullable BigDecimal rainSensitivity,
      @Nullable Boolean assumption,
      @Nullable String source) {

    TemplateActivity of(TemplateActivity a) {
      return new TemplateActivity(a.code(), a.name(), a.phase(), duration == null ? a.duration() : duration,
          a.driver(), a.driver() == Driver.FIXED || referenceQuantity == null ? a.referenceQuantity() : referenceQuantity,
          a.unit(), scalingShare == null ? a.scalingShare() : scalingShare, crews == null ? a.crews() : crews,
          predecessors == null ? a.predecessors() : Relation.parse(predecessors), a.earliest(), a.outdoor(),
          rainSensitivity == null ? a.rainSensitivity() : rainSensitivity, a.concealed(), a.calendar(),
          assumption == null ? a.assumption() : assumption, source == null ? a.source() : source, a.version());
    }
  }
}
