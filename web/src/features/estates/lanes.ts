import type { State, Timetable, TimetableActivity, WorkLane } from '@/api/contract'
import { SEVERITY, ofActivity } from '@/ui/state'

/** A bar of the four lanes: activities that people speak of as one piece of work. */
export interface LaneBar {
  key: string
  lane: WorkLane
  /** A message key of `estates.bar`, or none where the activity stands for itself. */
  name: string | null
  activities: TimetableActivity[]
  start: string
  finish: string
  percent: number
  state: State
  row: number
}
/** What one lane hands over to another: a relation of the plan that crosses lanes. */
export interface HandOver { key: string; from: TimetableActivity; to: TimetableActivity; fromLane: WorkLane; toLane: WorkLane; kind: string; lag: number; day: string; met: boolean }

export const LANES: WorkLane[] = ['DEMOLISH', 'RENEW', 'BUILD', 'MANAGE']
const PHASE: Record<string, WorkLane> = { DEMO: 'DEMOLISH', ROOF: 'RENEW', FACADE: 'RENEW', UNDER: 'BUILD', EXT: 'BUILD', HAND: 'MANAGE', CLOSE: 'MANAGE' }
/** The template's codes that one bar shows; a code that is not here is a bar of its own. */
const TOGETHER: Record<string, string[]> = {
  signing: ['D01', 'D02'], roofClear: ['D03', 'D04'], groundClear: ['D05'], makeGood: ['D06'],
  roofs: ['R01', 'R02', 'R03', 'R04', 'R05', 'R06'], facades: ['F01', 'F02', 'F03', 'F05'], refit: ['F04'], stairs: ['F06'],
  sewers: ['U01', 'U02', 'U03', 'U04'], supply: ['U05', 'U06', 'U07'], roads: ['E01', 'E02', 'E08', 'E09'], sheds: ['E03', 'E04'], green: ['E05'], rooms: ['E06', 'E07'],
  founding: ['H01'], roll: ['H02'], assembly: ['H03'], manager: ['H04'], takeover: ['H05'], acceptance: ['Q01', 'Q02', 'Q03', 'Q04'], handover: ['Q05'],
}
/** Days as wide as the narrowest bar, about. */
const FINGER = 12
const barOf = new Map(Object.entries(TOGETHER).flatMap(([bar, codes]) => codes.map((code) => [code, bar] as const)))

export const laneOf = (a: { phase: string }): WorkLane | undefined => PHASE[a.phase]
export const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
export const addDays = (iso: string, n: number) => new Date(Date.parse(iso) + n * 86_400_000).toISOString().slice(0, 10)

/** The bars of a project in the order of lanes, each on the first row of its lane where it fits; the final account comes after hand-over and is left out. */
export function barsOf(activities: TimetableActivity[]): LaneBar[] {
  const groups = new Map<string, TimetableActivity[]>()
  for (const a of activities) {
    if (!laneOf(a) || a.code === 'Q06') continue
    const key = barOf.get(a.code) ?? a.code
    groups.set(key, [...(groups.get(key) ?? []), a])
  }
  const bars = [...groups].map(([key, of]): LaneBar => {
    const length = of.map((a) => days(a.start, a.finish) + 1)
    const whole = length.reduce((x, y) => x + y, 0)
    const done = of.every((a) => a.percent === 100)
    return {
      key, lane: laneOf(of[0]!)!, name: TOGETHER[key] ? key : null, activities: of,
      start: of.map((a) => a.start).sort()[0]!, finish: of.map((a) => a.finish).sort().at(-1)!,
      percent: done ? 100 : Math.min(99, Math.round(of.reduce((sum, a, i) => sum + a.percent * length[i]!, 0) / whole)),
      state: done ? 'DONE' : of.some((a) => a.started) ? worst(of) : of.some((a) => a.state === 'LATE' || a.state === 'AT_RISK') ? worst(of) : 'NOT_STARTED',
      row: 0,
    }
  })
  bars.sort((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.start.localeCompare(b.start))
  const ends = new Map<WorkLane, string[]>()
  for (const bar of bars) {
    const rows = ends.get(bar.lane) ?? []
    ends.set(bar.lane, rows)
    const at = rows.findIndex((end) => end < bar.start)
    bar.row = at < 0 ? rows.length : at
    // A bar of a day is drawn as wide as a finger needs, and the next one keeps clear of it.
    rows[bar.row] = bar.finish > addDays(bar.start, FINGER) ? bar.finish : addDays(bar.start, FINGER)
  }
  return bars
}
const worst = (of: TimetableActivity[]) => of.filter((a) => a.percent < 100).map((a) => ofActivity(a.state)).sort((a, b) => SEVERITY[a] - SEVERITY[b])[0] ?? 'ON_TIME'

/** The relations that cross lanes, the soonest open one first; what is met stands behind. */
export function handOvers(timetable: Timetable, project: string): HandOver[] {
  const by = new Map(timetable.activities.filter((a) => a.projectId === project).map((a) => [a.id, a]))
  return timetable.links.flatMap((link): HandOver[] => {
    const from = by.get(link.from)
    const to = by.get(link.to)
    const a = from && laneOf(from)
    const b = to && laneOf(to)
    if (!from || !to || !a || !b || a === b) return []
    const onFinish = link.kind.startsWith('F')
    return [{
      key: `${from.code}-${to.code}-${link.kind}`, from, to, fromLane: a, toLane: b, kind: link.kind, lag: link.lag,
      day: addDays(onFinish ? from.finish : from.start, Math.max(0, link.lag)), met: onFinish ? from.percent === 100 : from.started,
    }]
  }).sort((x, y) => Number(x.met) - Number(y.met) || x.day.localeCompare(y.day))
}

/** The first of each month within the days, with how far along it stands (0 to 1). */
export function months(from: string, to: string): { month: number; at: number }[] {
  const whole = days(from, to)
  const found: { month: number; at: number }[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = next(day)) {
    if (day >= from) found.push({ month: Number(day.slice(5, 7)), at: days(from, day) / whole })
  }
  return found
}
function next(first: string) {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
