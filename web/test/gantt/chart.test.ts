import { describe, expect, it } from 'vitest'
import { dayOf } from '@/ui/gantt/days'
import { hitAt } from '@/ui/gantt/hit'
import { type Link, LinkIndex, route } from '@/ui/gantt/links'
import { capacityOf, loadOf } from '@/ui/gantt/load'
import { flags } from '@/ui/gantt/paint-axis'
import { type Bar, type Row, shown } from '@/ui/gantt/rows'
import { RestDays, TimeScale } from '@/ui/gantt/scale'
import { type View, blank } from '@/ui/gantt/view'

const bar = (start: number, finish: number, ghost: Bar['ghost'] = null): Bar => ({ kind: 'task', start, finish, percent: 0, health: 'ON_TIME', critical: false, ghost, tail: null, pill: null })
const row = (id: string, b: Bar): Row => ({ id, level: 1, name: id, children: [], bar: b, place: 1, brothers: 1 })
const roots = [row('a', bar(10, 19)), row('b', bar(30, 30, { start: 20, finish: 25 })), row('c', bar(40, 60))]
const view: View = { ...blank(), scale: new TimeScale(0, 100, 10), rest: new RestDays(new Map()), width: 500, height: 200, rows: shown(roots, () => false) }

describe('what lies under the pointer', () => {
  it('is the bar, from the beginning of its first day to the end of its last', () => {
    expect(hitAt(view, 101, 10)).toMatchObject({ on: 'bar', row: { id: 'a' } })
    expect(hitAt(view, 199, 10)).toMatchObject({ on: 'bar' })
    expect(hitAt(view, 210, 10)).toMatchObject({ on: 'row', row: { id: 'a' } })
    expect(hitAt(view, 90, 10)).toMatchObject({ on: 'row' })
  })
  it('is the frozen plan below the bar', () => {
    expect(hitAt(view, 220, 26 + 20)).toMatchObject({ on: 'ghost', row: { id: 'b' } })
    expect(hitAt(view, 220, 26 + 10)).toMatchObject({ on: 'row' })
  })
  it('moves with both scrolls and is nothing below the last row', () => {
    expect(hitAt({ ...view, scrollX: 100, scrollY: 26 }, 205, 10)).toMatchObject({ on: 'bar', row: { id: 'b' } })
    expect(hitAt(view, 100, 26 * 3 + 1)).toBeNull()
  })
})

describe('links', () => {
  const links: Link[] = [{ from: 'a', to: 'b', kind: 'FS', lag: 0, critical: true }, { from: 'a', to: 'c', kind: 'SS', lag: 2, critical: false }, { from: 'x', to: 'c', kind: 'FF', lag: 0, critical: true }]

  it('are found when either end or their middle is on the screen, and never to rows that are shut', () => {
    const index = new LinkIndex(view.rows, links)
    expect(index.between(0, 0).map((l) => l.link.to)).toEqual(['b', 'c'])
    expect(index.between(1, 1).map((l) => l.link.to)).toEqual(['b', 'c']) // a → c passes
    expect(index.between(2, 2).map((l) => l.link.to)).toEqual(['c'])
  })
  it('leave the end and reach the end that their kind names', () => {
    const from = { start: 100, finish: 200, y: 10 }
    const to = { start: 300, finish: 400, y: 36 }
    const edges = (kind: Link['kind']) => {
      const path = route(kind, from, to, 7)
      return [path[0]!.x, path.at(-1)!.x]
    }
    expect(edges('FS')[0]).toBe(200)
    expect(edges('FS')[1]).toBeCloseTo(305)
    expect(edges('SS')).toEqual([105, 305])
    expect(edges('FF')).toEqual([200, 400])
    expect(edges('SF')).toEqual([100, 400])
  })
  it('bend only in right angles, backwards and upwards too', () => {
    for (const kind of ['FS', 'SS', 'FF', 'SF'] as const) {
      for (const [a, b] of [[{ start: 100, finish: 200, y: 10 }, { start: 120, finish: 150, y: 62 }], [{ start: 100, finish: 200, y: 62 }, { start: 40, finish: 90, y: 10 }]] as const) {
        const path = route(kind, a, b, 7)
        for (let i = 1; i < path.length; i++) expect(path[i]!.x === path[i - 1]!.x || path[i]!.y === path[i - 1]!.y, `${kind} ${i}`).toBe(true)
      }
    }
  })
})

describe('the load of a crew', () => {
  const day = dayOf('2022-04-20')

  it('adds what overlaps and counts the days above capacity', () => {
    const load = loadOf([{ start: day, finish: day + 9, number: 2, mine: true }, { start: day + 5, finish: day + 6, number: 1, mine: false }], [{ from: day - 10, capacity: 2 }], day - 5, day + 20)
    expect(load.held[4]).toBe(0)
    expect(load.held[5]).toBe(2)
    expect(load.held[10]).toBe(3)
    expect(load.mine[10]).toBe(2)
    expect(load).toMatchObject({ overloadDays: 2, peak: 3, peakCapacity: 2, top: 3 })
  })
  it('follows a capacity that changes on its day', () => {
    expect([...capacityOf([{ from: 3, capacity: 8 }, { from: 0, capacity: 6 }], 0, 5)]).toEqual([6, 6, 6, 8, 8])
    expect([...capacityOf([], 0, 2)]).toEqual([0, 0])
  })
  it('cuts what begins before or ends after the horizon', () => {
    const load = loadOf([{ start: -100, finish: 100, number: 1, mine: true }], [{ from: -100, capacity: 1 }], 0, 2)
    expect([...load.held]).toEqual([1, 1, 1])
    expect(load.overloadDays).toBe(0)
  })
})

describe('the names above the axis', () => {
  const node = (id: string, day: number, name: string) => ({ id, day, name, passed: false, unconfirmed: false })
  const fit = (nodes: ReturnType<typeof node>[], taken: { from: number; to: number }[] = []) => flags(nodes, (n) => n.day, (text) => text.length * 7, 600, taken)

  it('never run into each other or into today', () => {
    for (const days of [[100, 180, 260], [100, 110, 120], [10, 590, 300], [595, 598, 599]]) {
      const placed = fit(days.map((d, i) => node(String(i), d, '屋面违建清零')), [{ from: 250, to: 330 }])
      const spans = placed.filter((f) => f.text).map((f) => (f.side === 'right' ? [f.x - 6, f.x + f.width] : [f.x - f.width, f.x + 6])) as [number, number][]
      spans.push([250, 330])
      spans.sort((a, b) => a[0] - b[0])
      for (let i = 1; i < spans.length; i++) expect(spans[i]![0], String(days)).toBeGreaterThanOrEqual(spans[i - 1]![1])
      expect(placed).toHaveLength(days.length) // a diamond stays even where its name does not fit
    }
  })
  it('shorten a long name rather than drop its date', () => {
    const [first, second] = fit([node('a', 10, 'All illegal roof structures removed'), node('b', 250, 'Pitched roofs complete')])
    expect(first!.text).toMatch(/^\d\d-\d\d All illegal.*…$/)
    expect(second!.text).toMatch(/^\d\d-\d\d Pitched roofs complete$/)
  })
})
