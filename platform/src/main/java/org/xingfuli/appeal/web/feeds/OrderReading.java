package org.xingfuli.appeal.web.feeds;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;

/**
 * Reads the fields of one order as other people write them: words in Chinese or codes, times with a zone or in the district's. All that
 * cannot be read is noted, so that one answer tells everything.
 */
final class OrderReading {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("[yyyy-MM-dd HH:mm:ss][yyyy-MM-dd HH:mm][yyyy/MM/dd HH:mm:ss][yyyy/MM/dd HH:mm]");
  private static final List<String> NONE = List.of("无", "不详", "匿名", "未留", "-", "/", "0");

  private final List<Refusal> faults = new ArrayList<>();

  List<Refusal> faults() {
    return List.copyOf(faults);
  }

  /** A text, or nothing where there is none worth keeping. */
  static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  /** A name or a number, or nothing where the sender writes that there is none. */
  static @Nullable String known(@Nullable String given) {
    var text = text(given);
    return text == null || NONE.contains(text) ? null : text;
  }

  AppealKind kind(String pointer, @Nullable String given) {
    var found = one(pointer, given, AppealKind.values(), AppealKind::words);
    return found == null ? AppealKind.HELP : found;
  }

  @Nullable Urgency urgency(String pointer, @Nullable String given) {
    return one(pointer, given, Urgency.values(), Urgency::words);
  }

  Complainant.Kind who(String pointer, @Nullable String given, boolean anybody) {
    var found = one(pointer, given, Complainant.Kind.values(), Complainant.Kind::words);
    return found != null ? found : anybody ? Complainant.Kind.RESIDENT : Complainant.Kind.ANONYMOUS;
  }

  private <E extends Enum<E>> @Nullable E one(String pointer, @Nullable String given, E[] values, Function<E, Words> words) {
    var text = text(given);
    if (text == null) {
      return null;
    }
    var found = Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(text) || words.apply(value).zh().equals(text))
        .findFirst().orElse(null);
    if (found == null) {
      faults.add(Refusal.of("appeal.order-word", Map.of("pointer", pointer, "value", shortened(text),
          "known", String.join("、", Arrays.stream(values).map(value -> words.apply(value).zh()).toList()))));
    }
    return found;
  }

  /** A moment with its zone, or in the district's time. */
  @Nullable Instant moment(String pointer, @Nullable String given) {
    var text = text(given);
    if (text == null) {
      return null;
    }
    try {
      return text.contains("T") && (text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:?[0-9]{2}$"))
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text.replace('T', ' '), LOCAL).atZone(BusinessClock.ZONE).toInstant();
    } catch (DateTimeException unreadable) {
      faults.add(Refusal.of("appeal.order-time", Map.of("pointer", pointer, "value", shortened(text))));
      return null;
    }
  }

  /** A whole number from 1; 1 where none is given. */
  int revision(String pointer, @Nullable String given) {
    var text = text(given);
    if (text == null) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      faults.add(Refusal.of("appeal.order-revision", Map.of("pointer", pointer, "revision", shortened(text))));
      return 1;
    }
    return Integer.parseInt(text);
  }

  /** Whether it is to be kept secret. */
  boolean yes(String pointer, @Nullable String given) {
    var text = Objects.requireNonNullElse(text(given), "否");
    if (!List.of("是", "否", "true", "false").contains(text)) {
      faults.add(Refusal.of("appeal.order-word", Map.of("pointer", pointer, "value", shortened(text), "known", "是、否")));
    }
    return text.equals("是") || text.equals("true");
  }

  /** A degree of latitude or longitude, or nothing where it lies outside of the earth. */
  @Nullable BigDecimal degree(String pointer, @Nullable BigDecimal given, int most) {
    if (given != null && given.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      faults.add(Refusal.of("appeal.order-degree", Map.of("pointer", pointer, "value", given, "most", most)));
      return null;
    }
    return given;
  }

  static Complainant complainant(Complainant.Kind kind, @Nullable String name, @Nullable String phone, @Nullable String door) {
    if (name == null && phone == null && door == null) {
      return Complainant.ANONYMOUS;
    }
    return new Complainant(kind == Complainant.Kind.ANONYMOUS ? Complainant.Kind.RESIDENT : kind, name, phone, door,
        phone == null ? Complainant.ReplyBy.NONE : Complainant.ReplyBy.PHONE, null);
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
