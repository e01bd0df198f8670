// What a draft does to the timetable that is shown: dates, floats and states of the activities it moves, and the crews it adds.

import type { Draft, DraftOutcome, Timetable, TimetableActivity } from '@/api/contract'
import type { CrewChange } from '@/features/timetable/crews'
import { dayOf } from '@/ui/gantt/days'
import { SEVERITY } from '@/ui/state'

export type DraftedBar = DraftOutcome['activities'][number]

export function barsOf(outcome: DraftOutcome | null | undefined): Map<string, DraftedBar> {
  return new Map(outcome?.activities.map((bar) => [bar.id, bar]))
}

/** The timetable by the draft, with the works it adds; the very same one when nothing moves. */
export function withDraft(timetable: Timetable, bars: Map<string, DraftedBar>, outcome?: DraftOutcome | null): Timetable {
  const added = outcome?.added ?? []
  if (bars.size === 0 && added.length === 0) return timetable
  const touched = new Set<string>()
  const activities = timetable.activities.map((a) => {
    const bar = bars.get(a.id)
    if (!bar) return a
    touched.add(a.projectId)
    // A dropped activity has no day left; it keeps its place in the list and is drawn as a mark.
    const finish = bar.finish < bar.start ? bar.start : bar.finish
    return { ...a, start: bar.start, finish, latestStart: bar.latestStart, float: bar.float, state: bar.state, critical: bar.critical }
  })
  const bound = new Map<string, TimetableActivity[]>()
  for (const a of activities) if (a.nodeCode && touched.has(a.projectId)) bound.set(a.projectId, [...(bound.get(a.projectId) ?? []), a])
  const projects = timetable.projects.map((p) => {
    const open = bound.get(p.id)?.filter((a) => a.state !== 'DONE')
    if (!open?.length) return p
    const worst = open.reduce((w, a) => (SEVERITY[a.state as keyof typeof SEVERITY] < SEVERITY[w.state as keyof typeof SEVERITY] ? a : w))
    return { ...p, float: Math.min(...open.map((a) => a.float)), state: worst.state, finish: open.reduce((last, a) => (a.finish > last ? a.finish : last), open[0]!.finish) }
  })
  return { ...timetable, activities: [...activities, ...added], links: [...timetable.links, ...(outcome?.links ?? [])], projects }
}

/** The crews a draft adds, takes away or moves, as the load's line of capacity takes them. */
export function crewChangesOf(draft: Draft | null | undefined): CrewChange[] {
  return (draft?.edits ?? []).flatMap(({ edit }) => {
    if ((edit.kind !== 'CREWS' && edit.kind !== 'MOVE') || !edit.crew || !edit.from || !edit.until) return []
    const days = { from: dayOf(edit.from), until: dayOf(edit.until) }
    const by = edit.number ?? 0
    if (edit.kind === 'CREWS') return [{ crew: edit.crew, pool: edit.pool ?? null, ...days, by }]
    return [{ crew: edit.crew, pool: edit.pool ?? null, ...days, by: -by }, { crew: edit.toCrew ?? '', pool: edit.toPool ?? null, ...days, by }]
  })
}
