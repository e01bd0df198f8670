package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.Cleared;
import org.xingfuli.programme.ProjectDraft.EstateShare;
import org.xingfuli.programme.ProjectsChanged;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Project.Share;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.SizeStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.RequestLedger;

/** Adds and changes projects; every estate of a project lies in the project's street. */
@Component
public class ArrangeProjects {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final Estates estates;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final TemplateStore templates;
  private final ProjectShares shares;
  private final ProjectQuantities quantities;
  private final ProjectSize sizes;
  private final SizeStore facts;
  private final ProjectHistory history;
  private final ApplicationEventPublisher events;

  ArrangeProjects(Transactions transactions, RequestLedger ledger, Audit audit, Estates estates,
      ProgrammeStore programmes, ProjectStore projects, TemplateStore templates, ProjectShares shares,
      ProjectQuantities quantities, ProjectSize sizes, SizeStore facts, ProjectHistory history, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.estates = estates;
    this.programmes = programmes;
    this.projects = projects;
    this.templates = templates;
    this.shares = shares;
    this.quantities = quantities;
    this.sizes = sizes;
    this.facts = facts;
    this.history = history;
    this.events = events;
  }

  public UUID add(@Nullable String key, UUID programmeId, ProjectDraft wanted) {
    refuseClass(wanted);
    return transactions.here(() -> ledger.once(key, "programme.project-add", UUID.class, () -> {
      var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
      var id = insert(programme, wanted, null).id();
      changed(programmeId);
      return id;
    }));
  }

  /** One project for each estate, with all that other projects of the programme leave of it; returns the new projects. */
  public List<UUID> fromEstates(@Nullable String key, UUID programmeId, List<UUID> estateIds) {
    return List.of(transactions.here(() -> ledger.once(key, "programme.project-add", UUID[].class, () -> {
      var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
      var known = estates.byId(estateIds);
      var taken = projects.sharesTaken(programmeId, UuidV7.create());
      var made = new ArrayList<UUID>();
      for (var id : estateIds.stream().distinct().toList()) {
        var estate = Optional.ofNullable(known.get(id)).orElseThrow(Unknown::row);
        var left = BigDecimal.ONE.subtract(taken.getOrDefault(id, BigDecimal.ZERO));
        // Where nothing is left the whole is asked for, so that the refusal says so.
        var share = new EstateShare(id, left.signum() > 0 ? left : BigDecimal.ONE);
        made.add(insert(programme, ProjectDraft.of(estate.name(), List.of(share)), null).id());
      }
      changed(programmeId);
      return made.toArray(UUID[]::new);
    })));
  }

  /** Told once for an act, however many projects it touched. */
  void changed(UUID programmeId) {
    events.publishEvent(new ProjectsChanged(UuidV7.create(), programmeId));
  }

  private Project insert(Programme programme, ProjectDraft wanted, @Nullable Project carried) {
    var id = UuidV7.create();
    var given = wanted.estates() == null ? List.<EstateShare>of() : wanted.estates();
    var checked = shares.check(programme.id(), id, null, given);
    var street = checked.street();
    var amounts = quantities.of(checked.shares());
    var size = sizes.of(wanted.sizeClass(), checked.held(), amounts, Map.of());
    var planting = wanted.planting() != null ? wanted.planting()
        : size.sizeClass() == SizeClass.SMALL_AND_EASY ? Planting.AFTER_NODE : Planting.AUTUMN;
    var number = projects.nextNumber(programme.id());
    var name = wanted.name() == null || wanted.name().isBlank() ? checked.names() : wanted.name().strip();
    var project = new Project(id, programme.id(), "%d-%03d".formatted(programme.year(), number), name, street, street,
        party(wanted.deliveryAgent(), null), party(wanted.contractor(), null), party(wanted.supervisor(), null), size.sizeClass(), size.by(), planting, wanted.earliestStart(),
        carried == null ? null : programmes.find(carried.programmeId()).orElseThrow(Unknown::row).year(),
        carried == null ? null : carried.id(), 1, checked.shares());
    projects.insert(project, templates.activities(programme.id()).stream().map(TemplateActivity::code).toList());
    audit.record("programme.project-add", new Subject("project", id),
        Map.of("programme", programme.year(), "code", project.code(), "estates", given.size()));
    history.tell(project, ProjectHistory.ADDED, Words.of(
        "列入 " + programme.year() + " 年，编号 " + project.code(), "into " + programme.year() + " as " + project.code()), "");
    return project;
  }

  /** The same project in this year, with the same estates and parties; its progress comes along by report. */
  Project carryOver(Programme programme, Project from) {
    var shares = from.estates().stream().map(share -> new EstateShare(share.estateId(), share.share())).toList();
    return insert(programme, new ProjectDraft(from.name(), shares, from.deliveryAgent(), from.contractor(),
        from.supervisor(), from.sizeClassBy() == SizeClassBy.PROJECT ? from.sizeClass() : null, from.planting(),
        from.earliestStart()), from);
  }

  public void change(UUID projectId, @Nullable Integer version, ProjectDraft wanted) {
    refuseClass(wanted);
    changeWithClass(projectId, version, wanted);
  }

  /** A class is chosen with a reason beside the score sheet, by {@link SizeProject}, and nowhere else. */
  private static void refuseClass(ProjectDraft wanted) {
    if (wanted.sizeClass() != null || wanted.clear().contains(Cleared.SIZE_CLASS)) {
      throw new Refused(Refusal.of("programme.size-by-sheet",
          Map.of("pointer", wanted.sizeClass() != null ? "/sizeClass" : "/clear")));
    }
  }

  /** The same, and the class too; for {@link SizeProject}, which keeps the reason. */
  void changeWithClass(UUID projectId, @Nullable Integer version, ProjectDraft wanted) {
    transactions.here(() -> {
      var before = projects.find(projectId).orElseThrow(Unknown::row);
      var held = wanted.estates() == null ? before.estates()
          : shares.check(before.programmeId(), projectId, before.street(), wanted.estates()).shares();
      var size = sizes.of(chosen(wanted, before), held(held), quantities.of(held),
          SizeProject.values(facts.facts(projectId)));
      var after = new Project(before.id(), before.programmeId(), before.code(),
          wanted.name() == null ? before.name() : wanted.name().strip(), before.street(), before.area(),
          party(wanted.deliveryAgent(), before.deliveryAgent()), party(wanted.contractor(), before.contractor()),
          party(wanted.supervisor(), before.supervisor()),
          size.sizeClass(), size.by(), wanted.planting() == null ? before.planting() : wanted.planting(),
          wanted.clear().contains(Cleared.EARLIEST_START) ? null : or(wanted.earliestStart(), before.earliestStart()),
          before.carriedOverFrom(), before.carriedOverProject(), before.version(), held);
      if (EditProgramme.seenAnother(version, before.version()) || !projects.update(after)) {
        throw EditProgramme.stale(before.code());
      }
      audit.record("programme.project-change", new Subject("project", projectId),
          Map.of("code", before.code(), "version", before.version() + 1));
      changed(before.programmeId());
    });
  }

  private static @Nullable SizeClass chosen(ProjectDraft wanted, Project before) {
    if (wanted.clear().contains(Cleared.SIZE_CLASS)) {
      return null;
    }
    return or(wanted.sizeClass(), before.sizeClassBy() == SizeClassBy.PROJECT ? before.sizeClass() : null);
  }

  private List<Estate> held(List<Share> shares) {
    return estates.list(shares.stream().map(Share::estateId).toList());
  }

  private static @Nullable UUID party(@Nullable UUID wanted, @Nullable UUID before) {
    return ProjectDraft.NOBODY.equals(wanted) ? null : or(wanted, before);
  }

  private static <T> @Nullable T or(@Nullable T wanted, @Nullable T before) {
    return wanted == null ? before : wanted;
  }
}
