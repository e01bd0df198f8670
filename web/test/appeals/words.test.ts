import { describe, expect, it } from 'vitest'
import type { AppealRow } from '../../src/api/contract'
import { left, moves, standing } from '../../src/features/appeals/words'

const row = (state: string, due: object | null) => ({ state, due }) as unknown as AppealRow
const NOON = Date.parse('2022-04-20T12:00:00+08:00')

describe('an appeal in the list', () => {
  it('says what is left in minutes, hours and whole days, and how long it is over', () => {
    expect(left('2022-04-20T12:46:00+08:00', NOON)).toEqual({ n: 46, unit: 'minute', over: false })
    expect(left('2022-04-21T12:00:00+08:00', NOON)).toEqual({ n: 24, unit: 'hour', over: false })
    expect(left('2022-05-07T00:00:00+08:00', NOON)).toEqual({ n: 16, unit: 'day', over: false })
    expect(left('2022-04-20T10:00:00+08:00', NOON)).toEqual({ n: 2, unit: 'hour', over: true })
  })
  it('is marked by its clock, and by nothing once it is closed', () => {
    expect(standing(row('HANDLING', { overdue: true, soon: false }))).toBe('OVERDUE')
    expect(standing(row('HANDLING', { overdue: false, soon: true }))).toBe('SOON')
    expect(standing(row('HANDLING', { overdue: false, soon: false }))).toBe('IN_TIME')
    expect(standing(row('PAUSED', null))).toBe('NONE')
    expect(standing(row('CLOSED', { overdue: true, soon: false }))).toBe('DONE')
  })
})

describe('the buttons of an appeal', () => {
  it('are those its state and the rights allow, in the order in which an appeal goes', () => {
    expect(moves(['SUPERVISE', 'REPLY', 'PROGRESS'], false).map((m) => m.key)).toEqual(['reply', 'progress', 'supervise'])
  })
  it('offer a decision only while an extension waits, and asking only while none does', () => {
    expect(moves(['GRANT_EXTENSION', 'ASK_EXTENSION'], true).map((m) => m.key)).toEqual(['decide'])
    expect(moves(['GRANT_EXTENSION', 'ASK_EXTENSION'], false).map((m) => m.key)).toEqual(['extension'])
  })
})
