import { describe, expect, it } from 'vitest'
import { monthsOf, workdays } from '@/features/calendar/year'

describe('a year of the working calendar', () => {
  it('begins each month under its own weekday, Monday first', () => {
    const months = monthsOf(2022, [])
    expect(months[0]!.lead).toBe(5) // 1 January 2022 was a Saturday
    expect(months[1]!.squares).toHaveLength(28)
  })
  it('counts a make-up Saturday as worked and a holiday Monday as free', () => {
    const plain = workdays(monthsOf(2022, []))
    expect(workdays(monthsOf(2022, [{ date: '2022-01-29', type: 'ADJUSTED_WORKDAY', name: '春节' }]))).toBe(plain + 1)
    expect(workdays(monthsOf(2022, [{ date: '2022-01-31', type: 'HOLIDAY_OFF', name: '春节' }]))).toBe(plain - 1)
  })
})
