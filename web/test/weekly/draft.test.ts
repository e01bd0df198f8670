import { beforeEach, expect, test } from 'vitest'
import type { WeeklyForm } from '@/api/contract'
import { answered, asks, bodyOf, drop, dropLate, faultsOf, fresh, keep, kept, late, sending, touched } from '@/features/weekly/draft'

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
  expect(kept('me', 'p', { ...form, week: '2022-04-25' }), 'never sent, and its week is over').toBeNull()
  expect(late('me', 'p')).toEqual([])
  drop('me', 'p')
  expect(kept('me', 'p', form)).toBeNull()
})

test('what is sent stands as sent and unanswered before any answer, with its content and its request id', () => {
  const draft = fresh(form)
  draft.lines['a']!.percent = 55
  draft.note = '周三小雨'
  const body = sending(form, draft)
  keep('me', 'p', draft)
  const back = kept('me', 'p', { ...form, lines: [] })!
  expect(back.unanswered).toBe(true)
  expect(back.requestId).toBe(draft.requestId)
  expect(sending({ ...form, lines: [] }, back), 'the same content, whatever the form asks now').toEqual(body)
  expect(body.week).toBe('2022-04-18')
})

test('after a refusal the next sending is another request', () => {
  const draft = fresh(form)
  const first = draft.requestId
  sending(form, draft)
  answered(draft)
  expect(draft.unanswered).toBe(false)
  expect(draft.requestId).not.toBe(first)
  draft.lines['a']!.percent = 60
  expect(sending(form, draft).lines[0]!.percent).toBe(60)
})

test('a sent and unanswered report of the week before is kept beside the new week until it is received or discarded', () => {
  const draft = fresh(form)
  draft.note = '周日地下室报的'
  const body = sending(form, draft)
  keep('me', 'p', draft)
  const monday = { ...form, week: '2022-04-25' }
  expect(kept('me', 'p', monday)).toBeNull()
  keep('me', 'p', { ...fresh(monday), note: '新的一周' })
  expect(kept('me', 'p', monday)?.note).toBe('新的一周')
  expect(late('me', 'p')).toMatchObject([{ week: '2022-04-18', requestId: draft.requestId, sent: body }])
  drop('me', 'p')
  expect(late('me', 'p')).toHaveLength(1)
  dropLate('me', 'p', draft.requestId)
  expect(late('me', 'p')).toEqual([])
})
