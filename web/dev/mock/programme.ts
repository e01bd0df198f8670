import type { Handlers } from '../mock'

const w = (zh: string, en: string) => ({ zh, en })
const rules = { office: 'WORKING_DAYS', site: 'REST_AT_SPRING_FESTIVAL', atRiskDays: 7, unconfirmed: true, source: '' }
const programmes = [
  { rules: { ...rules }, starts: '2021-09-01', version: 1, id: 'y22', year: 2022, name: '2022 年老旧小区改造', projects: 50, estates: 45, frozenPlan: { id: 'plan3', version: 3, frozenAt: '2022-03-25T02:00:00Z' } },
  { rules: { ...rules }, starts: '2020-09-01', version: 1, id: 'y21', year: 2021, name: '2021 年老旧小区改造', projects: 3, estates: 3, frozenPlan: null },
]
const NODES = [['M1', '施工单位全面进场', 'Contractors on all sites', '2022-02-18', '2022-02-18', 'C01'], ['M2', '屋面违建清零', 'Illegal roof structures cleared', '2022-04-30', '2022-04-29', 'D04'], ['M3', '平改坡完成', 'Roof conversion complete', '2022-05-31', '2022-05-31', 'R06'], ['M4', '国庆前完工', 'Small estates complete', '2022-09-30', '2022-09-30', 'Q01'], ['M5', '竣工验收', 'Completion acceptance', '2022-11-30', '2022-11-30', 'Q04']] as const
const nodes = NODES.map(([code, zh, en, nominal, due, activity]) => ({
  id: code, code, name: w(zh, en), rule: code === 'M2' ? 'LAST_LAWFUL_CLEARING_DAY' : 'ON_THE_DATE', provisional: false, nominalDate: nominal, resolvedDate: due, weight: code === 'M5' ? 3 : 1, activityCode: activity, appliesTo: code === 'M4' ? 'SMALL_AND_EASY' : 'ALL', unconfirmed: code === 'M2' || code === 'M4',
  resolution: code === 'M2' ? w('2022 年 4 月 30 日（周六）是法定节假日，行政强制法第四十三条规定节假日不得实施强制执行；此前最后一个可依法强制清除的日子是 2022 年 4 月 29 日（周五）。普通周末暂按可执行计，待法律顾问确认。', 'Sat 2022-04-30 is a statutory holiday, on which art. 43 of the Administrative Compulsion Law bars enforcement; the last lawful day before it is Fri 2022-04-29.') : w(`以名义日期 ${nominal} 当日为准。`, `Due on the nominal date itself, ${nominal}.`),
}))
const PH = { P: 'PREP', D: 'DEMO', R: 'ROOF', F: 'FACADE', U: 'UNDER', E: 'EXT', H: 'HAND', Q: 'CLOSE' } as Record<string, string>
const template = ['P01 房屋、管线、违建摸底测绘', 'P02 居民意愿征询', 'D01 违建逐户认定、签约', 'D04 屋面违建拆除', 'R03 屋架、檩条、屋面板', 'R04 防水垫层', 'F01 脚手架搭设与验收', 'F03 外墙腻子、涂料', 'U02 雨污管沟开挖、支护', 'E01 道路基层、侧石', 'H03 首次业主大会', 'Q04 竣工验收'].map((line, i) => {
  const [code, name] = line.split(' ') as [string, string]
  return { code, name: w(name, `Activity ${code}`), phase: PH[code[0]!], duration: 20 + i * 5, driver: i === 11 ? 'FIXED' : ['BUILDINGS', 'HOUSEHOLDS', 'ROOF_AREA'][i % 3], referenceQuantity: i === 11 ? null : 22 + i, unit: '栋', scalingShare: 0.7, crews: i === 11 ? [] : [{ crew: ['roofing_crew', 'steel_crew'][i % 2]!, number: 1 + (i % 3) }], predecessors: i ? 'P01FS+0;P02SS+10' : '', outdoor: i % 2 === 0, rainSensitivity: (i % 4) / 4, concealed: i % 5 === 0, calendar: i < 3 ? 'OFFICE' : 'SITE', assumption: true, source: '假设', version: 1 }
})
const crews = [['roofing_crew', '瓦工/钣金班组', 31], ['steel_crew', '钢结构/木工班组', 66], ['waterproof_crew', '防水班组', 32], ['enforcement_staff', '街道综合执法小组', 19]].map(([code, zh, capacity], i) => ({ code, name: w(String(zh), String(code)), sharedWithin: i === 3 ? 'STREET' : 'DISTRICT', capacity, changes: i ? [] : [{ from: '2022-05-05', capacity: 33 }], assumption: true, version: 1 }))
const projects = Array.from({ length: 50 }, (_, i) => ({ id: `pr${i}`, code: `22-${String(i + 1).padStart(2, '0')}`, name: `柳荫新村${i + 1}期`, street: '320613001', streetName: ['城东街道', '虹桥街道', '学田街道'][i % 3], estates: [{ id: `e${i % 45}`, name: `柳荫新村${i % 45}` }], deliveryAgent: ['代建中心', '示范代建一公司'][i % 2], contractor: i % 7 ? `施工${(i % 5) + 1}标段` : null, supervisor: `示范监理${(i % 3) + 1}部`, sizeClass: i % 3 ? 'REGULAR' : 'SMALL_AND_EASY', carriedOverFrom: i < 5 ? 2021 : null, buildings: 8 + (i % 28), households: 260 + i * 21, activities: 55, version: 1 }))
const plan = (version: number, state: string, late: number) => ({ id: `plan${version}`, version, state, createdAt: '2022-03-24T03:12:00Z', createdBy: '计划员', frozenAt: state === 'DRAFT' ? null : '2022-03-25T02:00:00Z', activities: 2750, seconds: 0.41, method: 'PARALLEL + 回填', seed: 20220420, note: version === 4 ? '虹桥屋面班组增加 2 个' : '', rule: 'BEST', frozenOn: state === 'DRAFT' ? null : '2022-03-25', lateNodes: late, weightedLateness: late * 4, handOver: '2022-11-28', nodes: nodes.map((n, i) => ({ nodeId: n.id, code: n.code, name: n.name, due: n.resolvedDate, applicable: i === 3 ? 17 : 50, onTime: (i === 3 ? 17 : 50) - (i === 2 ? late : 0), late: i === 2 ? late : 0, worstDays: i === 2 && late ? 6 : 0, latestFinish: n.resolvedDate })), changed: version === 4 ? [{ what: 'PROJECTS_ADDED', count: 2 }] : [] })
const plans = [plan(4, 'DRAFT', 1), plan(3, 'FROZEN', 4), plan(2, 'SUPERSEDED', 9)]
const put = (list: { code?: unknown; id?: unknown }[], key: string, body: unknown) => Object.assign(list.find((x) => x.code === key || x.id === key)!, body)
const HOLIDAYS = [['2022-01-01', '元旦'], ['2022-01-31', '春节'], ['2022-02-01', '春节'], ['2022-02-02', '春节'], ['2022-04-05', '清明节'], ['2022-04-30', '劳动节'], ['2022-05-01', '劳动节'], ['2022-05-02', '劳动节'], ['2022-06-03', '端午节'], ['2022-10-01', '国庆节']]

export default {
  'GET /api/programmes': () => programmes,
  'POST /api/programmes': ({ body }) => { const p = { ...(body as { year: number; name: string }), rules: { ...rules }, starts: '2021-09-01', version: 1, id: `y${programmes.length}`, projects: 0, estates: 0, frozenPlan: null }; programmes.push(p); return p },
  'PUT /api/programmes/{id}/rules': ({ path, body }) => {
    const p = programmes.find((x) => x.id === path.id)!
    const { name, starts, assumption, ...rest } = body as { name: string; starts: string; assumption: boolean; office: string; site: string; atRiskDays: number; source: string }
    return Object.assign(p, { name, starts, version: p.version + 1, rules: { office: rest.office, site: rest.site, atRiskDays: rest.atRiskDays, unconfirmed: assumption, source: rest.source } })
  },
  'GET /api/programmes/{id}/nodes': () => nodes,
  'PUT /api/programmes/{id}/nodes/{nodeId}': ({ path, body }) => put(nodes, path.nodeId!, body),
  'GET /api/programmes/{id}/template': () => template,
  'PUT /api/programmes/{id}/template/{code}': ({ path, body }) => put(template, path.code!, body),
  'GET /api/programmes/{id}/crews': () => crews,
  'PUT /api/programmes/{id}/crews/{code}': ({ path, body }) => put(crews, path.code!, body),
  'GET /api/programmes/{id}/projects': ({ path }) => (path.id === 'y22' ? projects : path.id === 'y21' ? projects.slice(0, 3) : []),
  'POST /api/programmes/{id}/projects/from-estates': () => projects.slice(0, 2),
  'POST /api/programmes/{id}/carry-over': () => projects.slice(0, 1),
  'PATCH /api/projects/{id}': ({ path, body }) => put(projects, path.id!, body),
  'DELETE /api/projects/{id}': ({ path }) => void projects.splice(projects.findIndex((p) => p.id === path.id), 1),
  'GET /api/programmes/{id}/plans': ({ path }) => (path.id === 'y22' ? plans : []),
  'POST /api/programmes/{id}/plans': () => { plans.unshift(plan(plans[0]!.version + 1, 'DRAFT', 0)); return plans[0] },
  'POST /api/plans/{id}/freeze': ({ path }) => { plans.filter((p) => p.state === 'FROZEN').forEach((p) => (p.state = 'SUPERSEDED')); return put(plans, path.id!, { state: 'FROZEN', frozenAt: '2022-04-20T02:00:00Z' }) },
  'DELETE /api/plans/{id}': ({ path }) => void plans.splice(plans.findIndex((p) => p.id === path.id), 1),
  'GET /api/calendar/{year}': ({ path }) => ({ year: Number(path.year), provisional: Number(path.year) > 2026, days: [...HOLIDAYS.map(([date, name]) => ({ date: date!.replace('2022', path.year!), type: 'HOLIDAY_OFF', name })), { date: `${path.year}-01-29`, type: 'ADJUSTED_WORKDAY', name: '春节' }] }),
  'POST /api/calendar/{year}': () => ({ recomputed: [{ what: '2027 年度 M2 屋面违建清零', before: '2027-04-30', after: '2027-04-29' }] }),
  'GET /api/audit/entries': ({ query }) => ({ items: Array.from({ length: 20 }, (_, i) => ({ id: `x${i}`, seq: 1000 - i - Number(query.get('cursor') ?? 0), at: '2026-11-24T02:40:11Z', person: 'p1', personTitle: '计划员', act: ['estate.import', 'programme.freeze', 'identity.sign-in', 'estate.change'][i % 4], subjectType: ['import', 'plan', 'session', 'estate'][i % 4], subjectId: '0192f4aa-2b1c-7d3e-9a51-1f2e3d4c5b6a', facts: { estates: 45, from: '2022-04-29', rows: [1, 2] }, sealed: i > 0, hash: i > 0 ? 'a3f5c9d2e1b47788990011223344556677889900aabbccddeeff001122334455' : null })), next: Number(query.get('cursor') ?? 0) < 60 ? String(Number(query.get('cursor') ?? 0) + 20) : null, total: 80 }),
  'GET /api/audit/head': () => ({ seq: 999, hash: 'a3f5c9d2e1b47788990011223344556677889900aabbccddeeff001122334455', at: '2026-11-24T02:40:12Z', entries: 999 }),
  'POST /api/audit/verifications': () => ({ ok: false, checked: 999, faults: [{ seq: 412, kind: 'CHANGED', message: '第 412 条的内容与封存时不同' }, { seq: 500, kind: 'DELETED', message: '第 500 条不见了' }] }),
} satisfies Handlers
