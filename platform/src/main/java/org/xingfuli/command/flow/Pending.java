package org.xingfuli.command.flow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one watcher has not been told yet. Newer news of a kind and programme takes the place of older, so that a slow
 * watcher costs a few entries and then hears the latest; should there ever be more, the oldest are forgotten.
 */
final class Pending {

  static final int MOST = 64;

  private record Key(News.Kind kind, UUID programme) {}

  private final LinkedHashMap<Key, News> waiting = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  void add(News news) {
    lock.lock();
    try {
      waiting.merge(new Key(news.kind(), news.programme()), news,
          (old, young) -> young.version() < old.version() ? old : young);
      if (waiting.size() > MOST) {
        waiting.pollFirstEntry();
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The oldest news, waited for; null when none came in the time. */
  @Nullable News take(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = longest.toNanos();
      while (waiting.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = arrived.awaitNanos(left);
      }
      return waiting.pollFirstEntry().getValue();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
