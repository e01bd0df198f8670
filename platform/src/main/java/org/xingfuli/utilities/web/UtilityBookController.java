package org.xingfuli.utilities.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.RuleCode;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.wire.ListBook;

/** Requests, sheets, rules and the calendar as workbooks, filtered as on the screen. */
@RestController
@RequestMapping("/api")
class UtilityBookController {

  private final Transactions transactions;
  private final RequestStore requests;
  private final NoticeStore notices;
  private final RequestViews requestViews;
  private final NoticeController noticeViews;
  private final UtilityRuleController ruleViews;
  private final WindowCalendarController calendar;
  private final Desk desk;
  private final BusinessClock clock;

  UtilityBookController(Transactions transactions, RequestStore requests, NoticeStore notices, RequestViews requestViews,
      NoticeController noticeViews, UtilityRuleController ruleViews,
      WindowCalendarController calendar, Desk desk, BusinessClock clock) {
    this.transactions = transactions;
    this.requests = requests;
    this.notices = notices;
    this.requestViews = requestViews;
    this.noticeViews = noticeViews;
    this.ruleViews = ruleViews;
    this.calendar = calendar;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping(path = "/utility-requests.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> requestBook(
      @RequestParam(required = false) @Nullable RequestState state,
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable UtilityService service,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "false") boolean overdue) {
    var rows = transactions.here(() -> requestViews.all(requests.page(
            RequestController.filter(state, estate, service, mine, overdue, desk, clock), null, Integer.MAX_VALUE)).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.number(), kind(row.kind()), row.estateName(),
            row.buildings().stream().map(RequestView.BuildingRef::number).collect(Collectors.joining("、")),
            row.services().stream().map(UtilityBookController::name).collect(Collectors.joining("、")),
            state(row.state()), row.window().firstDay(), row.window().lastDay(),
            row.window().from() + "–" + row.window().to(), row.round(), row.answerBy(), ListBook.yesOrNo(row.overdue()),
            row.answers().stream().map(UtilityBookController::said).collect(Collectors.joining("；")), row.reason(),
            row.requester(), ListBook.moment(row.requestedAt()), row.closedReason()))
        .toList());
    return ListBook.answer("停断与许可申请", List.of("编号 Number", "种类 Kind", "小区 Estate", "楼栋 Buildings", "会签单位 Services",
        "状态 State", "开始 First day", "结束 Last day", "时段 Hours", "轮次 Round", "答复期限 Answer by", "逾期 Overdue",
        "会签 Answers", "事由 Reason", "申请人 Requester", "申请时间 Requested", "原因 Closed because"), rows);
  }

  @GetMapping(path = "/utility-notices.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> noticeBook(
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable UUID request,
      @RequestParam(required = false) @Nullable NoticeState state) {
    var rows = transactions.here(() -> noticeViews.views(
            notices.list(estate, request, state, desk.readable(), Integer.MAX_VALUE, 0)).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.estateName(), row.buildingNumber(), row.number(),
            row.services().stream().map(UtilityBookController::outage).collect(Collectors.joining("、")), row.window().firstDay(),
            row.window().lastDay(), row.window().from() + "–" + row.window().to(), switch (row.state()) {
              case DUE -> "待张贴";
              case POSTED -> "已张贴";
              case WITHDRAWN -> "已撤下";
            }, ListBook.moment(row.dueAt()), ListBook.yesOrNo(row.overdue()), ListBook.moment(row.postedAt()),
            row.postedBy(), row.photos()))
        .toList());
    return ListBook.answer("停断告知", List.of("小区 Estate", "楼栋 Building", "申请 Request", "停断 Outage", "开始 First day",
        "结束 Last day", "时段 Hours", "状态 State", "张贴期限 Due", "逾期 Overdue", "张贴时间 Posted", "张贴人 Posted by",
        "照片 Photos"), rows);
  }

  /** Rules, capacities, days of examinations and waiting activities, to go through with those who must confirm them. */
  @GetMapping(path = "/utility-rules.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> ruleBook() {
    var view = ruleViews.rules();
    return ListBook.answer("停断规则与能力", List.of(
        new TableBook.Table("规则", List.of("代码 Code", "规则 Rule", "取值 Value", "依据 Source", "待确认 Unconfirmed"),
            view.rules().stream().map(row -> Arrays.<@Nullable Object>asList(row.code(), rule(row.code()),
                row.value().equals("yes") ? "允许" : row.value().equals("no") ? "不允许" : row.value(), row.source(),
                ListBook.yesOrNo(row.unconfirmed()))).toList()),
        new TableBook.Table("各单位能力", List.of("单位 Service", "每日窗口 Windows a day", "每周窗口 Windows a week",
            "答复工作日 Working days to answer", "服务热线 Hotline", "依据 Source", "待确认 Unconfirmed"),
            view.services().stream().map(row -> Arrays.<@Nullable Object>asList(name(row.service()), row.perDay(),
                row.perWeek(), row.answerDays(), row.hotline(), row.source(), ListBook.yesOrNo(row.unconfirmed())))
                .toList()),
        new TableBook.Table("考试日", List.of("日期 Day", "考试 Examination", "依据 Source", "待确认 Unconfirmed"),
            view.examDays().stream().map(row -> Arrays.<@Nullable Object>asList(row.day(), row.name(), row.source(),
                ListBook.yesOrNo(row.unconfirmed()))).toList()),
        new TableBook.Table("等待窗口的工序", List.of("编号 Code", "工序 Activity", "Activity", "等待 Waits for", "单位 Service",
            "依据 Source", "待确认 Unconfirmed"),
            view.waiting().stream().map(row -> Arrays.<@Nullable Object>asList(row.activityCode(),
                row.name() == null ? "样板中已没有" : row.name().zh(), row.name() == null ? null : row.name().en(),
                kind(row.kind()), name(row.service()), row.source(), ListBook.yesOrNo(row.unconfirmed()))).toList())));
  }

  /** The windows that the rules as they are now would not allow; a row for each reason. */
  @GetMapping(path = "/utility-rules/breaches.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> breachBook() {
    return ListBook.answer("不合现行规则的窗口", List.of("编号 Number", "小区 Estate", "会签单位 Services", "状态 State", "开始 First day",
        "结束 Last day", "不合之处 What is wrong", "What is wrong"), ruleViews.breaches().stream()
        .flatMap(row -> row.faults().stream().map(fault -> Arrays.<@Nullable Object>asList(row.number(), row.estateName(),
            names(row.services()), state(row.state()), row.firstDay(), row.lastDay(), fault.message(), fault.messageEn())))
        .toList());
  }

  /** The windows of the weeks on the screen, and how full each day is. */
  @GetMapping(path = "/utility-calendar.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.UTILITY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> calendarBook(@RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable Integer weeks) {
    var view = calendar.calendar(from, weeks);
    var heads = new ArrayList<>(List.of("日期 Day", "不可停断 Closed for"));
    view.services().forEach(service -> heads.add(name(service.service()) + "（每日 " + service.perDay() + "）"));
    var days = view.days().stream().map(day -> {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(day.day());
      cells.add(day.closed());
      cells.addAll(day.loads());
      return (List<@Nullable Object>) cells;
    }).toList();
    return ListBook.answer("停断日历 " + view.from(), List.of(
        new TableBook.Table("窗口", List.of("开始 First day", "结束 Last day", "编号 Number", "小区 Estate", "种类 Kind",
            "会签单位 Services", "状态 State"), view.windows().stream().map(row -> Arrays.<@Nullable Object>asList(row.firstDay(),
                row.lastDay(), row.number(), row.estateName(), kind(row.kind()), names(row.services()), state(row.state())))
            .toList()),
        new TableBook.Table("每日窗口数", heads, days)));
  }

  private static String names(List<UtilityService> services) {
    return services.stream().map(UtilityBookController::name).collect(Collectors.joining("、"));
  }

  private static String rule(String code) {
    return RuleCode.of(code).map(each -> switch (each) {
      case TWO_SERVICES -> "同一栋楼同一天停两样";
      case HOLIDAYS -> "法定节假日停断";
      case EXAM_DAYS -> "高考、中考日停断";
      case EARLIEST -> "每天最早";
      case LATEST -> "每天最晚";
      case MOST_DAYS -> "一次最多天数";
      case LEAD_DAYS -> "至少提前天数";
      case SHEET_HOURS -> "告知贴出至少提前小时数";
    }).orElse(code);
  }

  private static String said(RequestView.AnswerView answer) {
    var name = name(answer.service());
    var said = answer.answer();
    return name + (said == null ? "未答复" : switch (said) {
      case AGREE -> "同意";
      case REFUSE -> "不同意";
      case PROPOSE -> "建议改期";
    });
  }

  private static String name(UtilityService service) {
    return service.words().zh();
  }

  private static String outage(UtilityService service) {
    return switch (service) {
      case WATER -> "停水";
      case GAS -> "停气";
      case POWER -> "停电";
      case TELECOM -> "停网";
    };
  }

  private static String kind(RequestKind kind) {
    return switch (kind) {
      case OUTAGE -> "停断";
      case EXCAVATION -> "开挖许可";
      case CONNECTION -> "接驳";
      case RELOCATION -> "迁改";
    };
  }

  private static String state(RequestState state) {
    return switch (state) {
      case AWAITING -> "会签中";
      case PROPOSED -> "待改期";
      case AGREED -> "已会签";
      case REFUSED -> "不同意";
      case WITHDRAWN -> "已撤回";
    };
  }
}
