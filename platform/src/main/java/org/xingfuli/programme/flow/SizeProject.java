package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.Cleared;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.SizeSheet;
import org.xingfuli.programme.model.StatedFact;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.SizeStore;

/**
 * Keeps the score sheet, takes what people state of a project for it, and lets a person set another class with a reason. A
 * project's class follows the sheet when its facts are stated or its class is left to the sheet, not behind anybody's back.
 */
@Component
public class SizeProject {

  private static final UUID SHEET = UUID.nameUUIDFromBytes("programme.size-sheet".getBytes(StandardCharsets.UTF_8));

  private final Transactions transactions;
  private final Audit audit;
  private final ProjectStore projects;
  private final SizeStore sizes;
  private final ArrangeProjects arrange;
  private final ProjectHistory history;
  private final BusinessClock today;
  private final Clock system;

  SizeProject(Transactions transactions, Audit audit, ProjectStore projects, SizeStore sizes, ArrangeProjects arrange,
      ProjectHistory history, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.projects = projects;
    this.sizes = sizes;
    this.arrange = arrange;
    this.history = history;
    this.today = today;
    this.system = system;
  }

  /** Makes the next version of the sheet; {@code seen} is the one it was written from. */
  public void edit(int seen, int threshold, List<SizeSheet.Criterion> criteria, boolean unconfirmed, String source, String note) {
    transactions.here(() -> {
      var sheet = new SizeSheet(seen + 1, threshold, criteria, unconfirmed, source.strip(), note.strip(), system.instant(),
          CurrentScope.get().actor());
      Refused.ifAny(sheet.faults());
      if (sizes.newest().version() != seen || !sizes.insert(sheet)) {
        throw EditProgramme.stale("评分表 v" + seen);
      }
      audit.record("programme.size-sheet", new Subject("size-sheet", SHEET), Map.of("version", sheet.version(),
          "threshold", threshold, "criteria", criteria.size(), "confirmed", !unconfirmed, "note", sheet.note()));
    });
  }

  /** What somebody states; an absent value takes back what was stated. */
  public record Said(SizeSheet.Fact fact, @Nullable BigDecimal value, String note) {}

  public void state(UUID projectId, List<Said> said) {
    transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      Refused.ifAny(faults(said));
      for (var each : said) {
        var value = each.value();
        if (value == null) {
          sizes.remove(projectId, each.fact());
        } else {
          sizes.put(new StatedFact(projectId, project.area(), each.fact(), value, each.note().strip(), today.today(),
              CurrentScope.get().actor()));
        }
      }
      audit.record("programme.size-facts", new Subject("project", projectId),
          Map.of("project", project.code(), "facts", said.stream().map(each -> each.fact() + "=" + each.value()).toList()));
      arrange.change(projectId, null, draft(null, Set.of()));
    });
  }

  private static List<Refusal> faults(List<Said> said) {
    var faults = new ArrayList<Refusal>();
    for (int at = 0; at < said.size(); at++) {
      var each = said.get(at);
      var most = each.fact() == SizeSheet.Fact.CONSENT ? 100 : 3;
      var least = each.fact() == SizeSheet.Fact.CONSENT ? 0 : 1;
      var value = each.value();
      if (!each.fact().byHand()) {
        faults.add(Refusal.of("programme.fact-not-by-hand", Map.of("fact", each.fact().name(), "pointer", "/facts/" + at)));
      } else if (value != null
          && (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
        faults.add(Refusal.of("programme.fact-out-of-range", Map.of("value", value, "least", least, "most", most,
            "pointer", "/facts/" + at + "/value")));
      }
    }
    return faults;
  }

  /** Sets another class than the sheet gives, with the reason; or leaves it to the sheet again. */
  public void choose(UUID projectId, @Nullable Integer version, @Nullable SizeClass chosen, String reason) {
    transactions.here(() -> {
      if (chosen != null && reason.isBlank()) {
        throw new Refused(Refusal.of("programme.size-reason-missing", Map.of("pointer", "/reason")));
      }
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      arrange.changeWithClass(projectId, version, draft(chosen, chosen == null ? Set.of(Cleared.SIZE_CLASS) : Set.of()));
      sizes.choose(projectId, chosen == null ? "" : reason.strip(), chosen == null ? "" : CurrentScope.get().actor());
      audit.record("programme.size-choice", new Subject("project", projectId), Map.of("project", project.code(),
          "before", project.sizeClass().name(), "chosen", chosen == null ? "" : chosen.name(), "reason", reason.strip()));
      history.tell(project, "programme.size-choice", chosen == null
          ? Words.of("改按评分表", "left to the score sheet")
          : chosen == SizeClass.SMALL_AND_EASY ? Words.of("认定为小易", "set to small and easy") : Words.of("认定为常规", "set to regular"),
          reason.strip());
    });
  }

  private static ProjectDraft draft(@Nullable SizeClass chosen, Set<Cleared> clear) {
    return new ProjectDraft(null, null, null, null, null, chosen, null, null, clear);
  }

  static Map<SizeSheet.Fact, BigDecimal> values(List<StatedFact> facts) {
    var values = new EnumMap<SizeSheet.Fact, BigDecimal>(SizeSheet.Fact.class);
    facts.forEach(fact -> values.put(fact.fact(), fact.value()));
    return values;
  }
}
