import { expect, test } from 'vitest'
import { codeOf, moved } from '@/features/gates/conditions'

test('a code is made of the English words, as the platform takes it', () => {
  expect(codeOf('Fire lanes are clear')).toBe('FIRE_LANES_ARE_CLEAR')
  expect(codeOf(' 2 exits — marked! ')).toBe('EXITS_MARKED')
  expect(codeOf('消防通道')).toBe('')
  expect(codeOf('a very long condition that nobody would ever want to read in full')).toMatch(/^[A-Z][A-Z0-9_]{1,39}$/)
})

test('a condition moves one place and stays at the ends', () => {
  expect(moved(['A', 'B', 'C'], 'C', -1)).toEqual(['A', 'C', 'B'])
  expect(moved(['A', 'B', 'C'], 'A', 1)).toEqual(['B', 'A', 'C'])
  expect(moved(['A', 'B', 'C'], 'A', -1)).toEqual(['A', 'B', 'C'])
  expect(moved(['A', 'B', 'C'], 'C', 1)).toEqual(['A', 'B', 'C'])
})
