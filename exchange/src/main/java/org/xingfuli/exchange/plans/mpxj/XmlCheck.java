package org.xingfuli.exchange.plans.mpxj;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the checks of all XML formats share: values that are none, and references looked up once the file is read. */
abstract class XmlCheck extends XmlGuard {

  /** No two parts of it take the same digits: a number of a million digits is refused as fast as it is read. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,10}");

  private final List<Reference> references = new ArrayList<>();

  private record Reference(int line, String place, String what, String value) {}

  XmlCheck(Findings findings) {
    super(findings);
  }

  /** Whether the file holds what the element of this name refers to by this value. */
  abstract boolean known(String what, String value);

  void refer(int line, String place, String what, String value) {
    references.add(new Reference(line, place, what, value));
  }

  void whole(String what, String value, String place, boolean required) {
    if (value.isEmpty() ? required : !WHOLE.matcher(value).matches()) {
      unreadable(place, what, value);
    }
  }

  /** A number that may be negative; false and a fault when it is none. */
  boolean number(String what, String value, String place) {
    if (!NUMBER.matcher(value).matches()) {
      unreadable(place, what, value);
      return false;
    }
    return true;
  }

  void notNegative(String what, String value, String place) {
    if (number(what, value, place) && below(value)) {
      unreadable(place, what, value);
    }
  }

  /** Whether a number or a duration is less than nothing; minus nought is not. */
  static boolean below(String value) {
    return value.startsWith("-") && value.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  void date(String field, @Nullable String value, String place) {
    if (value != null && !value.isEmpty() && !value.equals("NA") && parsed(value) == null) {
      unreadable(place, field, value);
    }
  }

  void order(String place, @Nullable String from, @Nullable String until) {
    var start = parsed(from);
    var finish = parsed(until);
    if (start != null && finish != null && finish.isBefore(start)) {
      findings.fault("plan-file.finish-before-start",
          Map.of("line", line(), "place", place, "start", start.toString(), "finish", finish.toString()));
    }
  }

  void unreadable(String place, String what, String value) {
    findings.fault("plan-file.unreadable-value", Map.of("line", line(), "place", place, "what", what, "value",
        value.length() > 60 ? value.substring(0, 60) + "…" : value));
  }

  private static @Nullable LocalDateTime parsed(@Nullable String value) {
    if (value == null || value.length() < 10) {
      return null;
    }
    try {
      var plain = value.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "");
      var parsed = LocalDateTime.parse(plain.length() == 10 ? plain + "T00:00:00" : plain.replace(' ', 'T'));
      return parsed.getYear() < 1900 || parsed.getYear() > 2300 ? null : parsed;
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  @Override
  void done() {
    for (var reference : references) {
      if (!known(reference.what(), reference.value())) {
        findings.fault("plan-file.unknown-reference", Map.of("line", reference.line(), "place", reference.place(),
            "what", reference.what(), "value", reference.value()));
      }
    }
  }
}
