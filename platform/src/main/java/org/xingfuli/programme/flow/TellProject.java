package org.xingfuli.programme.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.Notices;
import org.xingfuli.notice.Notices.Notice;
import org.xingfuli.programme.NodeAtRisk;
import org.xingfuli.programme.NodeMissed;
import org.xingfuli.programme.PlanFrozen;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Tells a project's people and the planner when a node turns, and the street and the command when it is missed. Who looks over many
 * projects would hear of hundreds when the weather turns, so what is unread becomes one notice that counts; a project's people
 * hear of each node.
 */
@Component
class TellProject {

  private static final Scope SYSTEM = SystemScope.of("programme.notices");
  private static final String LISTENER = "programme.notices";
  private static final List<Role> OF_PROJECT = List.of(Role.DELIVERY_AGENT, Role.CONTRACTOR, Role.SUPERVISOR);
  private static final List<Role> OVER_PROJECTS = List.of(Role.PLANNER, Role.STREET_OFFICER, Role.COMMANDER);
  private static final List<Role> OF_YEAR = List.of(
      Role.PLANNER, Role.COMMANDER, Role.STREET_OFFICER, Role.DELIVERY_AGENT, Role.CONTRACTOR, Role.SUPERVISOR);

  private final Transactions transactions;
  private final Inbox inbox;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final Notices notices;

  TellProject(Transactions transactions, Inbox inbox, ProgrammeStore programmes, ProjectStore projects,
      ForecastStore forecasts, Notices notices) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.programmes = programmes;
    this.projects = projects;
    this.forecasts = forecasts;
    this.notices = notices;
  }

  @Async
  @TransactionalEventListener
  void on(NodeAtRisk node) {
    once(node.eventId(), () -> tell(ProgrammeNotices.AT_RISK, node.programmeId(), node.projectId(), node.nodeId()));
  }

  @Async
  @TransactionalEventListener
  void on(NodeMissed node) {
    once(node.eventId(), () -> tell(ProgrammeNotices.MISSED, node.programmeId(), node.projectId(), node.nodeId()));
  }

  @Async
  @TransactionalEventListener
  void on(PlanFrozen frozen) {
    once(frozen.eventId(), () -> programmes.find(frozen.programmeId()).ifPresent(programme -> OF_YEAR.forEach(role ->
        notices.notify(new Notice(ProgrammeNotices.FROZEN,
            Map.of("programme", programme.name(), "version", Integer.toString(frozen.version())),
            new Audience.Holders(role, null, null), "/timetable?programme=" + programme.id(), "frozen " + programme.id())))));
  }

  private void once(UUID event, Runnable effect) {
    transactions.run(SYSTEM, () -> inbox.once(LISTENER, event, effect));
  }

  /** A project or node that has gone since is nobody's concern any more; of one that goes on in another year that year tells. */
  private void tell(String kind, UUID programmeId, UUID projectId, UUID nodeId) {
    var project = projects.find(projectId);
    var node = programmes.nodes(programmeId).stream().filter(known -> known.id().equals(nodeId)).findFirst();
    var due = forecasts.node(programmeId, projectId, nodeId);
    if (project.isEmpty() || node.isEmpty() || due.isEmpty() || projects.successorOf(projectId).isPresent()) {
      return;
    }
    var values = Map.of("project", project.get().name(), "node", node.get().name().zh(), "nodeEn", node.get().name().en(),
        "due", due.get().due().toString());
    var link = "/battle-chart?programme=" + programmeId + "&project=" + projectId + "&node=" + nodeId;
    OF_PROJECT.forEach(role -> notices.notify(
        new Notice(kind, values, new Audience.Holders(role, null, projectId), link, projectId + "/" + nodeId)));
    (kind.equals(ProgrammeNotices.MISSED) ? OVER_PROJECTS : List.of(Role.PLANNER)).forEach(role -> notices.notify(
        new Notice(kind, values, new Audience.Holders(role, project.get().street(), null),
            "/battle-chart?programme=" + programmeId, kind + " " + programmeId)));
  }
}
