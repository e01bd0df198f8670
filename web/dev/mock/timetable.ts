import type { Handlers } from '../mock'
import { NODES, TODAY, day, iso, timetable, world } from '../world'

const w = world()
const find = (id: string) => {
  const a = w.activities.find((x) => x.id === id)
  if (!a) throw { status: 404, code: 'common.not-found', detail: '没有这一条。', detailEn: 'There is no such record.' }
  return a
}
const reports: Record<string, unknown[]> = {}
const REASONS = [
  ['RAIN', '雨停', 'rain'], ['CREW', '班组', 'crew'], ['RESIDENTS', '违建未签约', 'signatures outstanding'],
] as const

export function why(id: string) {
  const a = find(id)
  const p = w.projects.find((x) => x.id === a.projectId)!
  const shift = day(a.finish) - day(a.baselineFinish)
  const parts = shift === 0 ? [] : [Math.ceil(shift / 2), Math.floor(shift / 3)]
  parts.push(shift - parts.reduce((s, x) => s + x, 0))
  const prior = w.links.filter((l) => l.to === id).map((l) => ({ l, a: find(l.from) }))
  return {
    ...a, projectName: p.name, baselineFinish: a.baselineFinish, shiftDays: shift,
    waterfall: parts.filter((d) => d !== 0).map((days, i) => ({ cause: REASONS[i % 3]![0], label: { zh: REASONS[i % 3]![1], en: REASONS[i % 3]![2] }, days })),
    chain: [
      ...prior.slice(0, 2).map(({ l, a: b }) => ({ activityId: b.id, name: b.name, reason: { zh: `等“${b.name.zh}”，${l.kind}${l.lag >= 0 ? '+' : ''}${l.lag}`, en: `waits for “${b.name.en}”, ${l.kind}${l.lag >= 0 ? '+' : ''}${l.lag}` }, kind: 'PREDECESSOR', days: Math.max(0, Math.floor(shift / 2)) })),
      { activityId: id, name: a.name, reason: { zh: '04-12 至 04-14 连雨停工（雨敏系数 0.7）', en: 'stopped for rain from 04-12 to 04-14' }, kind: 'PROGRESS', days: 3 },
      { activityId: id, name: a.name, reason: { zh: '防水班组到 04-25 才腾出', en: 'the crew is held elsewhere until 04-25' }, kind: 'CREW', days: 2 },
    ],
    successors: w.links.filter((l) => l.from === id).map((l) => find(l.to)).map((b) => ({ activityId: b.id, name: b.name, start: b.start, float: b.float })),
  }
}

export default {
  'GET /api/programmes': () => [{ id: 'y2022', year: 2022, name: '2022 年度老旧小区改造', projects: 50, estates: 45, frozenPlan: { id: 'plan3', version: 3, frozenAt: '2022-03-25T09:00:00+08:00' } }],
  'GET /api/programmes/{id}/nodes': () => NODES,
  'GET /api/programmes/{id}/plans': () => [3, 2].map((version) => ({ id: `plan${version}`, version, state: version === 3 ? 'FROZEN' : 'SUPERSEDED', createdAt: '2022-03-25T08:00:00+08:00', createdBy: '计划员', frozenAt: version === 3 ? '2022-03-25T09:00:00+08:00' : '2022-02-25T09:00:00+08:00', activities: 2750, seconds: 0.4, method: 'parallel', seed: 1, lateNodes: 4, weightedLateness: 12, handOver: null, nodes: [], changed: [] })),
  'GET /api/programmes/{id}/timetable': ({ query }) => (query.get('plan') === 'plan2' ? timetable(w, 1) : query.get('plan') === 'big' ? timetable(world(291, 7)) : timetable(w)),
  'GET /api/programmes/{id}/must-start-today': () => w.activities
    .filter((a) => !a.started && day(a.latestStart) <= day(TODAY))
    .map((a) => {
      const p = w.projects.find((x) => x.id === a.projectId)!
      return { activityId: a.id, projectId: p.id, projectName: p.name, streetName: p.streetName, code: a.code, name: a.name, latestStart: a.latestStart, overdueDays: day(TODAY) - day(a.latestStart), crews: a.crews, owner: '总包项目经理' }
    }),
  'GET /api/activities/{id}/why': ({ path }) => why(path.id!),
  'GET /api/activities/{id}/why/{planId}': ({ path }) => {
    const { waterfall: _w, shiftDays: _s, ...rest } = why(path.id!)
    return { ...rest, plan: { id: path.planId, version: 4, state: 'DRAFT' }, node: { code: 'M3', name: NODES[2]!.name, due: NODES[2]!.resolvedDate, finish: rest.finish, float: 6, state: 'AT_RISK' } }
  },
  'GET /api/activities/{id}/progress-reports': ({ path }) => reports[path.id!] ?? (find(path.id!).started ? [
    { id: 'r1', activityId: path.id, at: '2022-04-06T17:05:00+08:00', by: '总包项目经理', percent: 5, daysLost: 0, reason: null, note: '', actualStart: find(path.id!).start, actualFinish: null, corrects: null },
    { id: 'r2', activityId: path.id, at: '2022-04-18T17:20:00+08:00', by: '总包项目经理', percent: Math.max(0, find(path.id!).percent - 4), daysLost: 2, reason: 'RAIN', note: '04-12 至 04-14 连雨', actualStart: null, actualFinish: null, corrects: null },
  ] : []),
  'POST /api/activities/{id}/progress-reports': async ({ path, body }) => {
    await new Promise((later) => setTimeout(later, 700))
    const given = body as { percent: number; daysLost: number; reason: string | null; note: string }
    if (given.note?.includes('拒绝')) throw { status: 422, code: 'programme.progress-backwards', detail: '进度不能倒退：上次报的是 40%。', detailEn: 'Progress cannot go back: 40 % was reported.', maybe: '可能上次报错了；请在说明里写清。', maybeEn: 'Maybe the last report was wrong; say so in the note.', errors: [{ pointer: '/percent', code: 'programme.progress-backwards', message: '不能小于上次的 40%', messageEn: 'not below the last 40 %' }] }
    const a = find(path.id!)
    const report = { id: `r${Date.now()}`, activityId: path.id, at: new Date().toISOString(), by: '总包项目经理', actualStart: null, actualFinish: null, corrects: null, ...given }
    reports[path.id!] = [...(reports[path.id!] ?? []), report]
    a.percent = given.percent
    a.finish = iso(day(a.finish) + given.daysLost)
    return report
  },
} satisfies Handlers
