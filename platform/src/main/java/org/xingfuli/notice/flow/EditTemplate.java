package org.xingfuli.notice.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.model.QuietHours;
import org.xingfuli.notice.model.Template;
import org.xingfuli.notice.store.WordsStore;

/** The words of a kind of notice become others, in a new version; and the quiet hours. */
@Component
public class EditTemplate {

  private static final UUID NONE = new UUID(0, 0);
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_BODY = 500;

  private final Transactions transactions;
  private final Templates templates;
  private final WordsStore store;
  private final Audit audit;
  private final Clock clock;

  EditTemplate(Transactions transactions, Templates templates, WordsStore store, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.templates = templates;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the words as the version after {@code wanted.version()}.
   *
   * @throws Refused with everything wrong with them, or {@code common.disturbed} when somebody else was faster
   */
  public Template edit(Template wanted) {
    var kind = templates.kind(wanted.kind());
    Refused.ifAny(faults(kind, wanted));
    return transactions.here(() -> {
      var next = new Template(wanted.kind(), wanted.version() + 1, wanted.titleZh().strip(), wanted.bodyZh().strip(),
          wanted.titleEn().strip(), wanted.bodyEn().strip());
      if (templates.inForce(kind).version() != wanted.version()
          || !store.put(next, CurrentScope.get().principal(), clock.instant())) {
        throw new Refused(Refusal.of("notice.changed-meanwhile"));
      }
      audit.record("notice.edit-template", new Subject("notice", NONE),
          Map.of("kind", kind.code(), "version", next.version()));
      return next;
    });
  }

  /** Everything that is wrong with the words. */
  public List<Refusal> faults(NoticeKind kind, Template wanted) {
    var faults = new ArrayList<Refusal>();
    check(kind, "/titleZh", wanted.titleZh(), LONGEST_TITLE, faults);
    check(kind, "/bodyZh", wanted.bodyZh(), LONGEST_BODY, faults);
    check(kind, "/titleEn", wanted.titleEn(), LONGEST_TITLE, faults);
    check(kind, "/bodyEn", wanted.bodyEn(), LONGEST_BODY, faults);
    return faults;
  }

  private static void check(NoticeKind kind, String pointer, String text, int longest, List<Refusal> faults) {
    if (text.isBlank() || text.strip().length() > longest) {
      faults.add(Refusal.of("notice.bad-length", Map.of("pointer", pointer, "maximum", longest)));
    }
    var unknown = Template.unknown(text, kind.values());
    if (!unknown.isEmpty()) {
      faults.add(Refusal.of("notice.unknown-placeholder", Map.of("pointer", pointer, "unknown", String.join("、", unknown),
          "known", String.join("、", kind.values().stream().sorted().toList()))));
    }
  }

  public QuietHours setQuietHours(QuietHours wanted) {
    return transactions.here(() -> {
      if (!store.setQuietHours(wanted)) {
        throw new Refused(Refusal.of("notice.changed-meanwhile"));
      }
      audit.record("notice.quiet-hours", new Subject("notice", NONE),
          Map.of("begins", wanted.begins(), "ends", wanted.ends(), "unconfirmed", wanted.unconfirmed()));
      return store.quietHours();
    });
  }
}
