package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.RulesChanged;
import org.xingfuli.programme.model.ActivityCheck;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.CrewCheck;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.TemplateCheck;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;

/** Edits what a programme assumes: node dates and weights, template rows, crews. Plans already made keep their basis. */
@Component
public class EditProgramme {

  private final Transactions transactions;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final ApplicationEventPublisher events;

  EditProgramme(Transactions transactions, Audit audit, ProgrammeStore programmes, TemplateStore templates,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.templates = templates;
    this.events = events;
  }

  /** Moves a node or weighs it anew. */
  public void node(UUID programmeId, UUID nodeId, @Nullable Integer version, UnaryOperator<ProgrammeNode> change) {
    transactions.here(() -> {
      var programme = programmes.hold(programmeId).orElseThrow(Unknown::row);
      var before = only(programmes.nodes(programmeId), node -> node.id().equals(nodeId));
      var after = change.apply(before);
      var faults = new ArrayList<Refusal>();
      if (after.weight() < 0 || after.weight() > 100) {
        faults.add(Refusal.of("programme.weight-out-of-range", Map.of("weight", after.weight(), "pointer", "/weight")));
      }
      if (after.nominal().getYear() != programme.year()) {
        faults.add(Refusal.of("programme.node-outside-year",
            Map.of("date", after.nominal(), "year", programme.year(), "pointer", "/nominalDate")));
      }
      Refused.ifAny(faults);
      if (seenAnother(version, before.version()) || !programmes.updateNode(programmeId, after)) {
        throw stale(before.code());
      }
      audit.record("programme.node-change", new Subject("node", nodeId), Map.of("date", after.nominal(),
          "weight", after.weight(), "confirmed", !after.unconfirmed(), "version", before.version() + 1));
      events.publishEvent(new RulesChanged(UuidV7.create(), programmeId));
    });
  }

  /**
   * What is wanted of a template row.
   *
   * @param unreadable faults found while reading it, refused together with the others
   */
  public record Change(UnaryOperator<TemplateActivity> to, List<Refusal> unreadable) {}

  /** Changes one template row after the whole template has been checked with the change. */
  public void activity(UUID programmeId, String code, @Nullable Integer version, Change change) {
    transactions.here(() -> {
      programmes.hold(programmeId);
      var template = templates.activities(programmeId);
      var before = only(template, activity -> activity.code().equals(code));
      var after = change.to().apply(before);
      var faults = new ArrayList<>(change.unreadable());
      faults.addAll(ActivityCheck.faults(after));
      faults.addAll(TemplateCheck.faults(
          template.stream().map(row -> row.equals(before) ? after : row).toList(), templates.crews(programmeId)));
      Refused.ifAny(faults);
      if (seenAnother(version, before.version()) || !templates.update(programmeId, after)) {
        throw stale(code);
      }
      audit.record("programme.template-change", new Subject("programme", programmeId), Map.of(
          "activity", code, "durationBefore", before.duration(), "durationAfter", after.duration(),
          "confirmed", !after.assumption(), "source", after.source(), "version", before.version() + 1));
    });
  }

  /** Changes one crew after the whole template has been checked with the change. */
  public void crew(UUID programmeId, String code, @Nullable Integer version, UnaryOperator<Crew> change) {
    transactions.here(() -> {
      programmes.hold(programmeId);
      var crews = templates.crews(programmeId);
      var before = only(crews, crew -> crew.code().equals(code));
      var after = change.apply(before);
      var faults = new ArrayList<>(CrewCheck.faults(after));
      faults.addAll(TemplateCheck.faults(templates.activities(programmeId),
          crews.stream().map(row -> row.equals(before) ? after : row).toList()));
      Refused.ifAny(faults);
      if (seenAnother(version, before.version()) || !templates.update(programmeId, after)) {
        throw stale(code);
      }
      audit.record("programme.crew-change", new Subject("programme", programmeId), Map.of(
          "crew", code, "capacityBefore", before.capacity(), "capacityAfter", after.capacity(),
          "changes", after.changes().size(), "confirmed", !after.assumption(), "source", after.source()));
    });
  }

  static <T> T only(List<T> rows, Predicate<T> wanted) {
    return rows.stream().filter(wanted).findFirst().orElseThrow(Unknown::row);
  }

  /** A client that says which version it saw must have seen the last one; the row itself is guarded in any case. */
  static boolean seenAnother(@Nullable Integer seen, int current) {
    return seen != null && seen != current;
  }

  static Refused stale(String what) {
    return new Refused(Refusal.of("programme.version-conflict", Map.of("what", what)));
  }
}
