import { describe, expect, it } from 'vitest'
import { date, dayNumber, moment, near, pace, saidHour, saidHours, used } from '@/h5/days'

const clock = (usedDays: number, stopped = false) => ({ usedDays, limitDays: 15, due: '2022-05-06', arithmetic: { zh: '', en: '' }, stopped })

describe('the clock of a case', () => {
  it('is in time, due soon in its last two days, overdue after the last', () => {
    expect([0, 12, 13, 15, 16].map((n) => pace(clock(n)))).toEqual(['WITHIN', 'WITHIN', 'NEAR', 'NEAR', 'OVER'])
  })
  it('is answered in time once it stands, unless it was late then', () => {
    expect(pace(clock(14, true))).toBe('ANSWERED')
    expect(pace(clock(16, true))).toBe('OVER')
  })
  it('fills its bar to the used part and never further', () => {
    expect([0, 5, 30].map((n) => used(clock(n)))).toEqual([0, 1 / 3, 1])
  })
})

describe('days and hours', () => {
  it('are the district\'s, also just before midnight', () => {
    expect(date('2022-04-13T23:30:00+08:00', 'zh')).toBe('4月13日')
    expect(date('2022-04-13T16:30:00Z', 'zh')).toBe('4月14日')
    expect(moment('2022-04-13T08:42:00Z', 'zh')).toBe('4月13日 周三 16:42')
    expect(moment('2022-04-13T08:42:00Z', 'en')).toBe('13 Apr Wed 16:42')
  })
  it('say today and tomorrow, then the date', () => {
    expect(['2022-04-20', '2022-04-21', '2022-04-22'].map((d) => near(d, '2022-04-20', 'zh'))).toEqual(['今天', '明天', '22 日'])
    expect(near('2022-05-01', '2022-04-30', 'en')).toBe('Tomorrow')
  })
  it('count the first day as day one', () => {
    expect(dayNumber('2022-04-11', '2022-04-20')).toBe(10)
  })
  it('are said as people say them', () => {
    expect(['08:30', '11:00', '12:00', '13:05', '19:30', '22:00'].map((h) => saidHour(h, 'zh'))).toEqual(['早上 8 点半', '上午 11 点', '中午 12 点', '下午 1 点 5 分', '晚上 7 点半', '晚上 10 点'])
    expect(saidHours('08:30', '11:30', 'zh')).toEqual(['早上 8 点半', '11 点半'])
    expect(saidHours('09:00', '15:00', 'zh')).toEqual(['上午 9 点', '下午 3 点'])
  })
})
