import { describe, expect, it } from 'vitest'
import { timetable, world } from '../../dev/world'
import type { Timetable } from '@/api/contract'
import { crewLoads } from '@/features/timetable/crews'
import { type Grouping, type TreeOptions, linksOf, slackOf, treeOf } from '@/features/timetable/tree'
import { everyRow } from '@/ui/gantt/rows'
import { SEVERITY } from '@/ui/state'
import { fallOf } from '@/ui/waterfall'

const year = timetable(world(12)) as unknown as Timetable
const options = (grouping: Grouping): TreeOptions => ({
  grouping, said: (w) => w.zh, phase: (c) => c, crew: (c) => c, frozen: (a) => (a.baselineStart && a.baselineFinish ? { start: a.baselineStart, finish: a.baselineFinish } : null),
  shift: (d) => String(d), pill: (s) => s, keep: () => true,
})

describe('the rows of a year', () => {
  it('hold every activity exactly once, by project and by street', () => {
    for (const grouping of ['project', 'street'] as const) {
      const { roots, entries } = treeOf(year, options(grouping))
      const leaves: string[] = []
      everyRow(roots, (r) => r.children.length === 0 && leaves.push(entries.get(r.id)!.activity!.id))
      expect(leaves.sort()).toEqual(year.activities.map((a) => a.id).sort())
    }
  })
  it('hold by crew every activity once for each of its crews, under ids of their own', () => {
    const { roots } = treeOf(year, options('crew'))
    const ids: string[] = []
    everyRow(roots, (r) => ids.push(r.id))
    expect(new Set(ids).size).toBe(ids.length)
    const leaves = ids.filter((id) => id.split('/').length === 2 && id.includes('-'))
    expect(leaves).toHaveLength(year.activities.reduce((n, a) => n + a.crews.length, 0))
  })
  it('stand worst first', () => {
    const states = treeOf(year, options('project')).roots.map((r) => SEVERITY[r.bar.health])
    expect(states).toEqual([...states].sort((a, b) => a - b))
  })
  it('span their children', () => {
    everyRow(treeOf(year, options('project')).roots, (r) => {
      for (const child of r.children) {
        expect(child.bar.start).toBeGreaterThanOrEqual(r.bar.start)
        expect(child.bar.finish).toBeLessThanOrEqual(r.bar.finish)
        expect(child.level).toBe(r.level + 1)
      }
    })
  })
  it('leave out what the filter drops', () => {
    const one = year.projects[0]!
    const { roots } = treeOf(year, { ...options('project'), keep: (p) => p.id === one.id })
    expect(roots.map((r) => r.id)).toEqual([one.id])
  })
})

describe('the drawn links of the critical chain', () => {
  it('bind critical to critical, one into each, tightly', () => {
    const by = new Map(year.activities.map((a) => [a.id, a]))
    const drawn = linksOf(year).filter((l) => l.critical)
    expect(drawn.length).toBeGreaterThan(0)
    expect(new Set(drawn.map((l) => l.to)).size).toBe(drawn.length)
    for (const l of drawn) {
      expect(by.get(l.from)!.critical && by.get(l.to)!.critical).toBe(true)
      expect(slackOf(l, by.get(l.from)!, by.get(l.to)!)).toBeLessThanOrEqual(10)
    }
  })
  it('count slack by the kind of link', () => {
    const a = { start: '2022-04-01', finish: '2022-04-10' }
    const b = { start: '2022-04-13', finish: '2022-04-20' }
    expect(slackOf({ from: '', to: '', kind: 'FS', lag: 0 }, a, b)).toBe(2)
    expect(slackOf({ from: '', to: '', kind: 'SS', lag: 7 }, a, b)).toBe(5)
    expect(slackOf({ from: '', to: '', kind: 'FF', lag: -1 }, a, b)).toBe(11)
    expect(slackOf({ from: '', to: '', kind: 'SF', lag: 20 }, a, b)).toBe(0)
  })
})

describe('crew loads', () => {
  it('hold as many crew days as the activities ask for', () => {
    const loads = crewLoads(year, () => true)
    const sum = loads.reduce((n, l) => n + l.load.held.reduce((s, d) => s + d, 0), 0)
    const asked = year.activities.reduce((n, a) => n + a.crews.reduce((s, c) => s + c.number, 0) * ((Date.parse(a.finish) - Date.parse(a.start)) / 864e5 + 1), 0)
    expect(sum).toBe(asked)
  })
  it('do not let one street’s idle hands hide the overload of another', () => {
    const busy = { ...year, crews: [{ ...year.crews[0]!, code: 'c', sharedWithin: 'STREET' as const, capacity: [{ from: '2021-01-01', capacity: 2 }] }] }
    const [a, b] = [year.projects[0]!, year.projects.find((p) => p.street !== year.projects[0]!.street)!]
    const one = year.activities[0]!
    const at = (id: string, projectId: string, number: number) => ({ ...one, id, projectId, start: '2022-05-01', finish: '2022-05-03', crews: [{ crew: 'c', number }] })
    const [crew] = crewLoads({ ...busy, activities: [at('x', a.id, 3), at('y', b.id, 0.5)] }, () => true)
    expect(crew!.load).toMatchObject({ overloadDays: 3, peak: 3.5, peakCapacity: 4 })
    const [seen] = crewLoads({ ...busy, activities: [at('x', a.id, 3), at('y', b.id, 0.5)] }, (p) => p === b.id)
    expect(seen).toMatchObject({ pools: 1, load: { overloadDays: 0, peakCapacity: 2 } })
  })
  it('do not call overload what the plan has adopted more crews for, on their days and in their street', () => {
    const [a, b] = [year.projects[0]!, year.projects.find((p) => p.street !== year.projects[0]!.street)!]
    const adopted = [{ pool: a.street, from: '2022-05-02', until: '2022-05-03', by: 1 }]
    const more = { ...year, crews: [{ ...year.crews[0]!, code: 'c', sharedWithin: 'STREET' as const, capacity: [{ from: '2021-01-01', capacity: 2 }], adopted }] }
    const at = (id: string, projectId: string) => ({ ...year.activities[0]!, id, projectId, start: '2022-05-01', finish: '2022-05-03', crews: [{ crew: 'c', number: 3 }] })
    expect(crewLoads({ ...more, activities: [at('x', a.id)] }, () => true)[0]!.load.overloadDays).toBe(1)
    expect(crewLoads({ ...more, activities: [at('y', b.id)] }, () => true)[0]!.load.overloadDays).toBe(3)
  })
  it('are never more for a part than for the whole', () => {
    for (const { load } of crewLoads(year, (p) => p === year.projects[0]!.id)) load.mine.forEach((m, d) => expect(m).toBeLessThanOrEqual(load.held[d]!))
  })
})

describe('a waterfall', () => {
  it('ends where its days add up, whatever their signs', () => {
    for (const days of [[4, 3, 2, -5], [], [-2, -3], [0, 1], [5, -9, 4]]) {
      const fall = fallOf(days)
      expect(fall.sum).toBe(days.reduce((s, d) => s + d, 0))
      expect(fall.bars.at(-1)?.to ?? 0).toBe(fall.sum)
      for (const bar of fall.bars) {
        expect(Math.min(bar.from, bar.to)).toBeGreaterThanOrEqual(fall.low)
        expect(Math.max(bar.from, bar.to)).toBeLessThanOrEqual(fall.low + fall.span)
      }
    }
  })
})
