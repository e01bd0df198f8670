package org.xingfuli.identity.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.xingfuli.access.Permission;

/** Rights as they are called in workbooks; the same words as on the screen. */
final class Rights {

  private Rights() {}

  static String word(Permission right) {
    return switch (right) {
      case SESSION -> "登录";
      case PEOPLE_READ -> "查看人员";
      case PEOPLE_MANAGE -> "管理人员";
      case RIGHTS_GRANT -> "授予权限";
      case SECURITY_MANAGE -> "管理安全规则";
      case SECURITY_READ -> "查看安全规则";
      case AUDIT_READ -> "查看留痕";
      case AUDIT_VERIFY -> "校验留痕";
      case ESTATE_READ -> "查看小区";
      case ESTATE_EDIT -> "修改小区";
      case ESTATE_IMPORT -> "导入名册";
      case HOUSEHOLD_READ -> "查看住户（脱敏）";
      case PERSONAL_REVEAL -> "查看明文（记录事由）";
      case SURVEY_EDIT -> "记录改造前体检";
      case EVIDENCE_READ -> "查看影像资料";
      case EVIDENCE_ATTACH -> "上传影像资料";
      case PROGRAMME_READ -> "查看年度";
      case PROGRAMME_EDIT -> "修改年度";
      case PLAN_COMPUTE -> "排期";
      case PLAN_FREEZE -> "冻结计划";
      case MONEY_READ -> "查看预算、合同和付款";
      case BUDGET_APPROVE -> "批准预算";
      case PROGRESS_REPORT -> "报进度";
      case GATE_DECIDE -> "核对关口条件";
      case GATE_WAIVE -> "豁免关口条件";
      case PLAYBOOK_EDIT -> "改进样板";
      case UTILITY_READ -> "查看管线申请";
      case UTILITY_REQUEST -> "提出管线申请";
      case UTILITY_SIGN -> "代表公用单位会签";
      case APPEAL_READ -> "查看诉求";
      case APPEAL_INTAKE -> "登记诉求";
      case APPEAL_DISPATCH -> "受理派发诉求";
      case APPEAL_HANDLE -> "办理答复诉求";
      case APPEAL_CALL_BACK -> "回访复核诉求";
      case APPEAL_RULES -> "修改诉求规则";
      case RECEPTION_MANAGE -> "管理接待点和值班表";
      case CHART_READ -> "看挂图";
      case WALL_ISSUE -> "发放大屏链接";
      case STATISTICS_READ -> "查看统计报表";
      case NOTICE_MANAGE -> "管理通知";
      case CALENDAR_IMPORT -> "导入日历";
      case OPERATIONS_READ -> "查看运行指标";
      case CLOCK_MOVE -> "拨动演示日期";
    };
  }

  static String words(Collection<Permission> rights) {
    return rights.stream().map(Rights::word).collect(Collectors.joining("、"));
  }
}
