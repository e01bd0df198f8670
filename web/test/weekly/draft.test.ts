import { beforeEach, expect, test } from 'vitest'
import type { WeeklyForm } from '@/api/contract'
import { asks, bodyOf, drop, faultsOf, fresh, keep, kept, touched } from '@/features/weekly/draft'

const form = {
  projectId: 'p', code: '2022-001', name: '工人新村', streetName: '虹桥街道', week: '2022-04-18', state: 'WAITING', reports: [],
  lines: [
    { activityId: 'a', code: 'R02', name: { zh: '锚固件', en: 'Anchors' }, state: 'LATE', percent: 40, planned: 60, started: true, start: '2022-03-20', plannedStart: '2022-03-18', plannedFinish: '2022-04-28', finish: '2022-05-04', lostByReason: { RAIN: 3 }, lastOn: '2022-04-15' },
    { activityId: 'b', code: 'U01', name: { zh: '管线会签', en: 'Sign-off' }, state: 'NOT_STARTED', percent: 0, planned: 0, started: false, start: null, plannedStart: '2022-04-22', plannedFinish: '2022-05-06', finish: '2022-05-06', lostByReason: {}, lastOn: null },
  ],
} as unknown as WeeklyForm

beforeEach(() => localStorage.clear())

test('an untouched form is no draft, and what is under way is sent as it stands', () => {
  const draft = fresh(form)
  expect(touched(form, draft)).toBe(false)
  expect(bodyOf(form, draft).lines).toEqual([{ activityId: 'a', percent: 40, daysLost: 0, reason: null, note: '' }])
})

test('days lost, days taken back and a lower percentage each ask for their own reasons', () => {
  const line = form.lines[0]!
  expect(asks(line, { percent: 45, lost: 0, reason: null })).toBeNull()
  expect(asks(line, { percent: 45, lost: 2, reason: null })?.ask).toBe('lost')
  expect(asks(line, { percent: 45, lost: -1, reason: null })).toEqual({ ask: 'back', of: ['RAIN'] })
  expect(asks(line, { percent: 30, lost: 0, reason: null })?.of).toContain('MISREPORTED')
})

test('a problem without words or without whom it needs is not sent', () => {
  const draft = { ...fresh(form), needs: true }
  expect(faultsOf(form, draft)).toEqual({ lines: [], need: true, with: true })
  expect(faultsOf(form, { ...draft, coordination: '会签未齐', with: 'UTILITY' })).toEqual({ lines: [], need: false, with: false })
})

test('the draft is kept for its person and week with the request id it will be sent under', () => {
  const draft = fresh(form)
  draft.lines['a']!.percent = 55
  keep('me', 'p', draft)
  expect(kept('me', 'p', form)?.requestId).toBe(draft.requestId)
  expect(kept('me', 'p', form)?.lines['a']?.percent).toBe(55)
  expect(kept('somebody else', 'p', form)).toBeNull()
  expect(kept('me', 'p', { ...form, week: '2022-04-25' })).toBeNull()
  drop('me', 'p')
  expect(kept('me', 'p', form)).toBeNull()
})
