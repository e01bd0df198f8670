import { expect, test } from 'vitest'
import { index, tone, wan, yuan } from '@/features/money/wan'

test('amounts read in 万元 with one digit, and nothing is claimed where nothing is known', () => {
  expect(wan(12_345_678)).toBe('1,234.6')
  expect(wan(0)).toBe('0.0')
  expect(wan(null)).toBe('–')
  expect(yuan(1234.5)).toBe('1,234.5')
  expect(index(0.954)).toBe('0.95')
  expect(index(undefined)).toBe('–')
  expect(tone(0.89)).toBe('late')
  expect(tone(null)).toBe('')
})
