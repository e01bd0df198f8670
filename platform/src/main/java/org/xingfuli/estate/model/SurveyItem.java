package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.identity.Words;

/**
 * What a survey looks at.
 *
 * @param part the heading it stands under, such as {@code ROOF}
 * @param driver the estate's quantity the findings add up to, where there is one
 * @param step what the plus and minus keys add
 * @param most no more than this is believed
 */
public record SurveyItem(
    int edition,
    String code,
    Level level,
    String part,
    WorkClass workClass,
    Words name,
    Words unit,
    @Nullable String driver,
    List<Option> options,
    BigDecimal step,
    BigDecimal most,
    String source,
    boolean unconfirmed) {

  /** In every building, or once on the estate's common ground. */
  public enum Level { BUILDING, ESTATE }

  /** One of the kinds it may be of. */
  public record Option(String code, Words name) {

    /** Of {@code CODE:中文:English}. */
    public static Option parse(String text) {
      var parts = text.split(":", 3);
      return new Option(parts[0], new Words(parts[1], parts[2]));
    }
  }
}
