import type { Role, Words } from '@/api/contract'

/** The roles as the handbook calls them; a test of the platform holds them against the catalogue. */
export const roleNames: Record<Role['code'], Words> = {
  COMMANDER: { zh: '指挥长', en: 'Commander' },
  PLANNER: { zh: '计划员', en: 'Planner' },
  STREET_OFFICER: { zh: '街道专员', en: 'Street officer' },
  COMMUNITY_OFFICER: { zh: '社区书记', en: 'Community secretary' },
  RECEPTION_CLERK: { zh: '接待点值班员', en: 'Reception clerk' },
  APPEAL_CLERK: { zh: '诉求专员', en: 'Appeal clerk' },
  DELIVERY_AGENT: { zh: '代建项目负责人', en: 'Delivery agent' },
  CONTRACTOR: { zh: '施工项目经理', en: 'Contractor' },
  SUPERVISOR: { zh: '监理', en: 'Supervisor' },
  UTILITY_OFFICER: { zh: '公用单位专员', en: 'Officer of a utility' },
  PROPERTY_MANAGER: { zh: '物业项目经理', en: 'Property manager' },
  ADMINISTRATOR: { zh: '系统管理员', en: 'System administrator' },
  SECURITY_OFFICER: { zh: '安全管理员', en: 'Security administrator' },
  AUDITOR: { zh: '审计员', en: 'Auditor' },
  OPERATOR: { zh: '运维员', en: 'Operator' },
  DEMO_OPERATOR: { zh: '演示员', en: 'Demo operator' },
}
