package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.wire.ListBook;

/** A programme's lists as workbooks: what the screens show, as far as the caller sees it. */
@RestController
@RequestMapping("/api/programmes/{id}")
class ProgrammeBookController {

  private final ProgrammeController programmes;
  private final ProjectController projects;
  private final TemplateController templates;
  private final CrewController crews;
  private final PlanController plans;

  ProgrammeBookController(ProgrammeController programmes, ProjectController projects, TemplateController templates,
      CrewController crews, PlanController plans) {
    this.programmes = programmes;
    this.projects = projects;
    this.templates = templates;
    this.crews = crews;
    this.plans = plans;
  }

  @GetMapping(path = "/nodes.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> nodeBook(@PathVariable UUID id) {
    return ListBook.answer("时间节点", List.of("编号 Code", "节点 Node", "Node", "名义日期 Nominal", "最后期限 Due",
        "为什么是这一天 Why", "权重 Weight", "由工序完成 Activity", "待确认 Unconfirmed"), programmes.nodes(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name().zh(), row.name().en(), row.nominalDate(),
            row.resolvedDate(), row.resolution().zh(), row.weight(), row.activityCode(),
            ListBook.yesOrNo(row.unconfirmed() || row.provisional())))
        .toList());
  }

  @GetMapping(path = "/projects.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> projectBook(@PathVariable UUID id) {
    return ListBook.answer("项目", List.of("编号 Code", "项目 Project", "小区 Estates", "街道 Street", "类别 Class",
        "代建单位 Delivery agent", "施工单位 Contractor", "监理单位 Supervisor", "最早开工 Earliest start", "结转自 Carried over from", "结转原因 Why",
        "栋 Buildings", "户 Households", "工序 Activities"), projects.list(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name(),
            String.join("、", row.estates().stream().map(ProjectRow.HeldEstate::name).toList()), row.streetName(),
            row.sizeClass() == SizeClass.SMALL_AND_EASY ? "小易" : "常规", row.deliveryAgent(), row.contractor(),
            row.supervisor(), row.earliestStart(), row.carriedOverFrom(), row.carriedReason(), row.buildings(), row.households(),
            row.activities()))
        .toList());
  }

  @GetMapping(path = "/template.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> templateBook(@PathVariable UUID id) {
    return ListBook.answer("样板工序", List.of("编号 Code", "工序 Activity", "Activity", "阶段 Phase", "参照工期天 Days",
        "折算依据 Driver", "参照量 Reference", "单位 Unit", "随量变化 Share", "班组 Crews", "前置 Predecessors", "最早 Earliest",
        "日历 Calendar", "露天 Outdoor", "雨敏感 Rain", "隐蔽 Concealed", "待确认 Unconfirmed", "依据 Source"),
        templates.template(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name().zh(), row.name().en(), row.phase(),
            row.duration(), row.driver(), row.referenceQuantity(), row.unit(), row.scalingShare(),
            CrewNeed.notation(row.crews()), row.predecessors(), row.earliest(), row.calendar().name(),
            ListBook.yesOrNo(row.outdoor()), row.rainSensitivity(), ListBook.yesOrNo(row.concealed()),
            ListBook.yesOrNo(row.assumption()), row.source()))
        .toList());
  }

  @GetMapping(path = "/crews.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> crewBook(@PathVariable UUID id) {
    return ListBook.answer("班组", List.of("代码 Code", "班组 Crew", "Crew", "共用范围 Shared within", "能力 Capacity",
        "能力变化 Changes", "待确认 Unconfirmed", "依据 Source"), crews.crews(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name().zh(), row.name().en(),
            row.sharedWithin().name(), row.capacity(),
            String.join("；", row.changes().stream().map(change -> change.from() + " " + change.capacity()).toList()),
            ListBook.yesOrNo(row.assumption()), row.source()))
        .toList());
  }

  @GetMapping(path = "/plans.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> planBook(@PathVariable UUID id) {
    return ListBook.answer("排期", List.of("版本 Version", "状态 State", "排期时间 Computed", "经办 By", "冻结时间 Frozen",
        "冻结人 Frozen by", "冻结日 Frozen on", "备注 Note", "排法 Rule", "方法 Method", "活动 Activities", "误节点 Late nodes",
        "加权延误 Weighted lateness", "全部交付 Hand-over", "种子 Seed"), plans.list(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.version(), row.state().name(), ListBook.moment(row.createdAt()),
            row.createdBy(), ListBook.moment(row.frozenAt()), row.frozenBy(), row.frozenOn(), row.note(), row.rule(),
            row.method(), row.activities(), row.lateNodes(), row.weightedLateness(), row.handOver(), row.seed()))
        .toList());
  }
}
