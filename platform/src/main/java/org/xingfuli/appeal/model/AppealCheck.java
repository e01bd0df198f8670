package org.xingfuli.appeal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/** What a new appeal must hold; everything that is wrong with it is told at once. */
public final class AppealCheck {

  public static final int MOST_WORDS = 4_000;
  static final int MOST_TITLE = 60;
  private static final int MOST_PLACE = 200;
  private static final int MOST_NAME = 60;
  private static final int MOST_ORIGINAL = 60;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private AppealCheck() {}

  /** The faults of an appeal said to have been made until now. */
  public static List<Refusal> faults(NewAppeal appeal, Instant now) {
    var faults = new ArrayList<Refusal>();
    if (appeal.words().isBlank()) {
      faults.add(Refusal.of("appeal.no-words", Map.of("pointer", "/words")));
    }
    tooLong(faults, "/words", appeal.words(), MOST_WORDS);
    tooLong(faults, "/title", appeal.title(), MOST_TITLE);
    tooLong(faults, "/place", appeal.where().place(), MOST_PLACE);
    tooLong(faults, "/originalNumber", appeal.originalNumber(), MOST_ORIGINAL);
    tooLong(faults, "/complainant/name", appeal.complainant().name(), MOST_NAME);
    var phone = appeal.complainant().phone();
    if (phone != null && Phone.plain(phone) == null) {
      faults.add(Refusal.of("appeal.phone", Map.of("pointer", "/complainant/phone")));
    }
    if (appeal.complainant().replyBy() == Complainant.ReplyBy.PHONE && phone == null) {
      faults.add(Refusal.of("appeal.phone-missing", Map.of("pointer", "/complainant/phone")));
    }
    var code = appeal.classCode();
    if (code != null && !Classes.known(code)) {
      faults.add(Refusal.of("appeal.no-such-class", Map.of("pointer", "/classCode", "class", code)));
    }
    var said = appeal.saidAt();
    if (said != null && said.isAfter(now.plus(CLOCKS_DIFFER))) {
      faults.add(Refusal.of("appeal.said-later", Map.of("pointer", "/saidAt", "at", said.toString())));
    }
    return faults;
  }

  private static void tooLong(List<Refusal> faults, String pointer, @Nullable String text, int most) {
    if (text != null && text.codePointCount(0, text.length()) > most) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer, "most", most, "length",
          text.codePointCount(0, text.length()))));
    }
  }

  /** The title given, or the first words of what was said, cut where a reader would pause. */
  public static String title(NewAppeal appeal) {
    var given = appeal.title();
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    var words = appeal.words().strip().replaceAll("\\s+", " ");
    var first = words.split("[。！？!?；;\n]", 2)[0];
    var points = (first.isBlank() ? words : first).codePoints().limit(24).toArray();
    return new String(points, 0, points.length);
  }
}
