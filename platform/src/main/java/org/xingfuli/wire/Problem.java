package org.xingfuli.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as {@code application/problem+json} (RFC 9457), in Chinese and English.
 *
 * @param type {@code urn:xingfuli:problem:<code>}
 * @param code stable code of the catalogue
 * @param detail what is wrong, with the offending values; {@code maybe} says what may help, where something may
 * @param errors every single fault when there are several, or when one has a place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String code, String detail, String detailEn,
    @Nullable String maybe, @Nullable String maybeEn, Map<String, Object> values, List<Fault> errors) {

  /**
   * One fault at one place.
   *
   * @param pointer JSON pointer into the request, empty for the whole of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      String pointer, String code, String message, String messageEn, @Nullable String maybe, @Nullable String maybeEn) {}
}
