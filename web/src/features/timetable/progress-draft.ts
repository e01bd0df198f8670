import type { ProgressForm, ProgressReport, SlipReason, TimetableActivity } from '@/api/contract'
import { newRequestId } from '@/api/client'

/** A report being written. It is kept on the device with the request id it will be sent under, before any network is asked. */
export interface Draft {
  requestId: string
  percent: number | null
  daysLost: number | null
  reason: SlipReason | null
  note: string
  actualStart: string
  actualFinish: string
  /** Sent at least once without an answer: the fields are then fixed, because the platform may hold it already. */
  unanswered: boolean
  /** The newest report there was when the draft was begun: a later one makes the draft old. */
  after: string | null
  keptAt: string
}

/** How the activity stands by what the platform knows; a report goes on from it or corrects it. */
export interface Known {
  percent: number
  started: boolean
  start: string
  finish: string
  /** Days lost in all, and by reason; only so many can be taken back. */
  lost: number
  lostBy: Map<SlipReason, number>
  newest: ProgressReport | null
  today: string
}

export const LOSSES: SlipReason[] = ['RAIN', 'CREW', 'MATERIAL', 'RESIDENTS', 'PERMIT', 'UTILITY', 'SAFETY', 'REWORK', 'OTHER']
export const CORRECTIONS: SlipReason[] = ['MISREPORTED', 'REWORK', 'OTHER']

/** @param reports in the order they were made; null when they could not be asked for */
export function knownOf(activity: TimetableActivity, reports: ProgressReport[] | null, today: string): Known {
  const lostBy = new Map<SlipReason, number>()
  let lost = 0
  for (const r of reports ?? []) {
    lost += r.daysLost
    if (r.daysLost) lostBy.set(r.reason ?? 'OTHER', (lostBy.get(r.reason ?? 'OTHER') ?? 0) + r.daysLost)
  }
  const newest = reports?.at(-1) ?? null
  return {
    percent: newest?.percent ?? activity.percent, started: activity.started, start: activity.started ? activity.start : '', finish: activity.state === 'DONE' ? activity.finish : '',
    lost, lostBy: new Map([...lostBy].filter(([, days]) => days > 0)), newest, today,
  }
}

export function freshDraft(known: Known): Draft {
  return {
    requestId: newRequestId(), percent: known.percent, daysLost: 0, reason: null, note: '', actualStart: known.start, actualFinish: known.finish, unanswered: false,
    after: known.newest?.id ?? null, keptAt: '',
  }
}

// By person too: whoever signs in next on a shared computer must not send a colleague's words.
const key = (person: string, activityId: string) => `xingfuli.draft.progress.${person}.${activityId}`

export function keptDraft(person: string, activityId: string): Draft | null {
  try {
    const kept = localStorage.getItem(key(person, activityId))
    return kept ? (JSON.parse(kept) as Draft) : null
  } catch {
    return null // a private window keeps nothing: the draft then lives as long as the dialog
  }
}
export function keepDraft(person: string, activityId: string, draft: Draft): void {
  try {
    localStorage.setItem(key(person, activityId), JSON.stringify({ ...draft, keptAt: new Date().toISOString() }))
  } catch {
    // as above
  }
}
export function dropDraft(person: string, activityId: string): void {
  try {
    localStorage.removeItem(key(person, activityId))
  } catch {
    // as above
  }
}

/** Whether somebody wrote anything: an untouched form is no draft. */
export function touched(draft: Draft, known: Known): boolean {
  const said = (d: Draft) => JSON.stringify([d.percent, d.daysLost, d.reason, d.note.trim(), d.actualStart, d.actualFinish])
  return draft.unanswered || said(draft) !== said(freshDraft(known))
}

/** Whether a report came after the draft was begun. One that waits for its answer may be that report itself. */
export const outdated = (draft: Draft, known: Known) => !draft.unanswered && !!known.newest && draft.after !== known.newest.id

/** What the draft takes back of what was reported; empty when it only goes on. */
export function correctionsOf(draft: Draft, known: Known): ('percent' | 'daysLost' | 'actualStart' | 'actualFinish')[] {
  const found: ReturnType<typeof correctionsOf> = []
  if (draft.percent !== null && draft.percent < known.percent) found.push('percent')
  if ((draft.daysLost ?? 0) < 0) found.push('daysLost')
  if (known.start && draft.actualStart !== known.start && (draft.actualStart || draft.percent === 0)) found.push('actualStart')
  if (known.finish && draft.percent === 100 && draft.actualFinish !== known.finish) found.push('actualFinish')
  return found
}

export type Ask = 'lost' | 'back' | 'down'
/** What the reason is asked for, and what may be chosen: lost days, days taken back, a lower percentage. */
export function reasonsOf(draft: Draft, known: Known): { ask: Ask; of: SlipReason[] } | null {
  const days = draft.daysLost ?? 0
  if (days > 0) return { ask: 'lost', of: LOSSES }
  if (days < 0) return { ask: 'back', of: known.lostBy.size ? [...known.lostBy.keys()] : LOSSES }
  return draft.percent !== null && draft.percent < known.percent ? { ask: 'down', of: CORRECTIONS } : null
}

export type Fault = 'percent' | 'lost' | 'back' | 'reason' | 'why' | 'finish' | 'order' | 'future'

/** What is wrong with a draft, field by field; empty when it can be sent. */
export function faultsOf(draft: Draft, known: Known): Partial<Record<'percent' | 'daysLost' | 'reason' | 'actualStart' | 'actualFinish', Fault>> {
  const faults: ReturnType<typeof faultsOf> = {}
  const whole = (n: number | null, low: number, high: number) => n !== null && Number.isInteger(n) && n >= low && n <= high
  if (!whole(draft.percent, 0, 100)) faults.percent = 'percent'
  if (!whole(draft.daysLost, -known.lost, 365)) faults.daysLost = (draft.daysLost ?? 0) < 0 ? 'back' : 'lost'
  const reasons = reasonsOf(draft, known)
  if (reasons && !faults.daysLost && !(draft.reason && reasons.of.includes(draft.reason))) faults.reason = reasons.ask === 'lost' ? 'reason' : 'why'
  if (draft.actualStart > known.today) faults.actualStart = 'future'
  if (draft.percent === 100 && !draft.actualFinish) faults.actualFinish = 'finish'
  else if (draft.percent === 100 && draft.actualFinish > known.today) faults.actualFinish = 'future'
  else if (draft.percent === 100 && draft.actualFinish < (draft.actualStart || known.start)) faults.actualFinish = 'order'
  return faults
}

export function formOf(draft: Draft, known: Known): ProgressForm {
  return {
    percent: draft.percent ?? 0, daysLost: draft.daysLost ?? 0, reason: reasonsOf(draft, known) ? draft.reason : null, note: draft.note.trim(),
    // A start that stands is said again only where silence would unsay it: back at 0 %.
    ...(draft.actualStart && (draft.actualStart !== known.start || draft.percent === 0) ? { actualStart: draft.actualStart } : {}),
    ...(draft.percent === 100 && draft.actualFinish ? { actualFinish: draft.actualFinish } : {}),
  }
}
