package org.xingfuli.engine.scheduling;

/**
 * A relation between two tasks: {@code to}'s start or finish is at least {@code from}'s start or finish plus the lag.
 *
 * @param from index of the predecessor
 * @param to index of the successor
 * @param kind which ends are tied
 * @param lag elapsed (not working) periods; may be negative
 */
public record Link(int from, int to, Kind kind, int lag) {

  /** Which end of the predecessor binds which end of the successor. */
  public enum Kind {
    /** Finish to start: with lag 0 the successor may start in the period after the predecessor's last one. */
    FS,
    /** Start to start. */
    SS,
    /** Finish to finish: the successor starts later if need be, it is never stretched. */
    FF,
    /** Start to finish: likewise. */
    SF;

    static final Kind[] ALL = values();
  }

  public static Link finishToStart(int from, int to) {
    return new Link(from, to, Kind.FS, 0);
  }
}
