package org.xingfuli.command.flow;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.News;
import org.xingfuli.command.store.ChartNews;
import org.xingfuli.database.BulletinHearer;
import org.xingfuli.identity.People;

/** Passes on to this node's watchers what was posted on any, and cuts those whose right or session ended. */
@Component
class HearNews implements BulletinHearer {

  static final String RISK = "command.risk";
  static final String RIGHTS = "command.rights";
  static final String PROGRESS = "command.progress";

  private final ChartStream stream;

  HearNews(ChartStream stream) {
    this.stream = stream;
  }

  @Override
  public Set<String> topics() {
    return Set.of(ChartNews.TOPIC, PROGRESS, RISK, RIGHTS, SESSION_ENDED, DAY_CHANGED, People.DAY_TURNED);
  }

  @Override
  public void heard(String topic, String text) {
    switch (topic) {
      case ChartNews.TOPIC -> stream.tell(ChartNews.read(text));
      case PROGRESS -> stream.tell(new News.Reported(UUID.fromString(text)));
      case RISK -> stream.tell(new News.Simulated(UUID.fromString(text)));
      case People.DAY_TURNED -> Thread.startVirtualThread(stream::recheckAll);
      case DAY_CHANGED -> {
        stream.tell(new News.Day(LocalDate.parse(text)));
        Thread.startVirtualThread(stream::recheckAll); // appointments begin and end with the day
      }
      default -> Thread.startVirtualThread(() -> stream.recheck(UUID.fromString(text)));
    }
  }

  @Override
  public void missed() {
    stream.tell(new News.Anything());
    Thread.startVirtualThread(stream::recheckAll);
  }
}
