import { describe, expect, it } from 'vitest'
import type { Draft, DraftOutcome, Timetable } from '@/api/contract'
import { barsOf, crewChangesOf, withDraft } from '@/features/draft/apply'
import { Followers, mayMove } from '@/features/draft/drag'
import { stepsWith } from '@/features/timetable/crews'
import { dayOf, isoOf } from '@/ui/gantt/days'

const activity = (id: string, start: string, finish: string, more: object = {}) =>
  ({ id, projectId: 'p', code: id, name: { zh: id, en: id }, start, finish, float: 3, latestStart: start, state: 'NOT_STARTED', started: false, percent: 0, critical: false, crews: [], nodeCode: null, ...more })
const link = (from: string, to: string, kind = 'FS', lag = 0) => ({ from, to, kind, lag })
const timetable = (activities: object[], links: object[] = []) =>
  ({ activities, links, projects: [{ id: 'p', state: 'LATE', float: -2, finish: '2022-05-20' }], crews: [] }) as unknown as Timetable
const moved = (map: Map<string, { start: number; finish: number }>) => Object.fromEntries([...map].map(([id, s]) => [id, `${isoOf(s.start)} ${isoOf(s.finish)}`]))

describe('a bar that is dragged', () => {
  const chain = timetable([activity('scaffold', '2022-05-01', '2022-05-05'), activity('facade', '2022-05-06', '2022-05-15'), activity('handover', '2022-05-20', '2022-05-21')],
    [link('scaffold', 'facade'), link('facade', 'handover')])

  it('pushes what waits for it, and what waits for that only as far as the gap between them is used up', () => {
    expect(moved(new Followers(chain).pushed('scaffold', dayOf('2022-05-08')))).toEqual({
      scaffold: '2022-05-08 2022-05-12', facade: '2022-05-13 2022-05-22', handover: '2022-05-23 2022-05-24',
    })
    expect(moved(new Followers(chain).pushed('scaffold', dayOf('2022-05-03')))).not.toHaveProperty('handover')
  })
  it('pulls nothing forward', () => {
    expect(moved(new Followers(chain).pushed('scaffold', dayOf('2022-04-20')))).toEqual({ scaffold: '2022-04-20 2022-04-24' })
  })
  it('respects every kind of link with its lag', () => {
    const of = (kind: string, lag: number) => moved(new Followers(timetable([activity('a', '2022-05-01', '2022-05-04'), activity('b', '2022-05-01', '2022-05-04')], [link('a', 'b', kind, lag)])).pushed('a', dayOf('2022-05-11')))['b']
    expect(of('FS', 2)).toBe('2022-05-17 2022-05-20')
    expect(of('SS', 2)).toBe('2022-05-13 2022-05-16')
    expect(of('FF', 1)).toBe('2022-05-12 2022-05-15')
  })
  it('leaves alone what has begun, and may not itself be moved once it has', () => {
    const begun = activity('b', '2022-05-06', '2022-05-09', { started: true })
    expect(moved(new Followers(timetable([activity('a', '2022-05-01', '2022-05-05'), begun], [link('a', 'b')])).pushed('a', dayOf('2022-05-20')))).not.toHaveProperty('b')
    expect(mayMove(begun as never)).toBe(false)
  })
  it('is answered within a frame at sixteen thousand bars', () => {
    const many = Array.from({ length: 16_000 }, (_, i) => activity(`t${i}`, '2022-05-01', '2022-05-02'))
    const links = many.slice(1).flatMap((_, i) => (i % 40 === 39 ? [] : [link(`t${i}`, `t${i + 1}`)]))
    const followers = new Followers(timetable(many, links))
    expect(followers.pushed('t0', dayOf('2022-06-01')).size).toBe(40)
  })
})

describe('a timetable with a draft', () => {
  const bar = (id: string, more: object = {}) => ({ id, start: '2022-05-03', finish: '2022-05-12', startBefore: '2022-05-01', finishBefore: '2022-05-10', shift: 2, latestStart: '2022-05-04', float: 1, state: 'AT_RISK', critical: true, dropped: false, ...more })
  const known = timetable([activity('a', '2022-05-01', '2022-05-10', { nodeCode: 'M5' }), activity('b', '2022-05-11', '2022-05-20')])

  it('is the same object when nothing moves', () => {
    expect(withDraft(known, new Map())).toBe(known)
  })
  it('has the draft’s dates, and its project stands as its node now does', () => {
    const drafted = withDraft(known, barsOf({ activities: [bar('a')] } as unknown as DraftOutcome))
    expect(drafted.activities[0]).toMatchObject({ start: '2022-05-03', finish: '2022-05-12', float: 1, state: 'AT_RISK', critical: true })
    expect(drafted.activities[1]).toBe(known.activities[1])
    expect(drafted.projects[0]).toMatchObject({ state: 'AT_RISK', float: 1, finish: '2022-05-12' })
  })
  it('keeps a dropped activity in its place', () => {
    const drafted = withDraft(known, barsOf({ activities: [bar('a', { finish: '2022-05-02', dropped: true })] } as unknown as DraftOutcome))
    expect(drafted.activities[0]).toMatchObject({ start: '2022-05-03', finish: '2022-05-03' })
  })
})

describe('the capacity of a crew with a draft', () => {
  const edits = [{ edit: { kind: 'CREWS', crew: 'roofers', pool: '320613005', number: 2, from: '2022-05-05', until: '2022-05-31' } }, { edit: { kind: 'RAIN', from: '2022-05-01', until: '2022-05-02' } }]
  it('steps up on the first day and down after the last', () => {
    const changes = crewChangesOf({ edits } as unknown as Draft)
    expect(changes).toEqual([{ crew: 'roofers', pool: '320613005', from: dayOf('2022-05-05'), until: dayOf('2022-05-31'), by: 2 }])
    expect(stepsWith([{ from: dayOf('2022-01-01'), capacity: 6 }], changes).map((s) => `${isoOf(s.from)} ${s.capacity}`)).toEqual(['2022-01-01 6', '2022-05-05 8', '2022-06-01 6'])
  })
  it('never falls below none', () => {
    expect(stepsWith([{ from: 0, capacity: 1 }], [{ crew: 'x', pool: null, from: 5, until: 9, by: -3 }]).map((s) => s.capacity)).toEqual([1, 0, 1])
  })
})
