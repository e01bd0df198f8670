import type { AppealCounts, InboxView, InboxWanted } from '@/api/contract'

/** The filter of the inbox as the address holds it; what is empty does not matter. */
export const FILTER_KEYS = ['range', 'state', 'order', 'overdue', 'today', 'reopened', 'channel', 'class', 'urgency', 'unit', 'area', 'estate', 'q'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type Filters = Partial<Record<FilterKey, string>>

/** Whose unit somebody still has to say. */
export const UNDISPATCHED = 'RECEIVED,ACCEPTED,REOPENED'

/** A view that everybody has, with how many it holds; `g` and its place opens it. */
export interface BuiltIn { key: 'mine' | 'dueToday' | 'overdue' | 'undispatched' | 'reopened' | 'emergencies' | 'callBack'; filters: Filters; count: (c: AppealCounts) => number }
export const BUILT_IN: BuiltIn[] = [
  { key: 'mine', filters: { range: 'mine' }, count: (c) => c.mine },
  { key: 'dueToday', filters: { today: 'true' }, count: (c) => c.dueToday },
  { key: 'overdue', filters: { overdue: 'true' }, count: (c) => c.overdue },
  { key: 'undispatched', filters: { state: UNDISPATCHED }, count: (c) => c.toAccept + c.toDispatch },
  { key: 'reopened', filters: { reopened: 'true' }, count: (c) => c.reopened },
  { key: 'emergencies', filters: { urgency: 'EMERGENCY' }, count: (c) => c.emergencies },
  { key: 'callBack', filters: { state: 'REPLIED' }, count: (c) => c.toCallBack },
]

/** The filters of an address; the usual range and order are as good as none. */
export function filtersOf(query: Record<string, unknown>): Filters {
  const out: Filters = {}
  for (const key of FILTER_KEYS) {
    const value = query[key]
    if (typeof value === 'string' && value && !(key === 'range' && value === 'open') && !(key === 'order' && value === 'DUE')) out[key] = value
  }
  return out
}

export const same = (a: Filters, b: Filters) => FILTER_KEYS.every((key) => (a[key] ?? '') === (b[key] ?? ''))

/** What the platform keeps of the filters. */
export function wantedOf(f: Filters): InboxWanted {
  return {
    range: f.range === 'mine' ? 'MINE' : f.range === 'all' ? 'ALL' : 'OPEN',
    states: (f.state ? f.state.split(',') : []) as InboxWanted['states'],
    overdue: f.overdue === 'true',
    dueToday: f.today === 'true',
    reopened: f.reopened === 'true',
    channel: (f.channel ?? null) as InboxWanted['channel'],
    classCode: f.class ?? null,
    urgency: (f.urgency ?? null) as InboxWanted['urgency'],
    lead: f.unit ?? null,
    area: f.area ?? null,
    estate: f.estate ?? null,
    q: f.q ?? null,
    order: f.order === 'LATEST' ? 'LATEST' : 'DUE',
  }
}

/** The filters of a view that was kept. */
export function filtersFrom(w: InboxWanted): Filters {
  return filtersOf({
    range: w.range.toLowerCase(), state: w.states?.join(','), order: w.order ?? undefined, overdue: w.overdue ? 'true' : undefined, today: w.dueToday ? 'true' : undefined,
    reopened: w.reopened ? 'true' : undefined, channel: w.channel ?? undefined, class: w.classCode ?? undefined, urgency: w.urgency ?? undefined, unit: w.lead ?? undefined, area: w.area ?? undefined, estate: w.estate ?? undefined, q: w.q ?? undefined,
  })
}

/** What the key `g` and a number open, in the order they stand on the screen. */
export function atNumber(n: number, kept: InboxView[]): Filters | undefined {
  if (n === 0) return {}
  return BUILT_IN[n - 1]?.filters ?? (kept[n - 1 - BUILT_IN.length] ? filtersFrom(kept[n - 1 - BUILT_IN.length]!.wanted) : undefined)
}
