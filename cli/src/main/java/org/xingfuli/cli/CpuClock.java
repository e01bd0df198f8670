package org.xingfuli.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * CPU time of the whole process: reading, compiling and collecting included. A budget of it is the same for a planner and its
 * peer whatever else the machine does, which seconds on the wall are not.
 */
public final class CpuClock {

  /** A look costs as much as some moves of a search. */
  private static final long LOOK_EVERY_NANOS = 5_000_000;

  private CpuClock() {}

  /** CPU seconds of the process since its start. */
  public static double seconds() {
    return nanos() / 1e9;
  }

  /** Share of so many CPU seconds used from now on; may be asked from several threads. */
  public static DoubleSupplier of(double seconds) {
    long began = nanos();
    AtomicLong looked = new AtomicLong(System.nanoTime());
    AtomicLong used = new AtomicLong();
    return () -> {
      long now = System.nanoTime();
      long before = looked.get();
      if (now - before > LOOK_EVERY_NANOS && looked.compareAndSet(before, now)) {
        used.set(nanos() - began);
      }
      return used.get() / 1e9 / seconds;
    };
  }

  private static long nanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
