import { expect, it } from 'vitest'
import { earliestDay, earliestNotation } from '@/features/programme/earliest'

it('shows the first day as a date of the programme and writes it back as it was', () => {
  expect(earliestDay('Y-1 09-01', 2022)).toBe('2021-09-01')
  expect(earliestDay('Y 02-12', 2022)).toBe('2022-02-12')
  for (const notation of ['Y-1 09-01', 'Y 02-12', 'Y+1 03-01', '']) expect(earliestNotation(earliestDay(notation, 2022), 2022)).toBe(notation)
})

it('knows that an activity may have no such day', () => {
  expect(earliestDay(null, 2022)).toBe('')
  expect(earliestNotation('', 2022)).toBe('')
})
