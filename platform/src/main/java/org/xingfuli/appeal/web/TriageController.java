package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.flow.HotMatters;
import org.xingfuli.appeal.flow.Routing;
import org.xingfuli.appeal.flow.SimilarAppeals;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.MatterStore;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.Topic;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;

/** What triage knows: appeals like one, what many write about, and what the corrections have taught. */
@RestController
@RequestMapping("/api/appeals")
class TriageController {

  private static final int LIKE = 10;
  private static final int TOPICS = 60;

  private final Transactions transactions;
  private final CaseDesk desk;
  private final AppealStore store;
  private final AppealViews views;
  private final SimilarAppeals similar;
  private final HotMatters matters;
  private final Routing routing;
  private final Estates estates;
  private final Organisations organisations;

  TriageController(Transactions transactions, CaseDesk desk, AppealStore store, AppealViews views, SimilarAppeals similar,
      HotMatters matters, Routing routing, Estates estates, Organisations organisations) {
    this.transactions = transactions;
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.similar = similar;
    this.matters = matters;
    this.routing = routing;
    this.estates = estates;
    this.organisations = organisations;
  }

  /**
   * An appeal like another.
   *
   * @param again whether the same words were sent again
   * @param score likeness, 0 to 1
   * @param reasons of the same matter: {@code words:}, {@code place:}, {@code days:}
   */
  record LikeAppeal(AppealRow row, String words, boolean again, double score, List<String> reasons) {}

  /** Appeals sent again and appeals about the same matter, the likest first, as far as the caller reads them. */
  @GetMapping("/{id}/similar")
  @Requires(Permission.APPEAL_READ)
  List<LikeAppeal> similar(@PathVariable UUID id) {
    var appeal = transactions.here(() -> desk.read(id));
    var found = similar.like(appeal, LIKE);
    return transactions.here(() -> {
      var scores = new HashMap<UUID, LikeAppeal>();
      var ids = new ArrayList<UUID>(found.again().keySet());
      found.sameMatter().forEach(one -> ids.add(UUID.fromString(one.id())));
      var seen = new HashMap<UUID, Appeal>();
      store.list(ids).stream().filter(desk.reader()).forEach(one -> seen.put(one.id(), one));
      var rows = new HashMap<UUID, AppealRow>();
      views.rows(List.copyOf(seen.values())).forEach(row -> rows.put(row.id(), row));
      found.again().forEach((other, score) -> put(scores, seen.get(other), rows.get(other), true, score, List.of()));
      found.sameMatter().forEach(one -> put(scores, seen.get(UUID.fromString(one.id())), rows.get(UUID.fromString(one.id())), false,
          one.score(), one.reasons()));
      return ids.stream().distinct().map(scores::get).filter(Objects::nonNull).toList();
    });
  }

  private static void put(Map<UUID, LikeAppeal> scores, @Nullable Appeal appeal, @Nullable AppealRow row, boolean again, double score,
      List<String> reasons) {
    if (appeal != null && row != null) {
      scores.putIfAbsent(appeal.id(), new LikeAppeal(row, appeal.words(), again, score, reasons));
    }
  }

  /**
   * What many write about.
   *
   * @param looked how many appeals were looked at
   * @param whole whether these are all of the period
   * @param raisedAt so many open appeals of a week raise a matter to the command
   */
  record Topics(int days, int looked, boolean whole, Instant at, int raisedAt, List<TopicView> topics, List<MatterView> matters) {}

  /**
   * One matter that several write about.
   *
   * @param words what most of the titles share
   * @param perDay appeals a day, the first day first
   * @param places how many lie in each estate or, where it is not known, street
   */
  record TopicView(int size, int open, String title, List<String> words, @Nullable Instant first, @Nullable Instant last, int week,
      int weekBefore, boolean rising, List<Integer> perDay, List<TopicPlace> places, List<UUID> appeals) {}

  record TopicPlace(@Nullable UUID estateId, String area, String name, int count) {}

  /** A matter that was raised to the command. */
  record MatterView(UUID id, String title, String words, String areaName, @Nullable String estateName, Instant raisedAt, int appeals,
      List<UUID> inSight, @Nullable Instant settledAt, @Nullable String settledWords) {}

  @GetMapping("/topics")
  @Requires(Permission.APPEAL_READ)
  Topics topics(@RequestParam(defaultValue = "30") @Min(7) @Max(365) int days) {
    var found = matters.of(days);
    return transactions.here(() -> {
      var areas = organisations.areaNames();
      var topics = found.topics().stream().limit(TOPICS).map(topic -> view(topic, found, days, areas)).toList();
      var raised = matters.raised();
      var names = estates.names(raised.stream().map(MatterStore.Matter::estate).filter(Objects::nonNull).distinct().toList());
      return new Topics(days, found.looked(), found.whole(), found.at(), HotMatters.RAISED_AT, topics,
          raised.stream().map(one -> new MatterView(one.id(), one.title(), one.words(), areas.getOrDefault(one.area(), one.area()),
              one.estate() == null ? null : names.get(one.estate()), one.raisedAt(), one.appeals(), matters.appeals(one.id()),
              one.settledAt(), one.settledWords())).toList());
    });
  }

  private TopicView view(Topic topic, HotMatters.Found found, int days, Map<String, String> areas) {
    var told = topic.ids().stream().map(id -> Objects.requireNonNull(found.told().get(UUID.fromString(id)))).toList();
    var names = estates.names(told.stream().map(MatterStore.Told::estate).filter(Objects::nonNull).distinct().toList());
    var places = new HashMap<TopicPlace, Integer>();
    told.forEach(one -> places.merge(new TopicPlace(one.estate(), one.area(), one.estate() == null
        ? areas.getOrDefault(one.area(), one.area()) : names.getOrDefault(one.estate(), ""), 0), 1, Integer::sum));
    return new TopicView(topic.size(), (int) told.stream().filter(MatterStore.Told::open).count(), topic.title(), topic.words(), topic.first(),
        topic.last(), topic.trend().week(), topic.trend().weekBefore(), topic.trend().rising(), HotMatters.perDay(told, found.at(), days),
        places.entrySet().stream().map(one -> new TopicPlace(one.getKey().estateId(), one.getKey().area(), one.getKey().name(), one.getValue()))
            .sorted(Comparator.comparing(TopicPlace::count).reversed().thenComparing(TopicPlace::name)).toList(),
        told.stream().map(MatterStore.Told::id).toList());
  }

  /** Appeals of a topic or of a matter, in the order asked for, as far as the caller reads them; without the title of a confidential one. */
  @GetMapping("/rows")
  @Requires(Permission.APPEAL_READ)
  List<AppealRow> rows(@RequestParam @Size(max = 100) List<UUID> id) {
    return transactions.here(() -> {
      var rows = new HashMap<UUID, AppealRow>();
      views.rows(store.list(id).stream().filter(desk.reader()).toList())
          .forEach(row -> rows.put(row.id(), row.confidential() ? row.untitled() : row));
      return id.stream().distinct().flatMap(one -> Stream.ofNullable(rows.get(one))).toList();
    });
  }

  /** What the command has done about a matter. */
  record SettleBody(@NotBlank String words) {}

  @PostMapping("/matters/{matter}/settle")
  @Requires(Permission.APPEAL_DISPATCH)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settle(@PathVariable UUID matter, @RequestBody @Valid SettleBody body) {
    matters.settle(matter, body.words());
  }

  /**
   * What suggests classes.
   *
   * @param chosen the model that is asked; none while the rules of the first day are
   * @param since classes people have said since the latest was learnt
   * @param least it takes so many to learn
   */
  record RoutingView(@Nullable UUID chosen, long since, int labelled, int least, List<RoutingModel> models) {}

  /**
   * A model that was learnt.
   *
   * @param precision of what it suggests, by cross-validation
   * @param rejected share it leaves to a person
   */
  record RoutingModel(UUID id, String version, Instant at, String by, int rows, int classes, @Nullable Double precision, double rejected,
      double seconds) {}

  @GetMapping("/routing")
  @Requires(Permission.APPEAL_RULES)
  RoutingView routing() {
    var standing = routing.standing();
    return new RoutingView(standing.chosen(), standing.since(), standing.labelled(), standing.least(), standing.models().stream()
        .map(made -> new RoutingModel(made.id(), made.version(), made.at(), made.by().title(), made.rows(), made.classes(), made.precision(),
            made.rejected(), made.seconds())).toList());
  }

  /** Learns from all corrections so far; takes seconds. */
  @PostMapping("/routing/models")
  @Requires(Permission.APPEAL_RULES)
  RoutingView learn() {
    routing.learn(By.me());
    return routing();
  }

  /** Which model is asked; none for the rules of the first day. */
  record RoutingChoice(@Nullable UUID model) {}

  @PostMapping("/routing/choice")
  @Requires(Permission.APPEAL_RULES)
  RoutingView choose(@RequestBody RoutingChoice body) {
    routing.choose(body.model());
    return routing();
  }
}
