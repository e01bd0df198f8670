// What of a contractor's plan stands how far from ours, and what of it may be taken over.
import { dayOf } from '@/ui/gantt/days'

export interface Theirs { id: string; name: string; start: string | null; finish: string | null; percent: number | null; actualStart: string | null; actualFinish: string | null }
export interface Ours { id: string; start: string; finish: string; percent: number }

/** Days their finish lies after ours, negative before; nothing where one of them has none. */
export function shiftOf(theirs: Theirs, ours: Ours | undefined): number | null {
  return theirs.finish && ours ? dayOf(theirs.finish) - dayOf(ours.finish) : null
}

/** Whether there is progress to take: begun, matched, and not what we know already. */
export function takeable(theirs: Theirs, ours: Ours | undefined): boolean {
  return !!ours && theirs.percent !== null && theirs.percent > ours.percent
}

/** Ours that were chosen for more than one of theirs. */
export function twice(matches: Record<string, string>): Set<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const match of Object.values(matches)) {
    if (!match) continue
    if (seen.has(match)) again.add(match)
    seen.add(match)
  }
  return again
}

/** A week's report of what is ticked; dates of theirs that lie ahead of today are left to us. */
export function reportOf(ticked: { theirs: Theirs; ours: Ours }[], note: string, today: string) {
  return ticked.map(({ theirs, ours }) => ({
    activityId: ours.id,
    percent: theirs.percent ?? 0,
    note,
    actualStart: theirs.actualStart && theirs.actualStart <= today ? theirs.actualStart : null,
    actualFinish: theirs.percent === 100 && theirs.actualFinish && theirs.actualFinish <= today ? theirs.actualFinish : null,
  }))
}
