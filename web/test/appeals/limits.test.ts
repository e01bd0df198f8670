import { expect, it } from 'vitest'
import type { TimeLimit } from '@/api/contract'
import { asIs, before, bodyOf, dayAfter, draftOf, inOrder, lastOf, leads, nextFrom } from '@/features/appeals/limits'

const TODAY = '2022-04-20'
const row = (version: number, effectiveFrom: string, effectiveTo: string | null, more: Partial<TimeLimit> = {}): TimeLimit => ({
  code: 'HOTLINE.ACCEPT', version, regime: 'HOTLINE', step: 'ACCEPT', kinds: [], urgencies: ['URGENT'], channels: [], amount: 24, unit: 'HOURS', roll: 'NONE',
  words: { zh: '24 小时', en: '24 hours' }, mostExtension: null, warnBefore: 30, warnUnit: 'MINUTES', warnShare: null, effectiveFrom, effectiveTo, source: 'brief', unconfirmed: true, revision: 1, ...more,
})
const was = row(1, '2020-01-01', '2021-12-31')
const now = row(2, '2022-01-01', '2022-04-20')
const coming = row(3, '2022-04-21', null)

it('shows what is in force today, then what is to come, and on wish what was', () => {
  expect(inOrder([was, coming, now], TODAY, false)).toEqual([now, coming])
  expect(inOrder([was, coming, now], TODAY, true)).toEqual([now, coming, was])
})

it('finds the newest version and the one before another', () => {
  expect(lastOf([coming, was, now], 'HOTLINE.ACCEPT')).toBe(coming)
  expect(before([was, now, coming], coming)).toBe(now)
  expect(before([was, now, coming], was)).toBeUndefined()
})

it('begins the next version tomorrow, after one that is to come, or where the last one ended', () => {
  expect(nextFrom(row(1, '2020-01-01', null), TODAY)).toBe('2022-04-21')
  expect(nextFrom(row(1, '2020-01-01', TODAY), TODAY)).toBe('2022-04-21')
  expect(nextFrom(row(1, '2022-05-01', null), TODAY)).toBe('2022-05-02')
  expect(nextFrom(row(1, '2020-01-01', '2022-03-31'), TODAY)).toBe('2022-04-01')
  expect(dayAfter('2022-12-31')).toBe('2023-01-01')
})

it('is filled like the version before it, but for what that rested on', () => {
  const like = row(1, '2020-01-01', '2022-12-31', { unit: 'WORKING_DAYS', roll: 'TO_WORKDAY', mostExtension: 10, warnBefore: null, warnUnit: null, warnShare: 80 })
  expect(bodyOf(draftOf(like, 'HOTLINE', TODAY))).toEqual({ ...asIs(like), effectiveFrom: '2022-04-21', source: '' })
  expect(draftOf(row(1, '2020-01-01', '2022-03-31'), 'HOTLINE', TODAY).to, 'an end that is over is not taken along').toBe('')
})

it('sends no lead with a share, none in a unit that does not go with the limit, and moves no hours to a workday', () => {
  const draft = { ...draftOf(now, 'HOTLINE', TODAY), roll: true, mostExtension: '' as const }
  expect(bodyOf(draft)).toMatchObject({ warnBefore: 30, warnUnit: 'MINUTES', warnShare: null, roll: 'NONE', mostExtension: null })
  expect(bodyOf({ ...draft, warn: 'SHARE' })).toMatchObject({ warnBefore: null, warnUnit: null, warnShare: 80 })
  expect(bodyOf({ ...draft, unit: 'MONTHS' })).toMatchObject({ warnUnit: 'CALENDAR_DAYS', roll: 'TO_WORKDAY' })
  expect(leads('WORKING_DAYS')).toEqual(['WORKING_DAYS'])
})
