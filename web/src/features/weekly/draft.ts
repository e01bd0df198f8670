// A week being reported: kept on the phone from the first touch, with the request id it will be sent under, before any network is asked.
import { newRequestId } from '@/api/client'
import type { Mover, SlipReason, WeeklyBody, WeeklyForm, WeeklyLine } from '@/api/contract'

export interface LineDraft { percent: number; lost: number; reason: SlipReason | null }
export interface WeekDraft {
  requestId: string
  week: string
  lines: Record<string, LineDraft>
  note: string
  needs: boolean
  coordination: string
  with: Mover | null
  evidence: string[]
  /** On its way or sent without an answer: the platform may hold it, so the same is sent again and nothing else. */
  unanswered: boolean
  /** What was sent, word for word, as long as it is unanswered. */
  sent?: WeeklyBody | null
  keptAt: string
  /** When the page was opened for it: what the minute is measured by. */
  begunAt: number
}

export const LOSSES: SlipReason[] = ['RAIN', 'CREW', 'MATERIAL', 'RESIDENTS', 'PERMIT', 'UTILITY', 'SAFETY', 'REWORK', 'OTHER']
export const LOWER: SlipReason[] = ['MISREPORTED', 'REWORK', 'OTHER']
export const MOVERS: Mover[] = ['STREET', 'UTILITY', 'COMMAND', 'DELIVERY_AGENT', 'CONTRACTOR', 'SUPERVISOR']

export function fresh(form: WeeklyForm): WeekDraft {
  return {
    requestId: newRequestId(), week: form.week, note: '', needs: false, coordination: '', with: null, evidence: [], unanswered: false, keptAt: '', begunAt: Date.now(),
    lines: Object.fromEntries(form.lines.map((l) => [l.activityId, { percent: l.percent, lost: 0, reason: null }])),
  }
}

const key = (person: string, project: string) => `xingfuli.draft.week.${person}.${project}`

const lateKey = (person: string, project: string) => `${key(person, project)}.late`

/**
 * The draft of this very week. What was begun for an earlier week and never sent is told to nobody any more; what was sent and not
 * answered is put beside, see {@link late}.
 */
export function kept(person: string, project: string, form: WeeklyForm): WeekDraft | null {
  try {
    const text = localStorage.getItem(key(person, project))
    const draft = text ? (JSON.parse(text) as WeekDraft) : null
    if (!draft) return null
    if (draft.week !== form.week) {
      if (draft.unanswered) {
        const all = late(person, project).filter((d) => d.requestId !== draft.requestId)
        localStorage.setItem(lateKey(person, project), JSON.stringify([...all, { ...draft, sent: draft.sent ?? unseen(draft) }]))
      }
      localStorage.removeItem(key(person, project))
      return null
    }
    return { ...draft, lines: { ...fresh(form).lines, ...Object.fromEntries(Object.entries(draft.lines).filter(([id]) => form.lines.some((l) => l.activityId === id))) } }
  } catch {
    return null // a private window keeps nothing
  }
}
export function keep(person: string, project: string, draft: WeekDraft): void {
  try {
    localStorage.setItem(key(person, project), JSON.stringify({ ...draft, keptAt: new Date().toISOString() }))
  } catch {
    // as above
  }
}
export function drop(person: string, project: string): void {
  try {
    localStorage.removeItem(key(person, project))
  } catch {
    // as above
  }
}

/** Reports of earlier weeks that were sent and not answered, the earliest first. */
export function late(person: string, project: string): WeekDraft[] {
  try {
    return JSON.parse(localStorage.getItem(lateKey(person, project)) ?? '[]') as WeekDraft[]
  } catch {
    return []
  }
}
/** Received, or discarded knowingly. */
export function dropLate(person: string, project: string, requestId: string): void {
  try {
    const left = late(person, project).filter((d) => d.requestId !== requestId)
    if (left.length) localStorage.setItem(lateKey(person, project), JSON.stringify(left))
    else localStorage.removeItem(lateKey(person, project))
  } catch {
    // as above
  }
}

/** Marks the draft as sent before it is, so that a page that dies on the way comes back to it; answers what to send. */
export function sending(form: WeeklyForm, draft: WeekDraft): WeeklyBody {
  if (!draft.unanswered || !draft.sent) draft.sent = bodyOf(form, draft)
  draft.unanswered = true
  return draft.sent
}
/** The platform refused it: it may be changed again, and is another request from now on. */
export function answered(draft: WeekDraft): void {
  draft.unanswered = false
  draft.sent = null
  draft.requestId = newRequestId()
}

export type Ask = 'lost' | 'back' | 'lower'
/** What a reason is asked for, and what may be chosen. */
export function asks(line: WeeklyLine, draft: LineDraft): { ask: Ask; of: SlipReason[] } | null {
  if (draft.lost > 0) return { ask: 'lost', of: LOSSES }
  if (draft.lost < 0) return { ask: 'back', of: Object.keys(line.lostByReason) as SlipReason[] }
  return draft.percent < line.percent ? { ask: 'lower', of: LOWER } : null
}
export const lostSoFar = (line: WeeklyLine) => Object.values(line.lostByReason).reduce((sum: number, n) => sum + (n ?? 0), 0)
export const changed = (line: WeeklyLine, draft: LineDraft) => draft.percent !== line.percent || draft.lost !== 0

export function touched(form: WeeklyForm, draft: WeekDraft): boolean {
  return draft.unanswered || !!draft.note.trim() || draft.needs || draft.evidence.length > 0 || form.lines.some((l) => changed(l, draft.lines[l.activityId]!))
}

/** What is still wrong, by activity and by field; empty when it can be sent. */
export function faultsOf(form: WeeklyForm, draft: WeekDraft): { lines: string[]; need: boolean; with: boolean } {
  return {
    lines: form.lines.filter((l) => {
      const d = draft.lines[l.activityId]!
      const ask = asks(l, d)
      return ask && !(d.reason && ask.of.includes(d.reason))
    }).map((l) => l.activityId),
    need: draft.needs && !draft.coordination.trim(),
    with: draft.needs && !draft.with,
  }
}

/** What a draft said whose form is gone: its lines as they were put down. */
function unseen(draft: WeekDraft): WeeklyBody {
  return {
    ...shared(draft),
    lines: Object.entries(draft.lines).filter(([, d]) => d.percent > 0 || d.lost !== 0)
      .map(([activityId, d]) => ({ activityId, percent: d.percent, daysLost: d.lost, reason: d.reason, note: '' })),
  }
}
const shared = (draft: WeekDraft) => ({
  week: draft.week, note: draft.note.trim(), coordination: draft.needs ? draft.coordination.trim() : '', coordinationWith: draft.needs ? draft.with : null,
  evidence: [...draft.evidence],
})

/** Every line under way is said again, so that the platform knows it was looked at; what has not begun is not. */
export function bodyOf(form: WeeklyForm, draft: WeekDraft): WeeklyBody {
  return {
    ...shared(draft),
    lines: form.lines.filter((l) => l.started || changed(l, draft.lines[l.activityId]!)).map((l) => {
      const d = draft.lines[l.activityId]!
      return { activityId: l.activityId, percent: d.percent, daysLost: d.lost, reason: asks(l, d) ? d.reason : null, note: '' }
    }),
  }
}
