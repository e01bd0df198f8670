import { expect, test } from 'vitest'
import { monthOf } from '@/features/command/months'

test('the running year opens with the month of today', () => expect(monthOf('2022', '2022-04-14')).toBe('2022-04'))

test('a year gone by opens with its December and not with a month of the running one', () => {
  expect(monthOf('2022', '2023-01-03')).toBe('2022-12')
  expect(monthOf('2023', '2022-12-20')).toBe('2023-12')
})
