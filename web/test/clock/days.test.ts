import { describe, expect, it } from 'vitest'
import { paceOf, plus, share } from '@/features/clock/days'

describe('the days of the demo world', () => {
  it('go over the ends of months and years', () => {
    expect(plus('2022-12-31', 1)).toBe('2023-01-01')
    expect(plus('2024-02-28', 1)).toBe('2024-02-29')
  })
  it('have passed wholly with the last day of the year', () => {
    expect(share('2022-12-31')).toBe(1)
    expect(share('2022-01-01')).toBeCloseTo(1 / 365, 10)
  })
  it('pass at a pace that has a name', () => {
    expect([1, 7, 30, 12].map(paceOf)).toEqual(['day', 'week', 'month', 'week'])
  })
})
