// What a resident's phone asks of the platform, and the one place that asks: no account, no cookie, nothing of the staff's client.
import type { Words } from '@/api/contract'

export type { Words }

export interface Place {
  code: string
  /** The platform's day, which is not the phone's in a demo. */
  today: string
  estate: string
  building: string
  stairwells: string[]
  households: number
  street: string
  /** What was begun last at the estate and goes on. */
  now: { activity: Words; state: 'ON_TIME' | 'LATE'; since: string; until: string } | null
  /** Agreed for the next seven days. */
  outages: Outage[]
  /** Empty while no plan is frozen: then nobody knows whether something is being built. */
  steps: { name: Words; date: string; state: 'DONE' | 'NOW' | 'NEXT' }[]
  reception: Reception[]
  /** Six to be shown large, in their order, and OTHER. */
  classes: { code: string; zh: string; en: string }[]
  /** How long name and phone are kept after the case is closed. */
  keptMonths: number
}
export interface Outage {
  day: string
  service: 'WATER' | 'POWER' | 'GAS' | 'TELECOM'
  /** HH:mm:ss */
  from: string
  to: string
}
/** `place` and `hours` where a reception point serves the estate; otherwise a community or street is called. */
export interface Reception { name: string; phone: string; place?: string | null; hours?: { zh: string; en: string } | null }
export interface NewAppeal {
  placeCode: string
  stairwell?: string
  classCode?: string
  text: string
  name?: string
  phone?: string
  consent: boolean
  confidential?: boolean
}
export interface Receipt {
  number: string
  acceptBy: string
  replyBy: string
  words: Words
  /** Opens the case in place of the phone number, for who left none. */
  lookupCode: string | null
}
/** `key`: the phone number left with the case, or the code of its receipt. */
export interface StatusQuestion { number: string; phone: string }
export interface Photo { id: string; url: string; caption: Words }
export interface Clock {
  usedDays: number
  limitDays: number
  due: string
  /** Which days count and which do not. */
  arithmetic: Words
  /** The reply is there, so the clock stands. */
  stopped: boolean
}
export interface Case {
  number: string
  title: string
  state: 'RECEIVED' | 'ACCEPTED' | 'DISPATCHED' | 'HANDLING' | 'PAUSED' | 'MERGED' | 'REPLIED' | 'REOPENED' | 'CLOSED' | 'ARCHIVED'
  words: Words
  place: string
  clock: Clock | null
  timeline: { at: string; words: Words; by: Words; kind: string }[]
  reply: { text: string; at: string; by: Words; photos: Photo[]; proof: Words | null } | null
  mayConfirm: boolean
  mayReopen: boolean
  reopened: number
  reception: Reception | null
  ticket: string
}

/** A refusal in the platform's words. `status` 0: no answer came. */
export class Refused extends Error {
  constructor(readonly status: number, readonly words: Words | null, readonly code = '') {
    super(words?.zh ?? `${status}`)
  }
  /** Nothing was refused; it only did not get through, and may be tried again as it is. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

const PATIENCE = 15_000
/** A photo on a slow net takes long. */
const LONG_PATIENCE = 90_000

async function ask<T>(path: string, init: RequestInit & { patience?: number } = {}): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, { credentials: 'omit', ...init, headers: { Accept: 'application/json, application/problem+json', ...init.headers }, signal: AbortSignal.timeout(init.patience ?? PATIENCE) })
  } catch {
    throw new Refused(0, null)
  }
  const body = await answer.json().catch(() => null) as { code?: string; detail?: string; detailEn?: string } | null
  if (!answer.ok) throw new Refused(answer.status, body?.detail ? { zh: body.detail, en: body.detailEn ?? body.detail } : null, body?.code)
  if (body === null) throw new Refused(0, null)
  return body as T
}
const posted = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })

export const placeOf = (code: string) => ask<Place>(`/api/resident/places/${encodeURIComponent(code)}`)

/** Hands the case over. The same key twice is one case. */
export function handOver(appeal: NewAppeal, photos: Blob[], key: string): Promise<Receipt> {
  const form = new FormData()
  form.append('appeal', new Blob([JSON.stringify(appeal)], { type: 'application/json' }))
  photos.forEach((photo, i) => form.append('photos', photo, `${i + 1}.jpg`))
  return ask<Receipt>('/api/resident/appeals', { method: 'POST', body: form, headers: { 'Idempotency-Key': key }, patience: LONG_PATIENCE })
}

export const statusOf = (question: StatusQuestion) => ask<Case>('/api/resident/status', posted(question))

export const confirm = (ticket: string, satisfied: boolean, words?: string) =>
  ask<Case>('/api/resident/confirmations', posted({ ticket, satisfied, ...(words ? { words } : {}) }))
