package org.xingfuli.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.CallBackAppeal;
import org.xingfuli.appeal.flow.DispatchAppeal;
import org.xingfuli.appeal.flow.ExtendAppeal;
import org.xingfuli.appeal.flow.HandleAppeal;
import org.xingfuli.appeal.flow.MergeAppeals;
import org.xingfuli.appeal.flow.ReceiveAppeal;
import org.xingfuli.appeal.flow.ReplyToAppeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.UuidV7;

/** Appeals in every state, led by the community they lie in. */
@TestComponent
public final class AppealObjects implements MatrixObjects {

  /** What the address of an act ends in. */
  public static final List<String> ACTS = List.of("accept", "dispatch", "return", "handle", "progress", "cooperate", "pause", "resume",
      "extension", "extension-decision", "reply", "call-back", "lapse", "recheck", "archive", "correct", "link", "supervise", "merge",
      "separate", "split");

  private final MatrixWorld world;
  private final ReceiveAppeal receive;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ExtendAppeal extend;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final MergeAppeals merge;
  private final Organisations organisations;
  private final JdbcClient jdbc;
  private UUID other = UUID.randomUUID();
  private UUID unit = UUID.randomUUID();
  private int version;

  AppealObjects(MatrixWorld world, ReceiveAppeal receive, DispatchAppeal dispatch, HandleAppeal handle, ExtendAppeal extend,
      ReplyToAppeal reply, CallBackAppeal callBack, MergeAppeals merge, Organisations organisations, JdbcClient jdbc) {
    this.world = world;
    this.receive = receive;
    this.dispatch = dispatch;
    this.handle = handle;
    this.extend = extend;
    this.reply = reply;
    this.callBack = callBack;
    this.merge = merge;
    this.organisations = organisations;
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/appeals/\\{id}.*|/api/appeals/matters/.*|/api/appeals/reply-templates/\\{.*|/api/appeals/views/.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    if (place == Place.NONE) {
      return Map.of("id", UUID.randomUUID().toString(), "matter", UUID.randomUUID().toString(), "target", UUID.randomUUID().toString(),
          "template", UUID.randomUUID().toString(), "view", UUID.randomUUID().toString());
    }
    if (endpoint.contains("/reply-templates/")) {
      return Map.of("template", template(unit(place)).toString());
    }
    if (endpoint.contains("/views/")) {
      return Map.of("view", view(UUID.randomUUID()).toString());
    }
    if (endpoint.contains("/matters/")) {
      return Map.of("matter", matter(place).toString());
    }
    var id = appeal(place, before(act(endpoint)));
    switch (act(endpoint)) {
      case "extension-decision" -> act(() -> extend.ask(null, id, 2, "等材料到货"));
      case "lapse" -> unreached(id);
      case "merge" -> other = appeal(place, AppealState.HANDLING);
      default -> {}
    }
    unit = unit(place);
    version = world.system(() -> jdbc.sql("select version from appeal.appeal where id = ?").param(id).query(Integer.class).single());
    return Map.of("id", id.toString(), "target", UUID.randomUUID().toString());
  }

  private static String act(String endpoint) {
    return endpoint.substring(endpoint.lastIndexOf('/') + 1);
  }

  private static AppealState before(String act) {
    return switch (act) {
      case "accept" -> AppealState.RECEIVED;
      case "dispatch" -> AppealState.ACCEPTED;
      case "return", "handle" -> AppealState.DISPATCHED;
      case "resume" -> AppealState.PAUSED;
      case "call-back", "lapse" -> AppealState.REPLIED;
      case "recheck", "archive" -> AppealState.CLOSED;
      case "separate" -> AppealState.MERGED;
      default -> AppealState.HANDLING;
    };
  }

  /** A matter of the place that was raised to the command. */
  private UUID matter(Place place) {
    var id = UuidV7.create();
    world.system(() -> jdbc.sql("insert into appeal.matter (id, title, words, area, estate_id, raised_at, appeals) values (?, '积水', '', ?, ?, now(), 5)")
        .params(id, MatrixWorld.area(place), world.estate(place)).update());
    return id;
  }

  /** A template of the organisation. */
  public UUID template(UUID organisation) {
    var id = UuidV7.create();
    world.system(() -> jdbc.sql("""
            insert into appeal.reply_template (id, version, organisation_id, name, words, outcome, made_at, made_by, maker)
            values (?, 1, ?, '已说明', '您反映的“{标题}”（{编号}）已核实。', 'EXPLAINED', now(), ?, '街道专员')""")
        .params(id, organisation, id).update());
    return id;
  }

  /** A view of the inbox that somebody keeps. */
  public UUID view(UUID person) {
    var id = UuidV7.create();
    world.system(() -> jdbc.sql("""
            insert into appeal.saved_view (id, person_id, name, wanted, made_at)
            values (?, ?, '我的', '{"range": "OPEN", "states": [], "order": "DUE"}', now())""").params(id, person).update());
    return id;
  }

  /** The community of the place. */
  public UUID unit(Place place) {
    return organisations.byArea(MatrixWorld.area(place)).orElseThrow().id();
  }

  /** It is due then, by its clock: the appeal's own date alone is brought up to that by the next who moves it, such as its escalation. */
  public void due(UUID appeal, Instant at) {
    var end = at.atOffset(ZoneOffset.UTC);
    world.system(() -> jdbc.sql("update appeal.clock set due_at = ? where appeal_id = ? and stopped_at is null").params(end, appeal).update()
        + jdbc.sql("update appeal.appeal set due_at = ? where id = ?").params(end, appeal).update());
  }

  /** An appeal about the place's estate, brought to the state by those who may. */
  public UUID appeal(Place place, AppealState state) {
    var id = received(place, "楼道灯坏了三天，晚上上楼看不见", "13812341234");
    if (state == AppealState.RECEIVED) {
      return id;
    }
    act(() -> dispatch.accept(null, id));
    if (state == AppealState.ACCEPTED) {
      return id;
    }
    act(() -> dispatch.dispatch(null, id, unit(place), ""));
    if (state == AppealState.DISPATCHED) {
      return id;
    }
    act(() -> handle.handle(null, id));
    switch (state) {
      case PAUSED -> act(() -> handle.pause(null, id, PauseReason.AWAITING_MATERIAL, "等居民提供照片"));
      case MERGED -> {
        var lead = appeal(place, AppealState.HANDLING);
        act(() -> merge.merge(null, lead, List.of(id), ""));
      }
      case REPLIED, CLOSED -> act(() -> reply.reply(null, id, new ReplyToAppeal.Answer("已换灯", Outcome.EXPLAINED,
          List.of(new Proof(Proof.Kind.PAPER, null, "维修单 0012")), Map.of())));
      default -> {}
    }
    if (state == AppealState.CLOSED) {
      // Whoever signed a reply does not call back, not even the system.
      world.system(() -> jdbc.sql("update appeal.reply set signed_by = ? where appeal_id = ?").params(UUID.randomUUID(), id).update());
      act(() -> callBack.callBack(null, id, new CallBackAppeal.Said(Result.SATISFIED, null, "")));
    }
    return id;
  }

  /** An appeal somebody with the number has made about the place's estate. */
  public UUID received(Place place, String words, String phone) {
    var appeal = new NewAppeal(Channel.PHONE, null, AppealKind.COMPLAINT, null, null, words, null, false,
        new NewAppeal.Where(MatrixWorld.area(place), world.estate(place), null, "11", 4, null, null, null),
        new Complainant(Complainant.Kind.RESIDENT, "张小明", phone, "502", Complainant.ReplyBy.PHONE, null), null);
    return world.system(() -> receive.here(appeal, By.me())).id();
  }

  private void act(Runnable act) {
    world.system(() -> {
      act.run();
      return true;
    });
  }

  private void unreached(UUID id) {
    world.system(() -> {
      for (int day = 1; day <= 3; day++) {
        jdbc.sql("""
                insert into appeal.call_back (id, appeal_id, area, estate_id, round, at, result, by_id, by_title, by_complainant)
                select ?, id, area, estate_id, round, received_at - make_interval(days => ?), 'UNREACHED', id, '', false
                from appeal.appeal where id = ?""").params(UuidV7.create(), day, id).update();
      }
      return true;
    });
  }

  /** What a clerk sends to register an appeal. */
  public Map<String, Object> registration(Place place) {
    var body = new HashMap<String, Object>();
    body.put("channel", "VISIT");
    body.put("kind", "COMPLAINT");
    body.put("words", "下水道堵了，厨房返味");
    body.put("estateId", Objects.requireNonNull(world.estate(place)));
    body.put("complainant", Map.of("kind", "RESIDENT", "name", "李大妈", "phone", "13900001111"));
    return body;
  }

  @Override
  public @Nullable Object body(String endpoint) {
    if (endpoint.contains("/reply-templates/")) {
      return endpoint.startsWith("PUT") ? Map.of("name", "已说明", "words", "{编号}", "outcome", "EXPLAINED", "version", 1) : null;
    }
    if (endpoint.contains("/views/")) {
      return endpoint.startsWith("PUT") ? Map.of("name", "我的", "shared", false, "wanted", Map.of("range", "OPEN"), "version", 1) : null;
    }
    return switch (act(endpoint)) {
      case "settle" -> Map.of("words", "已责成排水公司今晚抢通");
      case "dispatch" -> Map.of("unit", unit);
      case "return", "supervise" -> Map.of("reason", "不属本单位职责");
      case "progress" -> Map.of("words", "已约电工", "visible", true);
      case "cooperate" -> Map.of("units", List.of(unit), "words", "请协助断电");
      case "pause" -> Map.of("reason", "AWAITING_MATERIAL", "words", "等居民提供照片");
      case "extension" -> Map.of("days", 2, "reason", "等材料到货");
      case "extension-decision" -> Map.of("grant", true);
      case "reply" -> Map.of("words", "已换灯", "outcome", "EXPLAINED", "proofs",
          List.of(Map.of("kind", "PAPER", "words", "维修单 0012")));
      case "call-back" -> Map.of("result", "SATISFIED", "words", "亮了");
      case "recheck" -> Map.of("stands", true, "words", "现场看过");
      case "correct" -> Map.of("version", version, "title", "楼道灯不亮");
      case "link" -> Map.of("kind", "WORK", "target", UUID.randomUUID(), "words", "楼道照明");
      case "merge" -> Map.of("others", List.of(other));
      case "split" -> Map.of("parts", List.of(Map.of("title", "返味", "words", "厨房返味")));
      case "reveal" -> Map.of("usual", "APPEAL", "reason", "联系诉求人约上门");
      default -> Map.of();
    };
  }
}
