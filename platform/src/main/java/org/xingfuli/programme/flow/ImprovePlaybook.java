package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Catalogue;
import org.xingfuli.programme.model.Lesson;
import org.xingfuli.programme.model.Playbook;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.TemplateCheck;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlaybookStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Reads what finished projects teach, and makes of what is accepted the next version of the template. Years there are keep
 * theirs; the next year starts from the newest.
 */
@Component
public class ImprovePlaybook {

  private static final UUID PLAYBOOK = new UUID(0x706c6179L, 0x626f6f6bL);
  /** From so many projects on a duration is experience and no assumption any more. */
  private static final int ENOUGH = 3;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ProgressStore reports;
  private final PlaybookStore playbooks;
  private final ProjectQuantities quantities;
  private final BusinessClock today;
  private final Clock system;

  ImprovePlaybook(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes,
      ProjectStore projects, ProgressStore reports, PlaybookStore playbooks, ProjectQuantities quantities,
      BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.projects = projects;
    this.reports = reports;
    this.playbooks = playbooks;
    this.quantities = quantities;
    this.today = today;
    this.system = system;
  }

  /** Every project of any year of which everything is done, newest year first. */
  public List<Playbook.Source> finished() {
    return transactions.here(() -> {
      var found = new ArrayList<Playbook.Source>();
      for (var programme : programmes.all()) {
        projects.list(projects.finished(programme.id())).stream().map(project -> source(programme, project))
            .forEach(found::add);
      }
      return found;
    });
  }

  private static Playbook.Source source(Programme programme, Project project) {
    return new Playbook.Source(project.id(), project.code(), project.name(), programme.year());
  }

  /** What these finished projects teach about the newest version. */
  public List<Lesson> lessons(Collection<UUID> projectIds) {
    return transactions.here(() -> Lesson.of(playbooks.newest().template(), learnt(projectIds)));
  }

  private List<Lesson.Finished> learnt(Collection<UUID> projectIds) {
    var all = projectIds.stream().distinct().map(id -> projects.find(id).orElseThrow(Unknown::row)).toList();
    var amounts = quantities.of(all);
    var learnt = new ArrayList<Lesson.Finished>();
    for (var project : all) {
      var programme = programmes.find(project.programmeId()).orElseThrow(Unknown::row);
      if (!projects.finished(programme.id()).contains(project.id())) {
        throw new Refused(Refusal.of("programme.not-finished", Map.of("project", project.name(), "pointer", "/projects")));
      }
      learnt.add(new Lesson.Finished(project.id(), project.code(), project.name(), programme.year(),
          amounts.getOrDefault(project.id(), Quantities.NONE), happened(project)));
    }
    return learnt;
  }

  private Map<String, Lesson.Happened> happened(Project project) {
    var codes = projects.activitiesOf(project.id()).stream()
        .collect(Collectors.toMap(ProjectStore.ActivityRow::id, ProjectStore.ActivityRow::code));
    var byActivity = reports.ofProject(project.id()).stream()
        .collect(Collectors.groupingBy(ProgressReport::activityId,
            Collectors.mapping(ProgressReport::facts, Collectors.toList())));
    var happened = new HashMap<String, Lesson.Happened>();
    byActivity.forEach((activity, facts) -> {
      var known = Progress.of(facts);
      var code = codes.get(activity);
      if (known != null && code != null && known.start() != null && known.finish() != null) {
        happened.put(code, new Lesson.Happened(known.start(), known.finish(),
            known.lostSince().values().stream().mapToInt(Integer::intValue).sum()));
      }
    });
    return happened;
  }

  /** What is decided of a lesson, named by what it is about. */
  public record Decided(Lesson.Kind kind, String activity, String relation, int to, boolean accepted, String reason) {}

  /**
   * Makes the next version.
   *
   * @param seen the version the lessons were read against
   */
  public int decide(
      @Nullable String key, int seen, List<UUID> projectIds, List<Decided> decided, String note) {
    return transactions.here(() -> ledger.once(key, "programme.playbook", Integer.class, () -> {
      var newest = playbooks.newest();
      if (newest.version() != seen) {
        throw EditProgramme.stale("样板 v" + newest.version());
      }
      var learnt = learnt(projectIds);
      var lessons = Lesson.of(newest.template(), learnt);
      var faults = new ArrayList<Refusal>();
      var decisions = new ArrayList<Playbook.Decision>();
      for (int at = 0; at < decided.size(); at++) {
        var each = decided.get(at);
        var lesson = lessons.stream().filter(known -> known.kind() == each.kind()
            && known.activity().equals(each.activity()) && known.relation().equals(each.relation())).findFirst();
        if (lesson.isEmpty() || lesson.get().to() != each.to()) {
          faults.add(Refusal.of("programme.lesson-changed",
              Map.of("activity", each.activity(), "pointer", "/decisions/" + at)));
        } else if (each.reason().isBlank()) {
          faults.add(Refusal.of("programme.lesson-reason-missing",
              Map.of("activity", each.activity(), "pointer", "/decisions/" + at + "/reason")));
        } else {
          decisions.add(new Playbook.Decision(lesson.get(), each.accepted(), each.reason().strip()));
        }
      }
      if (decisions.stream().noneMatch(Playbook.Decision::accepted) && faults.isEmpty()) {
        faults.add(Refusal.of("programme.nothing-accepted", Map.of("pointer", "/decisions")));
      }
      var template = applied(newest.template(), decisions);
      faults.addAll(TemplateCheck.faults(template, Catalogue.crews()));
      Refused.ifAny(faults);
      var sources = learnt.stream()
          .map(each -> new Playbook.Source(each.id(), each.code(), each.name(), each.year())).toList();
      var next = new Playbook(newest.version() + 1, newest.version(), sources, decisions, template, note.strip(),
          today.today(), system.instant(), CurrentScope.get().actor());
      if (!playbooks.insert(next)) {
        throw EditProgramme.stale("样板 v" + next.version());
      }
      audit.record("programme.playbook", new Subject("playbook", PLAYBOOK), Map.of("version", next.version(),
          "projects", sources.stream().map(Playbook.Source::code).toList(),
          "accepted", (int) decisions.stream().filter(Playbook.Decision::accepted).count(),
          "rejected", (int) decisions.stream().filter(each -> !each.accepted()).count()));
      return next.version();
    }));
  }

  private static List<TemplateActivity> applied(List<TemplateActivity> template, List<Playbook.Decision> decisions) {
    return template.stream().map(row -> {
      var next = row;
      for (var decision : decisions) {
        var lesson = decision.lesson();
        if (decision.accepted() && lesson.activity().equals(row.code())) {
          var from = lesson.evidence().stream().map(Lesson.Evidence::code).distinct().toList();
          next = lesson.applied(next, "实绩 n=" + from.size() + "：" + String.join("、", from),
              next.assumption() && from.size() < ENOUGH);
        }
      }
      return next;
    }).toList();
  }
}
