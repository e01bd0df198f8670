import { describe, expect, it } from 'vitest'
import { dayOf, isoOf, monthDay, weekdayOf } from '@/ui/gantt/days'
import { DAY_WIDTH, NARROWEST, RestDays, TimeScale, WIDEST, ticks } from '@/ui/gantt/scale'

const month = (iso: string) => `M${+iso.slice(5, 7)}`

describe('a date as a day', () => {
  it('comes back as it went in, over leap days and centuries', () => {
    for (const iso of ['1970-01-01', '2000-02-29', '2022-04-20', '2024-02-29', '2100-03-01', '1969-12-31']) expect(isoOf(dayOf(iso))).toBe(iso)
    expect(dayOf('2022-05-01') - dayOf('2022-04-30')).toBe(1)
    expect(monthDay(dayOf('2022-04-29'))).toBe('04-29')
  })
  it('knows its weekday, before 1970 too', () => {
    expect(weekdayOf(dayOf('2022-04-20'))).toBe(3)
    expect(weekdayOf(dayOf('2022-04-24'))).toBe(0)
    expect(weekdayOf(dayOf('1969-12-31'))).toBe(3)
  })
})

describe('the time scale', () => {
  const scale = new TimeScale(dayOf('2022-03-01'), dayOf('2022-12-31'), 6.8)

  it('gives every pixel of a day to that day', () => {
    for (const day of [scale.first, dayOf('2022-04-20'), scale.last]) {
      expect(scale.dayAt(scale.x(day) + 0.001)).toBe(day)
      expect(scale.dayAt(scale.end(day) - 0.001)).toBe(day)
      expect(scale.end(day)).toBeCloseTo(scale.x(day + 1))
    }
    expect(scale.width).toBeCloseTo(306 * 6.8)
  })
  it('never grows wider or narrower than can be read', () => {
    expect(scale.with(1000).dayWidth).toBe(WIDEST)
    expect(scale.with(0).dayWidth).toBe(NARROWEST)
  })
  it('marks Mondays by week, firsts by month, every day by day', () => {
    const week = ticks(scale, dayOf('2022-04-18'), dayOf('2022-05-09'), month)
    expect(week.map((t) => t.label)).toEqual(['04-18', '04-25', '05-02', '05-09'])
    expect(week.map((t) => t.strong)).toEqual([false, false, true, false])
    const months = ticks(scale.with(DAY_WIDTH.month), dayOf('2022-04-02'), dayOf('2022-07-01'), month)
    expect(months.map((t) => t.label)).toEqual(['M5', 'M6', 'M7'])
    const days = ticks(scale.with(DAY_WIDTH.day), dayOf('2022-04-29'), dayOf('2022-05-02'), month)
    expect(days.map((t) => t.label)).toEqual(['29', '30', 'M5', '2'])
  })
  it('marks nothing outside its days', () => {
    expect(ticks(scale, dayOf('2021-01-01'), dayOf('2022-02-28'), month)).toEqual([])
  })
})

describe('days of rest', () => {
  const rest = new RestDays(new Map([[dayOf('2022-05-02'), 'HOLIDAY_OFF'], [dayOf('2022-04-30'), 'HOLIDAY_OFF'], [dayOf('2022-04-24'), 'ADJUSTED_WORKDAY']]))

  it('shade weekends and holidays apart, and leave an adjusted workday unshaded', () => {
    expect(rest.of(dayOf('2022-04-23'))).toBe('weekend')
    expect(rest.of(dayOf('2022-04-24'))).toBe('work') // Sunday, worked
    expect(rest.of(dayOf('2022-04-30'))).toBe('holiday') // Saturday and a holiday
    expect(rest.of(dayOf('2022-05-02'))).toBe('holiday') // Monday
    expect(rest.of(dayOf('2022-05-05'))).toBe('work')
  })
})
