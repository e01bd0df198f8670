import { describe, expect, it } from 'vitest'
import { inFull } from '@/features/utilities/words'

describe('a day on the page behind a stairwell’s code', () => {
  it('is written in full, as the language writes it', () => {
    expect(inFull('2022-04-12', 'zh')).toBe('2022年4月12日')
    expect(inFull('2022-04-12', 'en')).toBe('12 Apr 2022')
  })
  it('is the district’s day wherever the telephone is', () => {
    expect(inFull('2022-12-31', 'en')).toBe('31 Dec 2022')
  })
})
