package org.xingfuli.cli;

import java.util.Collection;
import java.util.Locale;

/** One flat JSON object on one line; starting a JSON library would take longer than most schedules. */
public final class JsonLine {

  private final StringBuilder text = new StringBuilder("{");

  public JsonLine put(String key, long value) {
    return raw(key, Long.toString(value));
  }

  JsonLine put(String key, boolean value) {
    return raw(key, Boolean.toString(value));
  }

  /** Rounded to milliseconds. */
  public JsonLine put(String key, double value) {
    return raw(key, String.format(Locale.ROOT, "%.3f", value));
  }

  public JsonLine put(String key, String value) {
    return raw(key, quoted(value));
  }

  /** The value is JSON already. */
  JsonLine json(String key, String value) {
    return raw(key, value);
  }

  private JsonLine raw(String key, String json) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(quoted(key)).append(':').append(json);
    return this;
  }

  String end() {
    return text.append('}').toString();
  }

  /** A JSON array of texts. */
  static String texts(Collection<String> values) {
    return "[" + String.join(",", values.stream().map(JsonLine::quoted).toList()) + "]";
  }

  /** A constant as JSON and options spell it: {@code EQUAL_SHARES_ADD1} is {@code equal-shares-add1}. */
  static String slug(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
