package org.xingfuli.programme.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.Estates;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.ProjectsChanged;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Project.Share;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Keeps projects where their estates are: when an estate moves to another street or community, the projects that hold it,
 * of whatever year, follow with everything reported and planned of them. {@link TiedEstates} sees to it that the estates of
 * a project never part; the street of the main estate counts.
 */
@Component
class FollowEstates {

  private final Transactions transactions;
  private final Inbox inbox;
  private final Audit audit;
  private final Estates estates;
  private final ProjectStore projects;
  private final ApplicationEventPublisher events;

  FollowEstates(Transactions transactions, Inbox inbox, Audit audit, Estates estates, ProjectStore projects,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.audit = audit;
    this.estates = estates;
    this.projects = projects;
    this.events = events;
  }

  @Async
  @TransactionalEventListener
  void on(EstateChanged changed) {
    transactions.run(SystemScope.of("programme.follow-estates"), () ->
        inbox.once("programme.follow-estates", changed.eventId(), () ->
            projects.list(projects.holding(List.of(changed.estateId()))).forEach(this::follow)));
  }

  private void follow(Project project) {
    var known = estates.byId(project.estates().stream().map(Share::estateId).toList());
    var shares = project.estates().stream().map(share -> where(share, known.get(share.estateId()))).toList();
    var street = shares.getFirst().area().substring(0, project.street().length());
    if (street.equals(project.street()) && shares.equals(project.estates())) {
      return;
    }
    projects.move(project.id(), street, shares);
    if (!street.equals(project.street())) {
      audit.record("programme.project-move", new Subject("project", project.id()),
          Map.of("code", project.code(), "from", project.street(), "to", street));
      events.publishEvent(new ProjectsChanged(UuidV7.create(), project.programmeId()));
    }
  }

  private static Share where(Share share, @Nullable Estate estate) {
    return estate == null ? share : new Share(share.estateId(), estate.area(), share.share());
  }
}
