import { describe, expect, it } from 'vitest'
import type { BattleRow } from '@/api/contract'
import { HEX, border, dots, radiusOf, tiles } from '@/features/battle-chart/district'
import { stepFor } from '@/features/battle-chart/grid-keyboard'
import { fullPages, pagesOf } from '@/features/battle-chart/rotation'
import { sheetOf } from '@/features/battle-chart/paper'
import { merged } from '@/features/battle-chart/use-chart'
import { drift, isNight } from '@/features/battle-chart/wall'

describe('the keys of the matrix', () => {
  const at = { row: 2, column: 1 }
  it('walk over cells and stay inside', () => {
    expect(stepFor('ArrowRight', false, at, 50, 6)).toEqual({ row: 2, column: 2 })
    expect(stepFor('ArrowLeft', false, { row: 0, column: 0 }, 50, 6)).toEqual({ row: 0, column: 0 })
    expect(stepFor('ArrowUp', false, at, 50, 6)).toEqual({ row: 1, column: 1 })
    expect(stepFor('PageDown', false, { row: 45, column: 1 }, 50, 6)).toEqual({ row: 49, column: 1 })
    expect(stepFor('End', false, at, 50, 6)).toEqual({ row: 2, column: 5 })
    expect(stepFor('End', true, at, 50, 6)).toEqual({ row: 49, column: 5 })
    expect(stepFor('Home', true, at, 50, 6)).toEqual({ row: 0, column: 0 })
    expect(stepFor('x', false, at, 50, 6)).toBeNull()
  })
})

describe('the pages of the wall', () => {
  it('show every row once, in order, none more than fits, evenly', () => {
    for (const [count, fit] of [[50, 17], [50, 50], [51, 50], [1, 17], [0, 17], [400, 19]] as const) {
      const rows = Array.from({ length: count }, (_, i) => i)
      const pages = pagesOf(rows, fit)
      expect(pages.flat()).toEqual(rows)
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(fit)
      if (count > 0) expect(Math.max(...pages.map((p) => p.length)) - Math.min(...pages.map((p) => p.length))).toBeLessThanOrEqual(pages.length)
    }
  })
})

describe('the pages of the list beside it', () => {
  const heights = [70, 92, 70, 70, 114, 70, 70]
  const entries = heights.map((_, i) => i)
  const height = (page: number[]) => page.reduce((sum, i) => sum + heights[i]!, 0)
  it('show every entry, none higher than the room, and none that had room for one more', () => {
    for (const room of [120, 200, 300, 400]) {
      const pages = fullPages(entries, heights, room)
      expect([...new Set(pages.flat())]).toEqual(entries)
      for (const page of pages) {
        expect(height(page)).toBeLessThanOrEqual(room)
        const further = page.at(-1) === entries.at(-1) ? page[0]! - 1 : page.at(-1)! + 1
        expect(height(page) + heights[further]!).toBeGreaterThan(room)
      }
    }
  })
  it('are one where all fit, and hold an entry each where not even one does', () => {
    expect(fullPages(entries, heights, 5000)).toEqual([entries])
    expect(fullPages(entries, heights, 10)).toEqual(entries.map((i) => [i]))
    expect(fullPages([], [], 100)).toEqual([[]])
  })
})

describe('the schematic of the district', () => {
  const streets = ['320613002', '320613005', '320613017', '999', '998'].map((street) => ({ street, streetName: street }))
  it('gives every street a tile of its own, unknown ones too', () => {
    const { tiles: placed, empty, height } = tiles(streets)
    expect(placed).toHaveLength(5)
    const middles = [...placed, ...empty].map((t) => `${t.x.toFixed(0)},${t.y.toFixed(0)}`)
    expect(new Set(middles).size).toBe(middles.length)
    for (const tile of placed) expect(tile.y + HEX).toBeLessThanOrEqual(height)
  })
  it('leaves out the rows at its top and foot in which no street has projects', () => {
    const { tiles: placed, empty, height } = tiles(['320613019', '320613002'].map((street) => ({ street, streetName: street })))
    expect(Math.min(...placed.map((t) => t.y)) - HEX).toBeLessThan(12)
    expect(height - Math.max(...placed.map((t) => t.y)) - HEX).toBeLessThan(12)
    for (const e of empty) expect(e.y).toBeGreaterThan(0)
  })
  it('draws neighbours with the same border, always the same', () => {
    const points = (x: number, y: number) => new Set(border(x, y, 0).split(' '))
    const one = points(100, 100)
    const wide = Math.sqrt(3) * HEX
    expect([...points(100 + wide, 100)].filter((p) => one.has(p))).toHaveLength(3) // two corners and the middle of the side
    expect(border(100, 100, 0)).toBe(border(100, 100, 0))
  })
  it('keeps its dots inside the tile, and larger for more households', () => {
    const tile = tiles(streets).tiles[0]!
    const rows = Array.from({ length: 30 }, (_, i) => ({ projectId: `p${i}`, households: 200 + i * 60 }) as BattleRow)
    for (const dot of dots(tile, rows)) expect(Math.hypot(dot.x - tile.x, dot.y - tile.y)).toBeLessThan(HEX)
    expect(radiusOf(1200)).toBeGreaterThan(radiusOf(400))
  })
})

describe('a chart brought up to date', () => {
  const row = (projectId: string, progress: number) => ({ projectId, progress }) as BattleRow
  const chart = (rows: BattleRow[], whole: boolean, order: string[]) => ({ rows, whole, order }) as unknown as Parameters<typeof merged>[0]
  it('has the new rows in the place of the old, in the order of the platform, and none that is gone', () => {
    const after = merged(chart([row('a', 1), row('b', 2), row('c', 3)], true, ['a', 'b', 'c']), chart([row('b', 9), row('d', 4)], false, ['b', 'd', 'a']))
    expect(after.rows.map((r) => [r.projectId, r.progress])).toEqual([['b', 9], ['d', 4], ['a', 1]])
  })
})

describe('the wall by itself', () => {
  it('never stands on one place for long, and never moves far', () => {
    const places = Array.from({ length: 60 }, (_, minute) => drift(minute))
    expect(new Set(places.map((p) => `${p.x}/${p.y}`)).size).toBeGreaterThan(8)
    for (const p of places) expect(Math.max(Math.abs(p.x), Math.abs(p.y))).toBeLessThanOrEqual(4)
  })
  it('is dim at night in the district, whatever the zone of the machine', () => {
    expect(isNight(new Date('2022-04-20T15:30:00Z'))).toBe(true) // 23:30 there
    expect(isNight(new Date('2022-04-20T02:00:00Z'))).toBe(false)
  })
})

describe('the chart on one sheet of A0', () => {
  it('fits whatever the number of projects, in letters as large as can be', () => {
    let last = Infinity
    for (const rows of [1, 50, 120, 400]) {
      const sheet = sheetOf(rows)
      expect(sheet.columns * sheet.each).toBeGreaterThanOrEqual(rows)
      expect((sheet.each * (sheet.row + 3) + 1000) * sheet.zoom).toBeLessThanOrEqual((821 / 25.4) * 96 + 1)
      expect(sheet.zoom).toBeLessThanOrEqual(last)
      last = sheet.zoom
    }
  })
})
