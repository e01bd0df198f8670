import { describe, expect, it } from 'vitest'
import { TypeAhead, moveFor } from '@/ui/gantt/keyboard'
import { type Bar, type Row, placed, shown, windowOf } from '@/ui/gantt/rows'

const bar: Bar = { kind: 'task', start: 0, finish: 1, percent: 0, health: 'ON_TIME', critical: false, ghost: null, tail: null, pill: null }
const row = (id: string, children: Row[] = [], level = 1): Row => ({ id, level, name: id, children, bar, place: 1, brothers: 1 })
const roots = placed([row('虹桥东村', [row('roof', [row('Trusses', [], 3), row('Tiles', [], 3)], 2), row('facade', [], 2)]), row('虹桥新村', [row('pipes', [], 2)])])
const opened = (...ids: string[]) => (id: string) => ids.includes(id)

describe('rows that are open', () => {
  it('hide what lies in a shut branch', () => {
    expect(shown(roots, opened()).map((s) => s.row.id)).toEqual(['虹桥东村', '虹桥新村'])
    expect(shown(roots, opened('虹桥东村')).map((s) => s.row.id)).toEqual(['虹桥东村', 'roof', 'facade', '虹桥新村'])
    expect(shown(roots, opened('roof')).map((s) => s.row.id)).toEqual(['虹桥东村', '虹桥新村'])
  })
  it('know the place of their parent and among their brothers', () => {
    const flat = shown(roots, opened('虹桥东村', 'roof'))
    expect(flat.map((s) => s.parent)).toEqual([-1, 0, 1, 1, 0, -1])
    expect(flat[4]!.row).toMatchObject({ id: 'facade', place: 2, brothers: 2 })
  })
  it('are only those in the window', () => {
    expect(windowOf(0, 260, 26, 16_000)).toEqual({ from: 0, to: 9 })
    expect(windowOf(25, 260, 26, 16_000)).toEqual({ from: 0, to: 10 })
    expect(windowOf(26 * 15_990, 260, 26, 16_000, 6)).toEqual({ from: 15_984, to: 15_999 })
    expect(windowOf(0, 260, 26, 0)).toEqual({ from: 0, to: -1 })
  })
})

describe('the keys of the tree', () => {
  const open = opened('虹桥东村', 'roof')
  const rows = shown(roots, open)
  const press = (key: string, at: number) => moveFor(key, at, rows, open, 3)

  it('walk up and down and stay inside', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'go', to: 1 })
    expect(press('ArrowDown', 5)).toEqual({ kind: 'go', to: 5 })
    expect(press('ArrowUp', 0)).toEqual({ kind: 'go', to: 0 })
    expect(press('Home', 4)).toEqual({ kind: 'go', to: 0 })
    expect(press('End', 0)).toEqual({ kind: 'go', to: 5 })
    expect(press('PageDown', 0)).toEqual({ kind: 'go', to: 2 })
    expect(press('PageUp', 5)).toEqual({ kind: 'go', to: 3 })
  })
  it('open, step in, shut and step out', () => {
    expect(press('ArrowRight', 5)).toEqual({ kind: 'open', at: 5 })
    expect(press('ArrowRight', 0)).toEqual({ kind: 'go', to: 1 })
    expect(press('ArrowRight', 2)).toBeNull()
    expect(press('ArrowLeft', 1)).toEqual({ kind: 'shut', at: 1 })
    expect(press('ArrowLeft', 3)).toEqual({ kind: 'go', to: 1 })
    expect(press('ArrowLeft', 5)).toBeNull()
    expect(press('*', 0)).toEqual({ kind: 'openBrothers', at: 0 })
  })
  it('choose with Enter and Space and leave other keys alone', () => {
    expect(press('Enter', 2)).toEqual({ kind: 'choose', at: 2 })
    expect(press(' ', 2)).toEqual({ kind: 'choose', at: 2 })
    expect(press('q', 2)).toBeNull()
    expect(moveFor('ArrowDown', 0, [], open, 3)).toBeNull()
  })
  it('find a row by its first letters, from here on and around', () => {
    const seeker = new TypeAhead()
    expect(seeker.look('t', 0, 0, rows)).toBe(2)
    expect(seeker.look('i', 100, 2, rows)).toBe(3) // "ti" → Tiles
    expect(seeker.look('r', 5000, 3, rows)).toBe(1) // begins anew, wraps around
    expect(seeker.look('虹', 9000, 0, rows)).toBe(5)
    expect(seeker.look('z', 20_000, 0, rows)).toBeNull()
  })
})
