package org.xingfuli.command.flow;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Bulletin;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.programme.ProgressReported;
import org.xingfuli.programme.RiskChanged;

/**
 * Tells all nodes what open streams depend on. It joins the transaction of the act instead of waiting for its end: so the
 * posting leaves with that commit, and there is no moment in which the act is done and nobody will ever be told.
 */
@Component
class PostNews {

  private final Bulletin bulletin;

  PostNews(Bulletin bulletin) {
    this.bulletin = bulletin;
  }

  @EventListener
  void on(AppointmentChanged changed) {
    bulletin.post(HearNews.RIGHTS, changed.personId().toString());
  }

  @EventListener
  void on(ProgressReported reported) {
    bulletin.post(HearNews.PROGRESS, reported.programmeId().toString());
  }

  @EventListener
  void on(RiskChanged changed) {
    bulletin.post(HearNews.RISK, changed.programmeId().toString());
  }
}
