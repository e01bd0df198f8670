import type { NewTimeLimit, TimeLimit } from '@/api/contract'

export const REGIMES = ['HOTLINE', 'PETITION', 'GAS', 'WARRANTY'] as const
export const STEPS = ['ACCEPT', 'DISPATCH', 'RETURN', 'REPLY', 'CALL_BACK'] as const
export const UNITS = ['MINUTES', 'HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS', 'MONTHS', 'YEARS'] as const
export type Unit = TimeLimit['unit']

/** Where the page of rules shows a version; what an address points at. */
export const anchor = (code: string, version: number) => `limit-${code}-${version}`

/** Whether a version is for what is received today, from a later day on, or no more. */
export type When = 'NOW' | 'COMING' | 'PAST'
export const when = (row: TimeLimit, today: string): When => (row.effectiveFrom > today ? 'COMING' : row.effectiveTo && row.effectiveTo < today ? 'PAST' : 'NOW')

/** What is in force first, then what is to come, then on wish what was; within each as the platform orders them. */
export function inOrder(rows: TimeLimit[], today: string, history: boolean): TimeLimit[] {
  const order: When[] = history ? ['NOW', 'COMING', 'PAST'] : ['NOW', 'COMING']
  return order.flatMap((at) => rows.filter((row) => when(row, today) === at))
}

/** The newest version of a limit; the one that may be followed, or taken back. */
export const lastOf = (rows: TimeLimit[], code: string) => rows.filter((row) => row.code === code).sort((a, b) => a.version - b.version).at(-1)
export const before = (rows: TimeLimit[], row: TimeLimit) => rows.find((one) => one.code === row.code && one.version === row.version - 1)
export const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The first day the next version may begin on that leaves no gap and changes nothing of today. */
export function nextFrom(row: TimeLimit, today: string): string {
  if (row.effectiveTo && row.effectiveTo < today) return dayAfter(row.effectiveTo)
  return dayAfter(row.effectiveFrom > today ? row.effectiveFrom : today)
}

export const ofTheClock = (unit: Unit) => unit === 'MINUTES' || unit === 'HOURS'
/** In what units a warning may come before the end of a limit. */
export const leads = (unit: Unit): Unit[] => (ofTheClock(unit) ? ['MINUTES', 'HOURS'] : unit === 'MONTHS' || unit === 'YEARS' ? ['CALENDAR_DAYS'] : [unit])

/** A new version as it stands in the form; a number field that is empty holds ''. */
export interface LimitDraft {
  code: string; regime: TimeLimit['regime']; step: TimeLimit['step']; kinds: TimeLimit['kinds']; urgencies: TimeLimit['urgencies']; channels: TimeLimit['channels']
  amount: number | ''; unit: Unit; roll: boolean; mostExtension: number | ''
  warn: 'NONE' | 'BEFORE' | 'SHARE'; warnBefore: number | ''; warnUnit: Unit; warnShare: number | ''
  from: string; to: string; assumption: boolean; source: string
}

/** What a form begins with: the next version like the one before it, without what that rested on; or a limit of a regime. */
export function draftOf(row: TimeLimit | null, regime: TimeLimit['regime'], today: string): LimitDraft {
  if (!row) {
    return { code: '', regime, step: 'REPLY', kinds: [], urgencies: [], channels: [], amount: 5, unit: 'WORKING_DAYS', roll: false, mostExtension: '', warn: 'NONE', warnBefore: 1, warnUnit: 'WORKING_DAYS', warnShare: 80, from: dayAfter(today), to: '', assumption: true, source: '' }
  }
  const from = nextFrom(row, today)
  return {
    code: row.code, regime: row.regime, step: row.step, kinds: [...row.kinds], urgencies: [...row.urgencies], channels: [...row.channels],
    amount: row.amount, unit: row.unit, roll: row.roll === 'TO_WORKDAY', mostExtension: row.mostExtension ?? '',
    warn: row.warnShare != null ? 'SHARE' : row.warnBefore != null ? 'BEFORE' : 'NONE', warnBefore: row.warnBefore ?? 1, warnUnit: row.warnUnit ?? leads(row.unit)[0]!, warnShare: row.warnShare ?? 80,
    from, to: row.effectiveTo && row.effectiveTo >= from ? row.effectiveTo : '', assumption: row.unconfirmed, source: '',
  }
}

export function bodyOf(draft: LimitDraft): NewTimeLimit {
  const units = leads(draft.unit)
  return {
    code: draft.code.trim(), regime: draft.regime, step: draft.step, kinds: draft.kinds, urgencies: draft.urgencies, channels: draft.channels,
    amount: Number(draft.amount), unit: draft.unit, roll: draft.roll && !ofTheClock(draft.unit) ? 'TO_WORKDAY' : 'NONE',
    mostExtension: draft.mostExtension === '' ? null : draft.mostExtension,
    warnBefore: draft.warn === 'BEFORE' ? Number(draft.warnBefore) : null,
    warnUnit: draft.warn === 'BEFORE' ? (units.includes(draft.warnUnit) ? draft.warnUnit : units[0]!) : null,
    warnShare: draft.warn === 'SHARE' ? Number(draft.warnShare) : null,
    effectiveFrom: draft.from, effectiveTo: draft.to || null, source: draft.source, unconfirmed: draft.assumption,
  }
}

/** The same version once more, for who did not mean to take it back. */
export const asIs = (row: TimeLimit): NewTimeLimit => ({
  code: row.code, regime: row.regime, step: row.step, kinds: row.kinds, urgencies: row.urgencies, channels: row.channels, amount: row.amount, unit: row.unit,
  roll: row.roll, mostExtension: row.mostExtension, warnBefore: row.warnBefore, warnUnit: row.warnUnit, warnShare: row.warnShare,
  effectiveFrom: row.effectiveFrom, effectiveTo: row.effectiveTo, source: row.source, unconfirmed: row.unconfirmed,
})
