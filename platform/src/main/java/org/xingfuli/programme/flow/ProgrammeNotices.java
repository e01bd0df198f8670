package org.xingfuli.programme.flow;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.NoticeKind.Wording;

/** What a year's people are told of it. */
@Configuration(proxyBeanMethods = false)
class ProgrammeNotices {

  static final String AT_RISK = "programme.node-at-risk";
  static final String MISSED = "programme.node-missed";
  static final String FROZEN = "programme.plan-frozen";

  private static final Set<String> NODE = Set.of("project", "node", "nodeEn", "due");

  @Bean
  NoticeKind nodeAtRisk() {
    return new NoticeKind(AT_RISK, NODE, false,
        new Wording("{project}：{node}有风险", "节点“{node}”应于 {due} 完成，按当前进度余量不足。请核对进度并报告原因。"),
        new Wording("{project}: {nodeEn} is at risk",
            "The node {nodeEn} is due on {due}; at the present pace there is little room left. Please check progress and report the cause."));
  }

  @Bean
  NoticeKind nodeMissed() {
    return new NoticeKind(MISSED, NODE, true,
        new Wording("{project}：{node}将滞后", "节点“{node}”应于 {due} 完成，预测已超期。请在作战图上查看原因链并落实措施。"),
        new Wording("{project}: {nodeEn} will be late",
            "The node {nodeEn} is due on {due} and is forecast to be missed. See the chain of causes on the battle chart and act."));
  }

  @Bean
  NoticeKind planFrozen() {
    return new NoticeKind(FROZEN, Set.of("programme", "version"), false,
        new Wording("{programme}计划已冻结", "第 {version} 版计划已冻结，今后进度按它考核。请查看本项目的开工与节点日期。"),
        new Wording("The plan of {programme} is frozen",
            "Version {version} is what progress is held against from now on. Please look up the dates of your project."));
  }
}
