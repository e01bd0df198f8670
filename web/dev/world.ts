// A seeded, invented district for drawing the timetable and the battle chart without a platform. Never part of the build.
import { CREWS, TEMPLATE } from './template'

export const TODAY = '2022-04-20'
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 864e5
const iso = (d: number) => new Date(d * 864e5).toISOString().slice(0, 10)
const today = day(TODAY)

export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const STREETS: [string, string][] = [
  ['320613002', '和平桥街道'], ['320613003', '任港街道'], ['320613004', '新城桥街道'], ['320613005', '虹桥街道'], ['320613006', '学田街道'],
  ['320613007', '钟秀街道'], ['320613008', '文峰街道'], ['320613001', '城东街道'], ['320613017', '唐闸镇街道'],
]
const FIRST = ['虹', '柳', '槐', '桃', '青', '文', '锦', '和', '新', '春', '秋', '望', '百', '永', '安', '枫', '兰', '翠']
const SECOND = ['园', '荫', '坞', '云', '昌', '溪', '平', '华', '晖', '江', '花', '福', '宁', '桥', '亭', '竹', '湖', '月']
const LAST = ['新村', '小区', '北村', '里', '苑', '东村', '二村', '公寓']

export interface World { projects: P[]; activities: A[]; links: { from: string; to: string; kind: 'FS' | 'SS' | 'FF' | 'SF'; lag: number }[] }
export interface P { id: string; name: string; street: string; streetName: string; buildings: number; households: number; easy: boolean; trouble: number }
export interface A {
  id: string; projectId: string; code: string; name: { zh: string; en: string }; phase: string; start: string; finish: string
  baselineStart: string; baselineFinish: string; latestStart: string; float: number; critical: boolean; percent: number
  state: 'DONE' | 'ON_TIME' | 'AT_RISK' | 'LATE' | 'NOT_STARTED'; started: boolean; crews: { crew: string; number: number }[]; nodeCode: string | null
}

export const NODES = [
  { id: 'n1', code: 'MOBILISED', name: { zh: '施工单位进场', en: 'Mobilised' }, resolvedDate: '2022-02-18', activityCode: 'C01', appliesTo: 'ALL', unconfirmed: false },
  { id: 'n2', code: 'ROOF_CLEARED', name: { zh: '屋面违建清零', en: 'Roofs cleared' }, resolvedDate: '2022-04-29', activityCode: 'D04', appliesTo: 'ALL', unconfirmed: false },
  { id: 'n3', code: 'ROOF_DONE', name: { zh: '平改坡', en: 'Pitched roofs' }, resolvedDate: '2022-05-31', activityCode: 'R06', appliesTo: 'ALL', unconfirmed: false },
  { id: 'n4', code: 'EASY_DELIVERED', name: { zh: '国庆前小区交付', en: 'Delivered before National Day' }, resolvedDate: '2022-09-30', activityCode: 'Q05', appliesTo: 'SMALL_AND_EASY', unconfirmed: true },
  { id: 'n5', code: 'ACCEPTED', name: { zh: '竣工验收', en: 'Completion accepted' }, resolvedDate: '2022-11-30', activityCode: 'Q04', appliesTo: 'ALL', unconfirmed: false },
].map((n) => ({ ...n, rule: '', nominalDate: n.resolvedDate, resolution: { zh: '末日为休息日时提前到前一工作日', en: 'moved to the working day before' }, weight: 1 }))

const preds = TEMPLATE.map((t) => t[5].split(';').filter(Boolean).map((p) => {
  const [, code, kind, lag] = /^(\w\d\d)(FS|SS|FF|SF)([+-]\d+)$/.exec(p)!
  return { from: TEMPLATE.findIndex((x) => x[0] === code), kind: kind as 'FS', lag: +lag! }
}))

function forward(duration: number[], release: number[], lag: (i: number) => number): { start: number; finish: number }[] {
  const at: { start: number; finish: number }[] = []
  const order: number[] = []
  const seen = new Set<number>()
  const visit = (i: number) => {
    if (seen.has(i)) return
    seen.add(i)
    preds[i]!.forEach((p) => visit(p.from))
    order.push(i)
  }
  TEMPLATE.forEach((_, i) => visit(i))
  for (const i of order) {
    let start = release[i]!
    for (const p of preds[i]!) {
      const b = at[p.from]!
      const bound = p.kind === 'FS' ? b.finish + 1 + p.lag : p.kind === 'SS' ? b.start + p.lag : b.finish + p.lag - duration[i]! + 1
      start = Math.max(start, bound)
    }
    start += lag(i)
    at[i] = { start, finish: start + duration[i]! - 1 }
  }
  return at
}

export function world(projects = 50, seed = 20220420): World {
  const random = seeded(seed)
  const all: World = { projects: [], activities: [], links: [] }
  const names = new Set<string>()
  for (let n = 0; n < projects; n++) {
    let name = ''
    do name = FIRST[Math.floor(random() * FIRST.length)]! + SECOND[Math.floor(random() * SECOND.length)]! + LAST[Math.floor(random() * LAST.length)]!
    while (names.has(name) && names.size < 2000)
    names.add(name)
    const [street, streetName] = STREETS[n % STREETS.length]!
    const buildings = 4 + Math.floor(random() * 30)
    const easy = buildings < 12
    const trouble = random()
    const p: P = { id: `p${n}`, name, street, streetName, buildings, households: buildings * (28 + Math.floor(random() * 10)), easy, trouble }
    all.projects.push(p)
    const size = 0.55 + 0.4 * (buildings / 22)
    const duration = TEMPLATE.map((t) => Math.max(1, Math.round(t[4] * (/[DRFUE]/.test(t[0][0]!) ? Math.min(1, size) * (easy ? 0.9 : 1.12 + random() * 0.06) : 1))))
    const release = TEMPLATE.map((t) => (t[0] === 'C01' ? day('2022-02-12') : day('2021-09-01') + Math.floor(trouble * 6)))
    const base = forward(duration, release, () => 0)
    const slow = duration.map((d, i) => (base[i]!.start < today && base[i]!.finish > today - 40 && /[DRU]/.test(TEMPLATE[i]![0][0]!) && trouble > 0.45 ? d + Math.floor(random() * (trouble > 0.82 ? 7 : 3)) : d))
    const now = forward(slow, release, (i) => (base[i]!.start < today && trouble > 0.6 && TEMPLATE[i]![0] === 'R02' ? Math.floor((trouble - 0.6) * 46) : trouble > 0.74 && trouble < 0.86 && TEMPLATE[i]![0] === 'D04' ? Math.floor((trouble - 0.74) * 190) : 0))
    // latest: back from the nodes
    const latest = TEMPLATE.map(() => day('2023-03-31'))
    NODES.forEach((node) => {
      if (node.appliesTo === 'SMALL_AND_EASY' && !easy) return
      const i = TEMPLATE.findIndex((t) => t[0] === node.activityCode)
      latest[i] = Math.min(latest[i]!, day(node.resolvedDate))
    })
    for (let round = 0; round < 12; round++) {
      TEMPLATE.forEach((_, i) => preds[i]!.forEach((l) => {
        const start = latest[i]! - slow[i]! + 1
        const bound = l.kind === 'FS' ? start - 1 - l.lag : l.kind === 'SS' ? start - l.lag + slow[l.from]! - 1 : latest[i]! - l.lag
        latest[l.from] = Math.min(latest[l.from]!, bound)
      }))
    }
    const floats = TEMPLATE.map((_, i) => latest[i]! - now[i]!.finish)
    TEMPLATE.forEach((t, i) => {
      const { start, finish } = now[i]!
      const done = finish < today
      const started = start <= today
      const float = floats[i]!
      const percent = done ? 100 : started ? Math.round(((today - start) / (finish - start + 1)) * 100) : 0
      const node = NODES.find((x) => x.activityCode === t[0])
      all.activities.push({
        id: `${p.id}-${t[0]}`, projectId: p.id, code: t[0], name: { zh: t[1], en: t[2] }, phase: t[3], start: iso(start), finish: iso(finish),
        baselineStart: iso(base[i]!.start), baselineFinish: iso(base[i]!.finish), latestStart: iso(latest[i]! - slow[i]! + 1), float,
        critical: !done && float <= Math.min(3, Math.min(...floats.filter((_, k) => now[k]!.finish >= today)) + 1), percent,
        state: done ? 'DONE' : float < 0 ? 'LATE' : float <= 3 ? 'AT_RISK' : started ? 'ON_TIME' : 'NOT_STARTED', started,
        crews: t[6] ? t[6].split(';').map((c) => ({ crew: c.split(':')[0]!, number: +c.split(':')[1]! })) : [], nodeCode: node?.code ?? null,
      })
      preds[i]!.forEach((l) => all.links.push({ from: `${p.id}-${TEMPLATE[l.from]![0]}`, to: `${p.id}-${t[0]}`, kind: l.kind, lag: l.lag }))
    })
  }
  return all
}

const HOLIDAYS: [string, string][] = [
  ['2022-01-01', '2022-01-03'], ['2022-01-31', '2022-02-06'], ['2022-04-03', '2022-04-05'], ['2022-04-30', '2022-05-04'], ['2022-06-03', '2022-06-05'],
  ['2022-09-10', '2022-09-12'], ['2022-10-01', '2022-10-07'],
]
const ADJUSTED = ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09']

export function timetable(w: World, worse = 0) {
  const worst = (as: A[]) => (['LATE', 'AT_RISK', 'ON_TIME', 'NOT_STARTED', 'DONE'] as const).find((s) => as.some((a) => a.state === s)) ?? 'NOT_STARTED'
  const of = new Map<string, A[]>()
  w.activities.forEach((a) => of.set(a.projectId, [...(of.get(a.projectId) ?? []), a]))
  const calendar: { date: string; type: string }[] = ADJUSTED.map((date) => ({ date, type: 'ADJUSTED_WORKDAY' }))
  HOLIDAYS.forEach(([a, b]) => { for (let d = day(a); d <= day(b); d++) calendar.push({ date: iso(d), type: 'HOLIDAY_OFF' }) })
  return {
    programmeId: 'y2022', planId: 'plan3', planVersion: 3 - worse, planState: 'FROZEN', dataDate: TODAY, horizonStart: '2021-08-23', horizonEnd: '2023-03-31', basis: 'FORECAST',
    nodes: NODES,
    crews: CREWS.map(([code, zh, capacity]) => ({
      code, name: { zh, en: code.replace(/_/g, ' ') }, adopted: [],
      capacity: [{ from: '2021-08-23', capacity: Math.ceil((capacity * w.projects.length) / 50 * 1.1) }, { from: '2022-05-05', capacity: Math.ceil((capacity * w.projects.length) / 50 * 1.25) }],
    })),
    projects: w.projects.map((p) => {
      const mine = of.get(p.id)!
      return { id: p.id, name: p.name, street: p.street, streetName: p.streetName, buildings: p.buildings, households: p.households,
        finish: mine.find((a) => a.code === 'Q05')!.finish, float: Math.min(...mine.filter((a) => a.state !== 'DONE').map((a) => a.float)), state: worst(mine.filter((a) => a.state !== 'DONE')) }
    }),
    activities: worse ? w.activities.map((a) => ({ ...a, start: iso(day(a.baselineStart) - 5), finish: iso(day(a.baselineFinish) - 5) })) : w.activities,
    links: w.links, calendar, plumRain: { from: '2022-06-18', to: '2022-07-10', unconfirmed: true },
  }
}

export { day, iso, today }
