import { describe, expect, it } from 'vitest'
import { keyed, monthDays, share } from '../../src/features/appeals/rates'

describe('the rates of appeals', () => {
  it('are counted over whole months, also in a leap year', () => {
    expect(monthDays('2022-04')).toEqual({ from: '2022-04-01', to: '2022-04-30' })
    expect(monthDays('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(monthDays('2022-12')).toEqual({ from: '2022-12-01', to: '2022-12-31' })
  })
  it('have no share where nothing stands below the line, and nought only where something does', () => {
    expect(share({ numerator: 0, denominator: 0 })).toBeNull()
    expect(share({ numerator: 0, denominator: 3 })).toBe(0)
    expect(share({ numerator: 3, denominator: 4 })).toBe(0.75)
  })
  it('ask for the cases of the row that was pressed, and for all of them from the total', () => {
    expect(keyed('CLASS', 'NOISE')).toEqual({ class: 'NOISE' })
    expect(keyed('STREET', 'NONE')).toEqual({ street: 'NONE' })
    expect(keyed()).toEqual({})
  })
})
