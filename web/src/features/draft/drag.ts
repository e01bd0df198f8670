// Dates while a bar is dragged: what waits for it is pushed along its links at once, crews left aside; the platform's answer, which
// knows crews and calendars, replaces it when the bar is let go.

import type { Timetable, TimetableActivity } from '@/api/contract'
import { type Day, dayOf } from '@/ui/gantt/days'

export interface Span { start: Day; finish: Day }
type Link = Timetable['links'][number]

/** The links of a timetable by where they begin, made once per timetable. */
export class Followers {
  private readonly by = new Map<string, Link[]>()
  private readonly spans = new Map<string, Span>()
  private readonly fixed = new Set<string>()

  constructor(timetable: Timetable) {
    for (const link of timetable.links) {
      const list = this.by.get(link.from)
      if (list) list.push(link)
      else this.by.set(link.from, [link])
    }
    for (const a of timetable.activities) {
      this.spans.set(a.id, { start: dayOf(a.start), finish: dayOf(a.finish) })
      if (a.started || a.state === 'DONE') this.fixed.add(a.id)
    }
  }

  spanOf(id: string): Span | undefined {
    return this.spans.get(id)
  }

  /** Every activity that stands elsewhere when one starts on another day; pushed later only, never pulled. */
  pushed(id: string, start: Day): Map<string, Span> {
    const moved = new Map<string, Span>()
    const first = this.spans.get(id)
    if (!first) return moved
    moved.set(id, { start, finish: start + first.finish - first.start })
    const waiting = [id]
    // A link can push a successor several times; each time later, so this ends with the longest way through.
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const from = moved.get(at)!
      for (const link of this.by.get(at) ?? []) {
        const to = moved.get(link.to) ?? this.spans.get(link.to)
        if (!to || this.fixed.has(link.to) || link.to === id) continue
        const by = Math.max(0, asked(link, from, to))
        if (by === 0) continue
        moved.set(link.to, { start: to.start + by, finish: to.finish + by })
        waiting.push(link.to)
      }
    }
    return moved
  }
}

/** Days by which a link wants its successor later than it stands. */
function asked(link: Link, from: Span, to: Span): number {
  switch (link.kind) {
    case 'FS': return from.finish + 1 + link.lag - to.start
    case 'SS': return from.start + link.lag - to.start
    case 'FF': return from.finish + link.lag - to.finish
    case 'SF': return from.start + link.lag - to.finish - 1
  }
}

/** Only what has not begun can be moved, and not into the past. */
export function mayMove(activity: TimetableActivity): boolean {
  return !activity.started && activity.state !== 'DONE'
}
