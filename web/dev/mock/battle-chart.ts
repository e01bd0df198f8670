import type { Handlers } from '../mock'
import { NODES, STREETS, TODAY, type A, day, world } from '../world'
import { why } from './timetable'

const w = world()
const by = new Map(w.activities.map((a) => [a.id, a]))
const OWNERS = ['街道副主任', '总包项目经理', '代建项目负责人', '社区书记']
const RANK = ['LATE', 'AT_RISK', 'ON_TIME', 'NOT_STARTED', 'DONE']
const CAUSE: Record<string, { zh: string; en: string }> = {
  LATE: { zh: '3 户违建未签约，屋面放不了线', en: 'three households have not signed; the roof cannot be set out' },
  AT_RISK: { zh: '连雨停工 3 天，防水班组被占用', en: 'three days of rain; the waterproofing crew is held elsewhere' },
}

function cell(p: (typeof w.projects)[number], node: (typeof NODES)[number]) {
  if (node.appliesTo === 'SMALL_AND_EASY' && !p.easy) return { nodeId: node.id, state: 'NOT_APPLICABLE', date: null, due: null, days: null, cause: null }
  const a = by.get(`${p.id}-${node.activityCode}`)!
  const days = day(node.resolvedDate) - day(a.finish)
  const state = a.state === 'DONE' ? 'DONE' : days < 0 ? 'LATE' : days <= 6 ? 'AT_RISK' : day(a.start) - day(TODAY) > 45 ? 'NOT_STARTED' : 'ON_TIME'
  return { nodeId: node.id, state, date: a.finish, due: node.resolvedDate, days, cause: CAUSE[state] ?? null }
}

function chart() {
  const rows = w.projects.map((p, i) => {
    const cells = NODES.map((n) => cell(p, n))
    const mine = w.activities.filter((a) => a.projectId === p.id)
    const share = (pick: (a: A) => number) => Math.round(mine.reduce((s, a) => s + pick(a), 0) / mine.length)
    return {
      projectId: p.id, name: p.name, street: p.street, streetName: p.streetName, buildings: p.buildings, households: p.households, owner: OWNERS[i % 4]!,
      progress: share((a) => a.percent), plannedProgress: share((a) => Math.max(0, Math.min(100, ((day(TODAY) - day(a.baselineStart)) / (day(a.baselineFinish) - day(a.baselineStart) + 1)) * 100))),
      inFrozenPlan: true, worst: RANK.find((s) => cells.some((c) => c.state === s)) ?? 'NOT_STARTED', cells,
    }
  })
  const sum = (r: (typeof rows)[number]) => Math.min(...r.cells.map((c) => (c.state === 'DONE' || c.days === null ? 999 : c.days)))
  rows.sort((a, b) => RANK.indexOf(a.worst) - RANK.indexOf(b.worst) || sum(a) - sum(b))
  const cells = rows.flatMap((r) => r.cells.map((c) => ({ r, c }))).filter(({ c }) => c.state !== 'NOT_APPLICABLE')
  const late = cells.filter(({ c }) => c.state === 'LATE')
  const risk = cells.filter(({ c }) => c.state === 'AT_RISK')
  const homes = rows.reduce((s, r) => s + r.households, 0)
  const words = (zh: string, en: string) => ({ zh, en })
  return {
    whole: true, order: rows.map((r) => r.projectId), programme: { id: 'y2022', year: 2022, name: '2022 年度老旧小区改造' }, date: TODAY, updatedAt: '2022-04-20T16:38:00+08:00',
    kpis: [
      { code: 'PROJECTS', label: words('改造项目', 'Projects'), value: 50, unit: '个', numerator: 50, denominator: 50, note: words('45 个小区 · 续建 3', '45 estates · 3 carried over') },
      { code: 'HOMES', label: words('涉及居民', 'Homes'), value: homes, unit: '户', numerator: homes, denominator: homes, note: words(`${rows.reduce((s, r) => s + r.buildings, 0)} 栋`, `${rows.reduce((s, r) => s + r.buildings, 0)} buildings`) },
      { code: 'ON_TIME', label: words('节点按期率', 'Nodes on time'), value: Math.round((1 - late.length / cells.length) * 1000) / 10, unit: '%', numerator: cells.length - late.length, denominator: cells.length, note: words('已完成与预计按期', 'reached or forecast in time') },
      { code: 'TROUBLE', label: words('滞后 / 预警', 'Late / at risk'), value: late.length, unit: '项', numerator: risk.length, denominator: cells.length, note: words(`预警 ${risk.length}，最长 ${Math.max(0, ...late.map(({ c }) => -c.days!))} 天`, `${risk.length} at risk`) },
      { code: 'PROGRESS', label: words('总进度', 'Progress'), value: 38.4, unit: '%', numerator: 1056, denominator: 2750, note: words('已完成活动；计划 41%', 'activities done; 41% planned') },
      { code: 'MUST', label: words('今天必须开工', 'Must start today'), value: 3, unit: '项', numerator: 3, denominator: 2750, note: words('最迟开始日已到', 'latest start has come') },
    ].map((k) => ({ ...k, reckoning: words(`${k.numerator} ÷ ${k.denominator}`, `${k.numerator} ÷ ${k.denominator}`) })),
    nodes: NODES.map((n) => ({ id: n.id, code: n.code, name: n.name, due: n.resolvedDate, resolution: n.resolution })), rows,
    causes: [...late, ...risk].map(({ r, c }) => ({ projectId: r.projectId, projectName: r.name, streetName: r.streetName, nodeId: c.nodeId, nodeName: NODES.find((n) => n.id === c.nodeId)!.name, state: c.state, days: c.days!, cause: c.cause!, owner: r.owner })),
    streets: STREETS.map(([street, streetName]) => {
      const mine = rows.filter((r) => r.street === street)
      return { street, streetName, projects: mine.length, late: mine.filter((r) => r.worst === 'LATE').length, atRisk: mine.filter((r) => r.worst === 'AT_RISK').length, onTime: mine.filter((r) => r.worst === 'ON_TIME' || r.worst === 'DONE').length }
    }),
  }
}

export default {
  'GET /api/battle-chart': () => chart(),
  'GET /api/battle-chart/{projectId}/{nodeId}': ({ path }) => {
    const p = w.projects.find((x) => x.id === path.projectId)!
    const node = NODES.find((n) => n.id === path.nodeId)!
    const a = by.get(`${p.id}-${node.activityCode}`)!
    const because = why(a.id)
    return {
      project: { id: p.id, name: p.name, streetName: p.streetName }, node: { id: node.id, code: node.code, name: node.name }, due: node.resolvedDate, baseline: a.baselineFinish, finish: a.finish,
      state: cell(p, node).state, waterfall: because.waterfall, chain: because.chain, cure: cell(p, node).state === 'LATE' ? { zh: '04-24 前签完 3 户，提前 2 天。该谁动：街道挂钩领导。', en: 'Three signatures by 04-24 win two days. Whose move: the street.' } : null,
      reports: [{ id: 'r1', activityId: a.id, at: '2022-04-18T17:20:00+08:00', by: '总包项目经理', percent: a.percent, daysLost: 2, reason: 'RAIN', note: '04-12 至 04-14 连雨', actualStart: null, actualFinish: null }],
    }
  },
} satisfies Handlers

