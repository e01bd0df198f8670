import type { Timetable } from '@/api/contract'
import { dayOf } from '@/ui/gantt/days'
import { type Hold, type Load, loadOf } from '@/ui/gantt/load'

export interface CrewLoad { code: string; name: { zh: string; en: string }; load: Load }

/**
 * The load of every crew over the horizon. An activity holds its crews on every day it lasts.
 *
 * @param mine whether a project is among those looked at; the rest of the district stays in the load, paler
 */
export function crewLoads(timetable: Timetable, mine: (projectId: string) => boolean): CrewLoad[] {
  const holds = new Map<string, Hold[]>()
  for (const a of timetable.activities) {
    for (const c of a.crews) {
      const list = holds.get(c.crew) ?? []
      if (list.length === 0) holds.set(c.crew, list)
      list.push({ start: dayOf(a.start), finish: dayOf(a.finish), number: c.number, mine: mine(a.projectId) })
    }
  }
  const first = dayOf(timetable.horizonStart)
  const last = dayOf(timetable.horizonEnd)
  return timetable.crews
    .filter((crew) => holds.has(crew.code))
    .map((crew) => ({
      code: crew.code, name: crew.name,
      load: loadOf(holds.get(crew.code)!, crew.capacity.map((c) => ({ from: dayOf(c.from), capacity: c.capacity })), first, last),
    }))
    .sort((a, b) => b.load.overloadDays - a.load.overloadDays || ratio(b.load) - ratio(a.load))
}

function ratio(load: Load): number {
  return load.peak / Math.max(1, load.peakCapacity)
}
