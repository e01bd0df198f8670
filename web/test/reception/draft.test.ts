import { beforeEach, describe, expect, it } from 'vitest'
import { missing, openDraft, touched } from '../../src/features/reception/draft'
import { clockOf, dayOf, momentAt, offers, plusDays, short, weekOf } from '../../src/features/reception/time'
import { GLYPH, share, TONE } from '../../src/features/reception/queue'

beforeEach(() => localStorage.clear())

describe('a draft at the table', () => {
  it('is kept with every key, and who came is not', () => {
    const first = openDraft('p1', () => 1_000)
    first.draft.words = '北墙有缝'
    first.draft.phone = '13800006021'
    first.draft.name = '王奶奶'
    expect(JSON.stringify(localStorage)).toContain('北墙有缝')
    expect(JSON.stringify(localStorage)).not.toContain('13800006021')
    expect(JSON.stringify(localStorage)).not.toContain('王奶奶')
    const again = openDraft('p1')
    expect(again.restored).toBe(true)
    expect(again.draft).toMatchObject({ words: '北墙有缝', phone: '', name: '', key: first.draft.key, begun: 1_000 })
  })
  it('of one point is not that of another, and once received nothing of it is left', () => {
    const first = openDraft('p1')
    first.draft.words = '灯不亮'
    expect(openDraft('p2').restored).toBe(false)
    const key = first.draft.key
    first.clear()
    expect(touched(first.draft)).toBe(false)
    expect(first.draft.key).not.toBe(key)
    expect(JSON.stringify(localStorage)).not.toContain('灯不亮')
  })
  it('begins its minute with the first thing entered, not with the page', () => {
    let now = 5_000
    const one = openDraft('p1', () => now)
    expect(one.draft.begun).toBe(0)
    now = 9_000
    one.draft.classCode = 'LEAK'
    expect(one.draft.begun).toBe(9_000)
  })
  it('says what is missing: a building and words, never a telephone', () => {
    const { draft } = openDraft('p1')
    expect(missing(draft, 3)).toEqual(['building', 'words'])
    Object.assign(draft, { buildingId: 'b', words: '漏水', stairwell: 4, phone: 'abc' })
    expect(missing(draft, 3)).toEqual(['stairwell', 'phone'])
    Object.assign(draft, { stairwell: null, phone: '' })
    expect(missing(draft, 3)).toEqual([])
  })
})

describe('times said at the table', () => {
  const at = (time: string) => Date.parse(`2022-04-20T${time}:00+08:00`)
  it('are those of Shanghai', () => {
    expect([clockOf(at('08:05')), dayOf(at('00:10')), momentAt('2022-04-20', '9:00'), short('08:30:00')]).toEqual(['8:05', '2022-04-20', '2022-04-20T09:00:00+08:00', '8:30'])
  })
  it('are offered only while they lie ahead, each once', () => {
    const close = '2022-04-20T09:30:00Z'
    expect(offers(at('10:06'), close).map((o) => [o.key, clockOf(o.at)])).toEqual([['hour', '11:15'], ['today', '15:30'], ['close', '17:30'], ['tomorrow', '9:00']])
    expect(offers(at('16:31'), close).map((o) => [o.key, clockOf(o.at)])).toEqual([['hour', '17:45'], ['close', '17:30'], ['tomorrow', '9:00']])
    expect(offers(at('23:20'), '2022-04-21T09:30:00Z').map((o) => `${o.key} ${dayOf(o.at)}`)).toEqual(['hour 2022-04-21', 'tomorrow 2022-04-21'])
  })
  it('know the Monday of every day', () => {
    expect([weekOf('2022-04-20'), weekOf('2022-04-24'), weekOf('2022-04-18'), plusDays('2022-04-30', 1)]).toEqual(['2022-04-18', '2022-04-18', '2022-04-18', '2022-05-01'])
  })
})

it('how somebody stands is a glyph and a word, and only what is late is loud', () => {
  expect(Object.keys(GLYPH).sort()).toEqual(Object.keys(TONE).sort())
  expect(Object.entries(TONE).filter(([, tone]) => tone === 'late').map(([key]) => key)).toEqual(['LATE'])
  expect([share(0), share(30), share(600)]).toEqual([0, 0.5, 1])
})
