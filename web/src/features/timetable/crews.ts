import type { Timetable } from '@/api/contract'
import { dayOf } from '@/ui/gantt/days'
import { type Hold, type Load, type Step, loadOf, together } from '@/ui/gantt/load'

/** So many of a crew more (or fewer) from a day to a day, inclusive; without a pool in every one. */
export interface CrewChange { crew: string; pool: string | null; from: number; until: number; by: number }

export interface CrewLoad { code: string; name: { zh: string; en: string }; sharedWithin: 'DISTRICT' | 'STREET' | 'PROJECT' | 'ESTATE'; pools: number; load: Load }

/**
 * The load of every crew over the horizon. An activity holds its crews on every day it lasts. Capacity is that of one pool:
 * the district's, each street's or each project's.
 *
 * What the plan has adopted from drafts is part of its capacity.
 *
 * @param extra crews a draft adds or takes away for some days
 * @param mine whether a project is among those looked at; the rest of the district stays in the load, paler
 */
export function crewLoads(timetable: Timetable, mine: (projectId: string) => boolean, extra: CrewChange[] = []): CrewLoad[] {
  const streetOf = new Map(timetable.projects.map((p) => [p.id, p.street]))
  const within = new Map(timetable.crews.map((c) => [c.code, c.sharedWithin ?? 'DISTRICT']))
  const holds = new Map<string, Map<string, Hold[]>>()
  for (const a of timetable.activities) {
    for (const c of a.crews) {
      const shared = within.get(c.crew)
      const pool = shared === 'STREET' ? (streetOf.get(a.projectId) ?? '') : shared === 'DISTRICT' ? '' : a.projectId
      const pools = holds.get(c.crew) ?? new Map<string, Hold[]>()
      holds.set(c.crew, pools)
      const list = pools.get(pool) ?? []
      pools.set(pool, list)
      list.push({ start: dayOf(a.start), finish: dayOf(a.finish), number: c.number, mine: mine(a.projectId) })
    }
  }
  const first = dayOf(timetable.horizonStart)
  const today = timetable.dataDate ? dayOf(timetable.dataDate) : first
  /** What is still to come weighs more than what is over. */
  const ahead = (load: Load) => load.over.subarray(Math.max(0, today - first)).reduce((n, o) => n + (o > 0 ? 1 : 0), 0)
  const last = dayOf(timetable.horizonEnd)
  return timetable.crews
    .filter((crew) => holds.has(crew.code))
    .map((crew) => {
      const steps = crew.capacity.map((c) => ({ from: dayOf(c.from), capacity: c.capacity }))
      const all = [...holds.get(crew.code)!]
      const changes = [...crew.adopted.map((a): CrewChange => ({ crew: crew.code, pool: a.pool, from: dayOf(a.from), until: dayOf(a.until), by: a.by })), ...extra.filter((x) => x.crew === crew.code)]
      const sharedWithin = crew.sharedWithin ?? 'DISTRICT'
      // Looking at one street shows its own pools only; a crew of the whole district stays whole.
      const looked = sharedWithin === 'DISTRICT' ? all : all.filter(([, list]) => list.some((h) => h.mine))
      const pools = (looked.length > 0 ? looked : all).map(([pool, list]) => loadOf(list, stepsWith(steps, changes.filter((x) => !x.pool || x.pool === pool)), first, last))
      return { code: crew.code, name: crew.name, sharedWithin, pools: pools.length, load: together(pools) }
    })
    .sort((a, b) => ahead(b.load) - ahead(a.load) || b.load.overloadDays - a.load.overloadDays || ratio(b.load) - ratio(a.load))
}

/** Steps of capacity with what a draft changes; never below none. */
export function stepsWith(steps: Step[], changes: CrewChange[]): Step[] {
  if (changes.length === 0) return steps
  const sorted = [...steps].sort((a, b) => a.from - b.from)
  const at = (day: number) => sorted.findLast((s) => s.from <= day)?.capacity ?? sorted[0]?.capacity ?? 0
  const days = [...new Set([...sorted.map((s) => s.from), ...changes.flatMap((c) => [c.from, c.until + 1])])].sort((a, b) => a - b)
  return days.map((from) => ({ from, capacity: Math.max(0, at(from) + changes.reduce((n, c) => n + (c.from <= from && from <= c.until ? c.by : 0), 0)) }))
}

function ratio(load: Load): number {
  return load.peak / Math.max(1, load.peakCapacity)
}
