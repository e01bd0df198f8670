package org.xingfuli.appeal.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.ReplyToAppeal.Answer;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.model.ReplyTemplate;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.RequestLedger;

/**
 * Many appeals are answered with the same words, in which each stands under its own number and place. What is sent was looked at for
 * each of them before; each keeps its own reply, signed by the same person, and follows all rules of a single one.
 */
@Component
public class AnswerMany {

  /** What the request ledger remembers. */
  record Done(int sent) {}

  private static final UUID NONE = new UUID(0, 0);

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final ReplyToAppeal reply;
  private final EditReplyTemplates templates;
  private final AppealStore store;
  private final EntryStore entries;
  private final Estates estates;
  private final Organisations organisations;
  private final Audit audit;

  AnswerMany(Transactions transactions, RequestLedger ledger, CaseDesk desk, ReplyToAppeal reply, EditReplyTemplates templates,
      AppealStore store, EntryStore entries, Estates estates, Organisations organisations, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.reply = reply;
    this.templates = templates;
    this.store = store;
    this.entries = entries;
    this.estates = estates;
    this.organisations = organisations;
    this.audit = audit;
  }

  /** The words for one appeal. */
  public record Filled(Appeal appeal, String words) {}

  /**
   * What one would be answered.
   *
   * @param members those merged into it, which are answered with it
   * @param activity a finished one it waited for, which shows the outcome
   * @param faults what keeps it from being sent
   */
  public record Draft(Filled filled, List<Filled> members, @Nullable UUID activity, List<Refusal> faults) {}

  /** What one is answered. */
  public record Case(UUID id, String words, Map<UUID, String> members, @Nullable UUID activity) {}

  /** What all would be answered, in the running transaction; those out of reach are left out. */
  public List<Draft> drafts(List<UUID> ids, String words, Outcome outcome, @Nullable String paper) {
    Refused.ifAny(ReplyTemplate.faults("·", words));
    var reader = desk.reader();
    var appeals = store.list(ids.stream().distinct().toList()).stream().filter(reader).toList();
    var merged = appeals.stream().collect(Collectors.toMap(Appeal::id, one -> store.members(one.id())));
    var names = estates.names(Stream.concat(appeals.stream(), merged.values().stream().flatMap(List::stream))
        .flatMap(one -> Stream.ofNullable(one.estate())).distinct().toList());
    var areas = organisations.areaNames();
    var units = appeals.stream().flatMap(one -> Stream.ofNullable(one.lead())).distinct()
        .flatMap(id -> organisations.find(id).stream()).collect(Collectors.toMap(Organisation::id, Organisation::name));
    return appeals.stream().map(appeal -> {
      var unit = appeal.lead() == null ? null : units.get(appeal.lead());
      var filled = filled(words, appeal, unit, place(appeal, names, areas));
      var members = merged.getOrDefault(appeal.id(), List.of()).stream()
          .map(member -> filled(words, member, unit, place(member, names, areas))).toList();
      var activity = proposed(appeal);
      var faults = new ArrayList<>(reply.faultsOf(appeal, answer(new Case(appeal.id(), filled.words(), Map.of(), activity), outcome, paper)));
      Stream.concat(Stream.of(filled), members.stream()).forEach(one -> unfilled(faults, one.words()));
      return new Draft(filled, members, activity, List.copyOf(faults));
    }).toList();
  }

  /** @param unit that answers; for a merged one that of its lead */
  private static Filled filled(String words, Appeal appeal, @Nullable String unit, String place) {
    var values = new HashMap<String, String>();
    values.put(ReplyTemplate.NUMBER, appeal.number());
    values.put(ReplyTemplate.TITLE, appeal.title());
    values.put(ReplyTemplate.RECEIVED, LocalDate.ofInstant(appeal.receivedAt(), BusinessClock.ZONE).toString());
    values.put(ReplyTemplate.PLACE, place);
    var called = Classes.words(appeal.classCode());
    if (called != null) {
      values.put(ReplyTemplate.CLASS, called.zh());
    }
    if (unit != null) {
      values.put(ReplyTemplate.UNIT, unit);
    }
    return new Filled(appeal, ReplyTemplate.filled(words, values));
  }

  /** Where it is as far as everybody may know: never the door. */
  private static String place(Appeal appeal, Map<UUID, String> names, Map<String, String> areas) {
    var where = appeal.where();
    var place = new StringBuilder(where.estate() == null ? areas.getOrDefault(appeal.area(), "") : names.getOrDefault(where.estate(), ""));
    if (where.building() != null) {
      place.append(' ').append(where.building()).append(" 幢");
    }
    if (where.stairwell() != null) {
      place.append(' ').append(where.stairwell()).append(" 单元");
    }
    return place.toString();
  }

  private @Nullable UUID proposed(Appeal appeal) {
    return entries.of(appeal.id()).stream()
        .filter(line -> line.act().equals(ProposeReplies.PROPOSE) && line.round() == appeal.round()).reduce((first, last) -> last)
        .map(Entry::facts).map(facts -> UUID.fromString(String.valueOf(facts.get("activity")))).orElse(null);
  }

  private static void unfilled(List<Refusal> faults, String words) {
    var open = ReplyTemplate.unfilled(words);
    if (!open.isEmpty()) {
      faults.add(Refusal.of("appeal.template-unfilled", Map.of("pointer", "/words", "places", String.join("、", open))));
    }
  }

  private static Answer answer(Case one, Outcome outcome, @Nullable String paper) {
    var proofs = new ArrayList<Proof>();
    var activity = one.activity();
    if (activity != null) {
      proofs.add(new Proof(Proof.Kind.ACTIVITY, activity, ""));
    }
    var plain = CaseDesk.plain(paper);
    if (!plain.isEmpty()) {
      proofs.add(new Proof(Proof.Kind.PAPER, null, plain));
    }
    return new Answer(one.words(), outcome, proofs, Map.of(), one.members());
  }

  /** Answers one of them; refused like a single reply is. */
  public void answer(@Nullable String key, Case one, Outcome outcome, @Nullable String paper) {
    var faults = new ArrayList<Refusal>();
    Stream.concat(Stream.of(one.words()), one.members().values().stream()).forEach(words -> unfilled(faults, words));
    Refused.ifAny(faults);
    reply.reply(key, one.id(), answer(one, outcome, paper));
  }

  /** That so many were answered at once, and with which template; what each was answered stands with it. */
  public void sent(@Nullable String key, @Nullable UUID template, int sent) {
    transactions.here(() -> ledger.once(key, "appeal.answer-many", Done.class, () -> {
      var used = template == null ? null : templates.usable(template);
      audit.record("appeal.answer-many", new Subject("reply-template", used == null ? NONE : used.id()),
          used == null ? Map.of("sent", sent) : Map.of("sent", sent, "name", used.name(), "version", used.version()));
      return new Done(sent);
    }));
  }
}
