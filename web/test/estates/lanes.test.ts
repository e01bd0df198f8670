import { expect, test } from 'vitest'
import type { Timetable, TimetableActivity } from '@/api/contract'
import { barsOf, handOvers, months } from '@/features/estates/lanes'

const activity = (code: string, phase: string, start: string, finish: string, percent = 0, state = 'ON_TIME') =>
  ({ id: code, projectId: 'p', code, phase, start, finish, percent, state, started: percent > 0, name: { zh: code, en: code } }) as unknown as TimetableActivity

test('activities people speak of as one stand as one bar, and bars that overlap take another row', () => {
  const bars = barsOf([
    activity('R01', 'ROOF', '2022-03-20', '2022-04-10', 100, 'DONE'), activity('R06', 'ROOF', '2022-04-20', '2022-05-20'),
    activity('F06', 'FACADE', '2022-05-01', '2022-06-30'), activity('F04', 'FACADE', '2022-07-02', '2022-08-01'), activity('P01', 'PREP', '2021-09-01', '2021-10-01'),
  ])
  expect(bars.map((b) => [b.key, b.start, b.finish, b.row])).toEqual([
    ['roofs', '2022-03-20', '2022-05-20', 0], ['stairs', '2022-05-01', '2022-06-30', 1], ['refit', '2022-07-02', '2022-08-01', 0]])
  expect(bars[0]!.percent).toBe(42) // 22 of 53 days
  expect(bars[0]!.state).toBe('ON_TIME')
})

test('an activity the template did not have before is a bar of its own', () => {
  expect(barsOf([activity('X09', 'EXT', '2022-09-01', '2022-09-10')])[0]).toMatchObject({ key: 'X09', name: null, lane: 'BUILD' })
})

test('what one lane hands over to another is met by a finish or by a start, as the plan ties them', () => {
  const activities = [activity('D04', 'DEMO', '2022-03-01', '2022-04-29', 86), activity('R01', 'ROOF', '2022-03-10', '2022-05-01'), activity('D05', 'DEMO', '2022-03-01', '2022-05-10'), activity('U02', 'UNDER', '2022-05-11', '2022-07-01')]
  const timetable = { activities, links: [{ from: 'D04', to: 'R01', kind: 'SS', lag: 7 }, { from: 'D05', to: 'U02', kind: 'FS', lag: 0 }, { from: 'D04', to: 'D05', kind: 'SS', lag: 1 }] } as unknown as Timetable
  expect(handOvers(timetable, 'p').map((h) => [h.key, h.day, h.met])).toEqual([['D05-U02-FS', '2022-05-10', false], ['D04-R01-SS', '2022-03-08', true]])
})

test('months are marked on their first day', () => {
  expect(months('2021-12-15', '2022-02-10').map((m) => m.month)).toEqual([1, 2])
})
