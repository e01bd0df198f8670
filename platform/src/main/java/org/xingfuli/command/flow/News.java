package org.xingfuli.command.flow;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What watchers are told: that something changed, never what it is now. They ask again with their own eyes, so news is the
 * same for everybody and may be lost, doubled or merged without harm.
 *
 * @param version of the forecast the chart shows now; 0 when it is not known
 */
public record News(Kind kind, UUID programme, long version) {

  /** The chart of a programme shows another forecast; or progress was reported and the chart will follow. */
  public enum Kind {
    CHART, PROGRESS;

    /** The name of the event on the wire. */
    public String event() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As it travels between the nodes of the platform. */
  public String text() {
    return kind + " " + programme + " " + version;
  }

  /** Reads what another node sent; null when it is not understood, perhaps of a newer version. */
  public static @Nullable News read(String text) {
    var parts = text.split(" ", -1);
    try {
      return parts.length == 3
          ? new News(Kind.valueOf(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]))
          : null;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
