package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.UUID;

/** What a watcher of the battle chart is told: that something changed, never what; who hears it reads again. */
public sealed interface News {

  /** What newer news takes the place of: two with the same subject say no more than the later. */
  Object subject();

  /**
   * A programme's chart shows another version.
   *
   * @param seen every report committed before this moment is in it (milliseconds since 1970); 0 when there is no forecast
   */
  record Changed(UUID programme, long version, long seen) implements News {
    @Override
    public Object subject() {
      return programme;
    }
  }

  /** Progress of a programme was reported; the chart follows. */
  record Reported(UUID programme) implements News {
    @Override
    public Object subject() {
      return "reported " + programme;
    }
  }

  /** The probabilities of a programme's nodes were simulated again; its chart shows them beside the states. */
  record Simulated(UUID programme) implements News {
    @Override
    public Object subject() {
      return "simulated " + programme;
    }
  }

  /** Another business day has begun, or a demo's clock goes otherwise; every date is to be read again. */
  record Day(LocalDate today) implements News {
    @Override
    public Object subject() {
      return Day.class;
    }
  }

  /** Anything may have changed: news was missed, or there was too much of it. */
  record Anything() implements News {
    @Override
    public Object subject() {
      return Anything.class;
    }
  }

  /** The stream still stands. */
  record Heartbeat() implements News {
    @Override
    public Object subject() {
      return Heartbeat.class;
    }
  }

  /** The stream ends, and why; nothing follows. */
  record Ended(Reason reason) implements News {
    @Override
    public Object subject() {
      return Ended.class;
    }
  }

  /** Why a stream ends. */
  enum Reason {
    /** The person may no longer look. */
    NO_RIGHT,
    /** The session it was opened with is over. */
    SIGNED_OUT,
    /** The person has opened more of them since. */
    TOO_MANY,
    /** The platform stops; another node, or this one in a moment, takes over. */
    STOPPING
  }
}
