package org.xingfuli.appeal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.AppealClocks;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.flow.ExplainAppeals;
import org.xingfuli.appeal.flow.ProposeReplies;
import org.xingfuli.appeal.flow.Routing;
import org.xingfuli.appeal.flow.SuggestUnit;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.ClockWords;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.model.PromiseState;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.ExplanationStore;
import org.xingfuli.appeal.store.PromiseStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.appeal.web.AppealView.DueView;
import org.xingfuli.appeal.web.AppealView.PromisedView;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.engine.triage.Suggestion;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import org.xingfuli.wire.Mask;

/** Makes what people see of appeals; joins the running transaction. */
@Component
class AppealViews {

  private static final Duration SAME_CALLER = Duration.ofDays(180);
  private static final int MOST_SAME = 20;
  private static final int MOST_SUGGESTED = 3;

  /** Acts that belong to no edge of the graph, and what they are called. */
  private static final Map<String, Words> BESIDE = Map.of(
      "RECEIVE", new Words("收到诉求", "Received"), "AMEND", new Words("来件更正", "Corrected by its sender"), "CORRECT", new Words("更正", "Corrected"),
      "LINK", new Words("关联", "Linked"), "UNLINK", new Words("取消关联", "Unlinked"),
      "SPLIT", new Words("拆分", "Split"), "TAKE_MEMBER", new Words("并入另一件", "Another one merged in"),
      "MOVE_MEMBER", new Words("随主件合并", "Moved along with its lead"), "RECHECK", new Words("抽查复核", "Re-checked"),
      "PROPOSE", new Words("关联工序完成，可答复", "What it waits for is finished"));

  /** What is done with things announced. */
  private static final Map<String, Words> EXPLAINED = Map.of(
      ExplainAppeals.EXPLAIN, new Words("自动关联公告", "Linked to what is announced"),
      ExplainAppeals.UNEXPLAIN, new Words("取消公告关联", "Unlinked from what is announced"));

  /** What happens to a time that was said aloud. */
  private static final Map<String, Words> PROMISED = Map.of(
      "PROMISE", new Words("当面承诺", "Promised"), "PROMISE_KEPT", new Words("承诺兑现", "Promise kept"),
      "PROMISE_MOVED", new Words("承诺改期", "Promise moved"), "PROMISE_BROKEN", new Words("承诺失约", "Promise broken"),
      "PROMISE_KEPT_LATE", new Words("承诺迟到兑现", "Promise kept late"));

  private static final Map<Permission, Set<Act>> MAY = Map.of(
      Permission.APPEAL_DISPATCH, EnumSet.of(Act.ACCEPT, Act.DISPATCH, Act.GRANT_EXTENSION, Act.REFUSE_EXTENSION, Act.SUPERVISE,
          Act.MERGE, Act.SEPARATE),
      Permission.APPEAL_CALL_BACK, EnumSet.of(Act.CALL_BACK_SATISFIED, Act.CALL_BACK_UNSATISFIED, Act.CALL_BACK_UNREACHED,
          Act.LAPSE, Act.REOPEN, Act.ARCHIVE),
      Permission.APPEAL_HANDLE, EnumSet.of(Act.HANDLE, Act.RETURN, Act.COOPERATE, Act.PROGRESS, Act.PAUSE, Act.RESUME,
          Act.ASK_EXTENSION, Act.REPLY));

  private final AppealStore store;
  private final EntryStore entries;
  private final ComplainantStore complainants;
  private final ReplyStore replies;
  private final PromiseStore promises;
  private final SideStore side;
  private final AppealClocks clocks;
  private final TimeLimitStore limits;
  private final CaseDesk desk;
  private final Estates estates;
  private final Organisations organisations;
  private final People people;
  private final Evidence evidence;
  private final WorkCalendars calendars;
  private final Routing routing;
  private final SuggestUnit units;
  private final ExplanationStore explanations;
  private final BusinessClock clock;

  AppealViews(AppealStore store, EntryStore entries, ComplainantStore complainants, ReplyStore replies,
      PromiseStore promises, SideStore side, AppealClocks clocks, TimeLimitStore limits, CaseDesk desk, Estates estates,
      Organisations organisations, People people, Evidence evidence, WorkCalendars calendars, Routing routing, SuggestUnit units,
      ExplanationStore explanations, BusinessClock clock) {
    this.explanations = explanations;
    this.store = store;
    this.entries = entries;
    this.complainants = complainants;
    this.replies = replies;
    this.promises = promises;
    this.side = side;
    this.clocks = clocks;
    this.limits = limits;
    this.desk = desk;
    this.estates = estates;
    this.organisations = organisations;
    this.people = people;
    this.evidence = evidence;
    this.calendars = calendars;
    this.routing = routing;
    this.units = units;
    this.clock = clock;
  }

  List<AppealRow> rows(List<Appeal> appeals) {
    var names = estates.names(appeals.stream().map(Appeal::estate).filter(Objects::nonNull).distinct().toList());
    var areas = organisations.areaNames();
    var units = unitNames(appeals.stream().map(Appeal::lead).filter(Objects::nonNull).distinct().toList());
    var now = clock.now();
    var promised = new HashMap<UUID, PromisedView>();
    promises.standing(appeals.stream().map(Appeal::id).toList()).forEach(one -> promised.putIfAbsent(one.appeal(),
        new PromisedView(one.said(), one.dueAt(), one.state() == PromiseState.BROKEN || one.dueAt().isBefore(now))));
    return appeals.stream().map(appeal -> row(appeal, names, areas, units, promised.get(appeal.id()), now)).toList();
  }

  private static AppealRow row(Appeal appeal, Map<UUID, String> names, Map<String, String> areas, Map<UUID, String> units,
      @Nullable PromisedView promise, Instant now) {
    var where = appeal.where();
    var lead = appeal.lead();
    return new AppealRow(appeal.id(), appeal.number(), appeal.channel(), appeal.kind(), appeal.urgency(), appeal.state(),
        appeal.title(), appeal.classCode(), Classes.words(appeal.classCode()), appeal.classBy(), appeal.confidential(), appeal.area(),
        areas.getOrDefault(appeal.area(), appeal.area()), where.estate(), where.estate() == null ? null : names.get(where.estate()),
        where.buildingId(), where.building(), where.stairwell(), appeal.receivedAt(), lead, lead == null ? null : units.get(lead),
        appeal.reopened(), appeal.escalation(), due(appeal, now), promise);
  }

  private static @Nullable DueView due(Appeal appeal, Instant now) {
    var at = appeal.dueAt();
    var step = appeal.dueStep();
    if (at == null || step == null) {
      return null;
    }
    var warn = appeal.warnAt();
    boolean overdue = now.isAfter(at);
    return new DueView(Step.valueOf(step), at, warn, overdue, !overdue && warn != null && !now.isBefore(warn));
  }

  AppealView one(Appeal appeal) {
    var row = rows(List.of(appeal)).getFirst();
    var lead = appeal.mergedInto() == null ? null : store.find(appeal.mergedInto()).orElse(null);
    var same = side(appeal);
    var open = side.openExtension(appeal.id()).orElse(null);
    return new AppealView(appeal.id(), row, appeal.words(), appeal.originalNumber(), appeal.where().place(), appeal.where().latitude(),
        appeal.where().longitude(), appeal.saidAt(), complainant(appeal), suggestion(appeal), appeal.round(), appeal.mergedInto(),
        lead == null ? null : lead.number(), appeal.splitFrom(), appeal.outcome(), appeal.resolved(), appeal.satisfied(),
        appeal.repliedAt(), appeal.closedAt(), appeal.version(), acts(appeal), clockViews(appeal), timeline(appeal),
        replyViews(appeal), replies.callBacks(appeal.id()).stream().map(call -> new AppealView.CallBackView(call.id(), call.round(),
            call.at(), call.result(), call.resolved(), call.words(), call.byTitle(), call.byComplainant(), call.recheck())).toList(),
        rows(store.members(appeal.id())), rows(same), supports(appeal),
        open == null ? null : new AppealView.ExtensionView(open.days(), open.reason(), open.askedAt()),
        side.links(appeal.id()).stream().map(link -> new AppealView.LinkView(link.kind(), link.target(), link.words(),
            link.linkedAt())).toList(),
        files(appeal), proposal(appeal), explanations.of(appeal.id()).stream().filter(kept -> kept.removedAt() == null)
            .map(AppealViews::explanation).toList());
  }

  private static AppealView.ExplanationView explanation(ExplanationStore.Kept kept) {
    var one = kept.explanation();
    return new AppealView.ExplanationView(one.kind(), one.target(), one.number(), one.name(), one.reason(), one.reply(), one.unconfirmed(),
        kept.linkedAt());
  }

  private AppealView.SuggestionView suggestion(Appeal appeal) {
    var heard = routing.suggest(appeal.title(), appeal.words());
    return new AppealView.SuggestionView(
        heard.classes().stream().limit(MOST_SUGGESTED).flatMap(ranked -> Stream.ofNullable(Classes.words(ranked.code()))
            .map(name -> new AppealView.SuggestedClass(ranked.code(), name))).toList(),
        heard.refused(),
        heard.reasons().stream().map(reason -> new AppealView.SuggestedBy(reason.words(), reason.classCode())).toList(), heard.source(),
        unitsFor(appeal, heard));
  }

  /** The units the appeal may belong to, the likeliest first. */
  List<AppealView.SuggestedUnit> unitsFor(Appeal appeal) {
    return unitsFor(appeal, appeal.classCode() != null ? null : routing.suggest(appeal.title(), appeal.words()));
  }

  private List<AppealView.SuggestedUnit> unitsFor(Appeal appeal, @Nullable Suggestion heard) {
    return units.units(appeal, appeal.classCode() != null ? appeal.classCode() : heard == null || heard.refused()
            || heard.classes().isEmpty() ? null : heard.classes().getFirst().code()).stream()
        .map(one -> new AppealView.SuggestedUnit(one.unit().id(), one.unit().name(), one.because())).toList();
  }

  /** What organisations are called. */
  Map<UUID, String> unitNames(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : organisations.all().stream().filter(one -> ids.contains(one.id()))
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  private List<Appeal> side(Appeal appeal) {
    return store.list(complainants.sameCaller(appeal.id(), clock.now().minus(SAME_CALLER), MOST_SAME)).stream()
        .filter(desk.reader()).sorted(Comparator.comparing(Appeal::id).reversed()).toList();
  }

  private AppealView.@Nullable ComplainantView complainant(Appeal appeal) {
    return complainants.find(appeal.id()).map(who -> new AppealView.ComplainantView(who.kind(), Mask.name(who.name()),
        Mask.phone(who.phone()), Mask.door(who.door()), who.replyBy(), who.name() != null || who.phone() != null)).orElse(null);
  }

  /** What the graph allows in this state, as far as the caller's rights go; reasons of other kinds are told when it is tried. */
  private List<Act> acts(Appeal appeal) {
    var may = EnumSet.noneOf(Act.class);
    var offices = people.offices(CurrentScope.get().principal());
    MAY.forEach((permission, acts) -> {
      boolean held = offices.stream().anyMatch(role -> role.permissions().contains(permission));
      if (held && (permission != Permission.APPEAL_HANDLE || desk.leads(appeal))) {
        may.addAll(acts);
      }
    });
    return AppealState.GRAPH.legalActs(appeal.state()).stream().filter(may::contains).toList();
  }

  private List<AppealView.ClockView> clockViews(Appeal appeal) {
    var rules = limits.rules();
    var now = clock.now();
    var calendar = calendars.current();
    return clocks.of(appeal.id()).stream()
        .sorted(Comparator.comparing((Clock one) -> !one.running()).thenComparing(one -> one.deadline().dueAt()))
        .map(one -> {
          var standing = one.standing(now, calendar);
          var source = rules.version(one.rule().code(), one.received()).map(rule -> rule.source()).orElse("");
          return new AppealView.ClockView(one.step(), one.round(), standing.course(), ClockWords.of(one.rule().limit()), one.startedAt(),
              one.deadline().due(), one.deadline().dueAt(), one.warnAt(), one.stoppedAt(), standing.counted(), standing.used(),
              standing.left(), standing.share(), standing.words(), standing.arithmetic(), one.rule().code(),
              one.rule().version(), source, one.rule().unconfirmed(), one.deadline().provisional());
        }).toList();
  }

  /** What a finished activity says the reply may be; none once it is replied to. */
  private AppealView.@Nullable ProposalView proposal(Appeal appeal) {
    return appeal.repliedAt() != null ? null : entries.of(appeal.id()).stream()
        .filter(line -> line.act().equals(ProposeReplies.PROPOSE) && line.round() == appeal.round()).reduce((first, last) -> last)
        .map(line -> new AppealView.ProposalView(UUID.fromString(String.valueOf(line.facts().get("activity"))), line.words())).orElse(null);
  }

  private List<AppealView.EntryView> timeline(Appeal appeal) {
    var lines = entries.of(appeal.id());
    var units = unitNames(lines.stream().map(Entry::unit).filter(Objects::nonNull).distinct().toList());
    return lines.stream().map(line -> {
      var act = act(line.act());
      var unit = line.unit();
      return new AppealView.EntryView(line.id(), line.at(), line.act(), name(line.act()),
          act == null ? null : act.link(), line.by().title(), unit == null ? null : units.get(unit), line.words(), line.visible(),
          line.round());
    }).toList();
  }

  /** What an act of the timeline is called. */
  static Words name(String name) {
    var act = act(name);
    return act != null ? act.words()
        : Stream.of(BESIDE, PROMISED, EXPLAINED).flatMap(words -> Stream.ofNullable(words.get(name))).findFirst()
            .orElse(new Words(name, name.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Act act(String name) {
    return Stream.of(Act.values()).filter(act -> act.name().equals(name)).findFirst().orElse(null);
  }

  private List<AppealView.ReplyView> replyViews(Appeal appeal) {
    return replies.of(appeal.id()).stream().map(reply -> new AppealView.ReplyView(reply.id(), reply.round(), reply.words(),
        reply.outcome(), reply.signer(), reply.signedAt(), reply.withLead(), replies.proofs(reply.id()).stream()
            .map(proof -> new AppealView.ProofView(proof.kind(), proof.target(), proof.words())).toList())).toList();
  }

  private List<AppealView.SupportView> supports(Appeal appeal) {
    var supports = side.supports(appeal.id());
    var units = unitNames(supports.stream().map(SideStore.Support::organisation).toList());
    return supports.stream().map(one -> new AppealView.SupportView(one.organisation(), units.getOrDefault(one.organisation(), "–"),
        one.asked(), one.askedAt(), one.answer(), one.answeredAt())).toList();
  }

  private List<AppealView.FileView> files(Appeal appeal) {
    var items = new ArrayList<>(evidence.of("appeal", appeal.id()));
    var known = new HashMap<UUID, Boolean>();
    items.forEach(item -> known.put(item.id(), true));
    replies.of(appeal.id()).forEach(reply -> evidence.of("appeal-reply", reply.id()).stream()
        .filter(item -> known.putIfAbsent(item.id(), true) == null).forEach(items::add));
    return items.stream().map(item -> new AppealView.FileView(item.id(), item.kind() == EvidenceKind.PHOTO, item.caption(),
        item.receivedAt())).toList();
  }
}
