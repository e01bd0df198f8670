package org.xingfuli.appeal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.PlayAppeals;

/** Does acts on appeals for the demo, which plays its people: each by a title, at the moment of the business clock. */
@Component
public class AppealPlay {

  private final PlayAppeals play;

  AppealPlay(PlayAppeals play) {
    this.play = play;
  }

  public UUID receive(AppealTold told, String title) {
    return play.receive(told, title);
  }

  public void accept(UUID id, String title) {
    play.accept(id, title);
  }

  public void dispatch(UUID id, UUID unit, String title) {
    play.dispatch(id, unit, title);
  }

  public void handle(UUID id, String title) {
    play.handle(id, title);
  }

  public void progress(UUID id, String words, String title) {
    play.progress(id, words, title);
  }

  /** @param photo that proves it; where there is none it is an explanation, proved by a paper */
  public void reply(UUID id, String words, @Nullable UUID photo, String title) {
    play.reply(id, words, photo, title);
  }

  public void callBack(UUID id, boolean satisfied, String words, String title) {
    play.callBack(id, satisfied, words, title);
  }

  public void archive(UUID id, String title) {
    play.archive(id, title);
  }

  public void merge(UUID lead, List<UUID> others) {
    play.merge(lead, others);
  }

  /** Reads everything for searching, as the job would within seconds. */
  public void digest() {
    play.digest();
  }
}
