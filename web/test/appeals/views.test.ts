import { describe, expect, it } from 'vitest'
import type { InboxView } from '@/api/contract'
import { atNumber, BUILT_IN, filtersFrom, filtersOf, same, UNDISPATCHED, wantedOf, type Filters } from '@/features/appeals/views'

describe('views of the inbox', () => {
  const EVERY: Filters = { range: 'all', state: 'ACCEPTED,REOPENED', order: 'LATEST', overdue: 'true', today: 'true', reopened: 'true', channel: 'PHONE', class: 'NOISE', urgency: 'URGENT', unit: 'u', area: '320613001', estate: 'e', q: '漏水' }

  it('come back from the platform as they were kept, each filter by itself and all together', () => {
    for (const [key, value] of Object.entries(EVERY)) expect(filtersFrom(wantedOf({ [key]: value }))).toEqual({ [key]: value })
    expect(filtersFrom(wantedOf(EVERY))).toEqual(EVERY)
    expect(filtersFrom(wantedOf({}))).toEqual({})
  })
  it('are recognised whatever else the address says', () => {
    const overdue = BUILT_IN.find((v) => v.key === 'overdue')!.filters
    expect(same(filtersOf({ overdue: 'true', range: 'open', order: 'DUE', appeal: 'x' }), overdue)).toBe(true)
    expect(same(filtersOf({ overdue: 'true', q: '漏' }), overdue)).toBe(false)
  })
  it('open by their number in the order they stand', () => {
    const kept = [{ id: '1', name: '紧急', shared: false, own: true, version: 1, wanted: wantedOf({ urgency: 'EMERGENCY', state: UNDISPATCHED }) }] as InboxView[]
    expect(atNumber(0, kept)).toEqual({})
    expect(atNumber(4, kept)).toEqual({ state: UNDISPATCHED })
    expect(atNumber(8, kept)).toEqual({ urgency: 'EMERGENCY', state: UNDISPATCHED })
    expect(atNumber(9, kept)).toBeUndefined()
  })
})
