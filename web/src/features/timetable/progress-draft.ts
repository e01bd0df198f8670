import type { ProgressForm, SlipReason } from '@/api/contract'
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
}

const key = (activityId: string) => `xingfuli.draft.progress.${activityId}`

export function openDraft(activityId: string, last: { percent: number; started: boolean; today: string }): Draft {
  try {
    const kept = localStorage.getItem(key(activityId))
    if (kept) return JSON.parse(kept) as Draft
  } catch {
    // a private window keeps nothing: the draft then lives as long as the dialog
  }
  return {
    requestId: newRequestId(), percent: last.percent, daysLost: 0, reason: null, note: '', actualStart: last.started ? '' : last.today, actualFinish: '', unanswered: false,
  }
}
export function keepDraft(activityId: string, draft: Draft): void {
  try {
    localStorage.setItem(key(activityId), JSON.stringify(draft))
  } catch {
    // as above
  }
}
export function dropDraft(activityId: string): void {
  try {
    localStorage.removeItem(key(activityId))
  } catch {
    // as above
  }
}

export type Fault = 'percent' | 'lost' | 'reason' | 'finish' | 'order' | 'future'

/** What is wrong with a draft, field by field; empty when it can be sent. */
export function faultsOf(draft: Draft, known: { started: boolean; start: string; today: string }): Partial<Record<'percent' | 'daysLost' | 'reason' | 'actualStart' | 'actualFinish', Fault>> {
  const faults: ReturnType<typeof faultsOf> = {}
  const whole = (n: number | null, low: number, high: number) => n !== null && Number.isInteger(n) && n >= low && n <= high
  if (!whole(draft.percent, 0, 100)) faults.percent = 'percent'
  if (!whole(draft.daysLost, 0, 365)) faults.daysLost = 'lost'
  else if (draft.daysLost! > 0 && !draft.reason) faults.reason = 'reason'
  if (draft.actualStart > known.today) faults.actualStart = 'future'
  if (draft.percent === 100 && !draft.actualFinish) faults.actualFinish = 'finish'
  else if (draft.actualFinish > known.today) faults.actualFinish = 'future'
  else if (draft.actualFinish && draft.actualFinish < (draft.actualStart || (known.started ? known.start : ''))) faults.actualFinish = 'order'
  return faults
}

export function formOf(draft: Draft): ProgressForm {
  return {
    percent: draft.percent ?? 0, daysLost: draft.daysLost ?? 0, reason: draft.daysLost ? draft.reason : null, note: draft.note.trim(),
    ...(draft.actualStart && (draft.percent ?? 0) >= 0 ? { actualStart: draft.actualStart } : {}),
    ...(draft.percent === 100 && draft.actualFinish ? { actualFinish: draft.actualFinish } : {}),
  }
}
