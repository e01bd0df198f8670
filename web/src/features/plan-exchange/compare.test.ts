import { describe, expect, it } from 'vitest'
import { reportOf, shiftOf, takeable, twice, type Theirs } from './compare'

const theirs = (over: Partial<Theirs> = {}): Theirs => ({ id: '1', name: '铺管', start: '2022-04-01', finish: '2022-04-20', percent: null, actualStart: null, actualFinish: null, ...over })
const ours = { id: 'a', start: '2022-04-01', finish: '2022-04-15', percent: 40 }

describe("a contractor's plan beside ours", () => {
  it('is later by the days its finish lies behind ours', () => {
    expect(shiftOf(theirs(), ours)).toBe(5)
    expect(shiftOf(theirs({ finish: '2022-04-10' }), ours)).toBe(-5)
    expect(shiftOf(theirs({ finish: null }), ours)).toBeNull()
    expect(shiftOf(theirs(), undefined)).toBeNull()
  })
  it('has progress to take only where it says more than we know', () => {
    expect(takeable(theirs({ percent: 60 }), ours)).toBe(true)
    expect(takeable(theirs({ percent: 40 }), ours)).toBe(false)
    expect(takeable(theirs(), ours)).toBe(false)
    expect(takeable(theirs({ percent: 60 }), undefined)).toBe(false)
  })
  it('names ours that two of theirs were given to', () => {
    expect([...twice({ 1: 'a', 2: 'a', 3: 'b', 4: '', 5: '' })]).toEqual(['a'])
  })
  it('reports no day that has not come yet, and a finish only of what is done', () => {
    const [line] = reportOf([{ theirs: theirs({ percent: 60, actualStart: '2022-04-02', actualFinish: '2022-04-09' }), ours }], '据 a.mpp', '2022-04-10')
    expect(line).toEqual({ activityId: 'a', percent: 60, note: '据 a.mpp', actualStart: '2022-04-02', actualFinish: null })
    expect(reportOf([{ theirs: theirs({ percent: 100, actualStart: '2022-04-12', actualFinish: '2022-04-09' }), ours }], '', '2022-04-10')[0])
      .toMatchObject({ actualStart: null, actualFinish: '2022-04-09' })
  })
})
