import { describe, expect, it } from 'vitest'
import { band, bars, days, line, odds, points, scale, split } from '@/features/risk/chart'
import { merged, oddsOf } from '@/features/battle-chart/use-chart'
import type { BattleCell, BattleChart } from '@/api/contract'

describe('a probability in words', () => {
  it('is certain or impossible only when it is so in every replication', () => {
    expect([odds(1), odds(0.9996), odds(0.0004), odds(0), odds(0.785), odds(null)]).toEqual(['1.00', '0.99', '0.01', '0.00', '0.79', '–'])
  })
  it('gains and loses hundredths with a true sign', () => {
    expect([points(0.061), points(-0.02), points(0.001)]).toEqual(['+6', '−2', '0'])
  })
})

describe('a histogram', () => {
  const counts = [1, 2, 3, 4, 5]
  it('is cut behind the day of the node, which is on time', () => {
    const all = bars('2022-05-29', counts, '2022-05-31')
    expect(all.map((b) => b.late)).toEqual([false, false, false, true, true])
    expect(split(all)).toEqual({ kept: 6, late: 9 })
  })
  it('keeps every finish and cuts no bar when long ones are gathered', () => {
    for (const due of ['2022-02-03', '2022-02-04', '2022-02-05', '2021-12-30', '2023-01-01']) {
      const all = bars('2022-01-01', Array.from({ length: 200 }, () => 1), due, 40)
      expect(all.reduce((n, b) => n + b.count, 0)).toBe(200)
      const on = (Date.parse(due) - Date.parse('2022-01-01')) / 86_400_000 + 1
      expect(split(all).kept).toBe(Math.max(0, Math.min(200, on)))
      expect(all.length).toBeLessThanOrEqual(42)
    }
  })
})

describe('a fan', () => {
  const x = (i: number) => i * 10
  const y = (v: number) => 100 - v * 100
  it('is closed along its upper and back along its lower edge, over known days only', () => {
    expect(band([null, 0, 0.5], [null, 0.5, 1], x, y)).toBe('M10.0,50.0L20.0,0.0L20.0,50.0L10.0,100.0Z')
    expect(band([null], [null], x, y)).toBe('')
    expect(line([0, null, 1], x, y)).toBe('0.0,100.0 20.0,0.0')
  })
  it('has as many ticks as fit, one after the other', () => {
    for (const span of [20, 90, 400]) {
      const ticks = days(19_000, 19_000 + span, 8)
      expect(ticks.length).toBeLessThanOrEqual(9)
      expect(ticks.length).toBeGreaterThan(0)
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
    }
  })
})

it('a scale has room for every end, in tenths', () => {
  expect(scale([0.61, 0.9])).toEqual({ low: 0.6, high: 0.9, ticks: [0.6, 0.7, 0.8, 0.9] })
  expect(scale([1, 1]).low).toBeCloseTo(0.8)
  expect(scale([0, 0]).high).toBeCloseTo(0.2)
  const wide = scale([0, 1])
  expect([wide.low, wide.high, wide.ticks]).toEqual([0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]])
})

describe('the chart', () => {
  const cell = (state: BattleCell['state'], nodeId = 'b') => ({ nodeId, state }) as BattleCell
  const risk = { rows: { p: [0.5, 0.75] } } as unknown as NonNullable<BattleChart['risk']>
  const nodes = [{ id: 'a' }, { id: 'b' }] as BattleChart['nodes']
  it('says how likely the cell of its own node is, and nothing where the node is reached', () => {
    expect(oddsOf({ risk, nodes }, 'p', cell('ON_TIME'))).toBe(0.75)
    expect(oddsOf({ risk, nodes }, 'p', cell('LATE', 'a'))).toBe(0.5)
    expect(oddsOf({ risk, nodes }, 'p', cell('DONE'))).toBeNull()
    expect(oddsOf({ risk: null, nodes }, 'p', cell('ON_TIME'))).toBeNull()
    expect(oddsOf({ risk, nodes }, 'other', cell('ON_TIME'))).toBeNull()
  })
  it('takes probabilities whole though only changed rows are sent', () => {
    const before = { whole: true, rows: [{ projectId: 'p' }], order: ['p'], risk: null } as unknown as BattleChart
    const news = { whole: false, rows: [], order: ['p'], risk } as unknown as BattleChart
    expect(merged(before, news).risk).toBe(risk)
    expect(merged(before, news).rows).toHaveLength(1)
  })
})
