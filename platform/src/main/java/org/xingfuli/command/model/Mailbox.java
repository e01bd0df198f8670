package org.xingfuli.command.model;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.xingfuli.command.model.News.Anything;
import org.xingfuli.command.model.News.Ended;

/**
 * What one watcher has not been told yet. Whoever puts something in never waits: newer news takes the place of older with
 * the same subject, and when there are too many subjects all of them become one {@link Anything}.
 */
public final class Mailbox {

  private final int most;
  private final SequencedMap<Object, News> waiting = new LinkedHashMap<>();
  private boolean ended;

  /** @param most subjects held at the same time */
  public Mailbox(int most) {
    this.most = most;
  }

  /** After the news that the stream ended nothing is taken in. */
  public synchronized void put(News news) {
    if (ended) {
      return;
    }
    if (news instanceof Ended) {
      ended = true;
      waiting.clear();
    } else if (news instanceof Anything || waiting.size() >= most && !waiting.containsKey(news.subject())) {
      waiting.clear();
      waiting.put(Anything.class, new Anything());
      notifyAll();
      return;
    }
    waiting.put(news.subject(), news);
    notifyAll();
  }

  /** The oldest news; waits until there is one. */
  public synchronized News take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    return waiting.pollFirstEntry().getValue();
  }

  public synchronized int size() {
    return waiting.size();
  }
}
