import { describe, expect, it } from 'vitest'
import type { EstateRow, Project } from '@/api/contract'
import { freeEstates, leftOf, percentOf, shareOf } from '@/features/programme/shares'

const project = (id: string, estates: [string, number][]) => ({ id, estates: estates.map(([e, share]) => ({ id: e, name: e, share })) }) as Project
const estate = (id: string, street: string) => ({ id, name: id, street }) as EstateRow

describe('the shares of estates', () => {
  it('leave of an estate what other projects do not hold, to the hundredth of a percent', () => {
    const left = leftOf([project('one', [['a', 0.3333], ['b', 1]]), project('two', [['a', 0.3333]])])
    expect([left('a'), left('b'), left('c')]).toEqual([33.34, 0, 100])
  })
  it('do not count against the project that is being edited', () => {
    expect(leftOf([project('one', [['a', 0.6]])], 'one')('a')).toBe(100)
  })
  it('are sent as they were typed, without what binary fractions add', () => {
    expect([shareOf(33.3), shareOf(14.29), percentOf(0.07)]).toEqual([0.333, 0.1429, 7])
  })
  it('offer what is left, in the street of the project once it has one, and nothing twice', () => {
    const all = [estate('a', 'X'), estate('b', 'X'), estate('c', 'Y'), estate('d', 'X')]
    const left = leftOf([project('one', [['d', 1]])])
    expect(freeEstates(all, left, undefined, []).map((e) => e.id)).toEqual(['a', 'b', 'c'])
    expect(freeEstates(all, left, 'X', [{ id: 'a', percent: 50 }]).map((e) => e.id)).toEqual(['b'])
  })
})
