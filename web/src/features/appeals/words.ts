import type { AppealAct, AppealRow, AppealState } from '@/api/contract'

/** How an appeal stands by its clock: glyph and chip; the word is said beside it. */
export type Standing = 'OVERDUE' | 'SOON' | 'IN_TIME' | 'DONE' | 'NONE'
export const GLYPH: Record<Standing, string> = { OVERDUE: '✕', SOON: '▲', IN_TIME: '●', DONE: '✓', NONE: '○' }
export const CHIP: Record<Standing, string> = { OVERDUE: 'late', SOON: 'risk', IN_TIME: 'on', DONE: '', NONE: '' }

export function standing(row: AppealRow): Standing {
  if (row.state === 'CLOSED' || row.state === 'ARCHIVED') return 'DONE'
  return !row.due ? 'NONE' : row.due.overdue ? 'OVERDUE' : row.due.soon ? 'SOON' : 'IN_TIME'
}

/** Whole minutes, hours or days between now and the end, the largest that is not nothing; negative once it is over. */
export function left(due: string, now: number): { n: number; unit: 'minute' | 'hour' | 'day'; over: boolean } {
  const minutes = Math.round((Date.parse(due) - now) / 60_000)
  const size = Math.abs(minutes)
  const over = minutes < 0
  if (size < 120) return { n: size, unit: 'minute', over }
  return size < 48 * 60 ? { n: Math.floor(size / 60), unit: 'hour', over } : { n: Math.floor(size / 1440), unit: 'day', over }
}

/** What an act asks for before it is done; acts that ask for nothing are done at once. */
export type Ask = 'unit' | 'reason' | 'words' | 'progress' | 'units' | 'pause' | 'extension' | 'decision' | 'reply' | 'callBack' | 'recheck' | 'merge' | 'correct'
export interface Move { act?: AppealAct; key: string; path: string; ask?: Ask; primary?: boolean; danger?: boolean }

/** The buttons of an appeal, in the order in which an appeal goes. */
export const MOVES: Move[] = [
  { act: 'ACCEPT', key: 'accept', path: 'accept', primary: true },
  { act: 'DISPATCH', key: 'dispatch', path: 'dispatch', ask: 'unit', primary: true },
  { act: 'HANDLE', key: 'handle', path: 'handle', primary: true },
  { act: 'REPLY', key: 'reply', path: 'reply', ask: 'reply', primary: true },
  { act: 'CALL_BACK_SATISFIED', key: 'callBack', path: 'call-back', ask: 'callBack', primary: true },
  { act: 'ARCHIVE', key: 'archive', path: 'archive', primary: true },
  { act: 'RESUME', key: 'resume', path: 'resume', ask: 'words', primary: true },
  { act: 'PROGRESS', key: 'progress', path: 'progress', ask: 'progress' },
  { act: 'COOPERATE', key: 'cooperate', path: 'cooperate', ask: 'units' },
  { act: 'GRANT_EXTENSION', key: 'decide', path: 'extension-decision', ask: 'decision' },
  { act: 'ASK_EXTENSION', key: 'extension', path: 'extension', ask: 'extension' },
  { act: 'PAUSE', key: 'pause', path: 'pause', ask: 'pause' },
  { act: 'RETURN', key: 'return', path: 'return', ask: 'reason' },
  { act: 'SUPERVISE', key: 'supervise', path: 'supervise', ask: 'reason' },
  { act: 'MERGE', key: 'merge', path: 'merge', ask: 'merge' },
  { act: 'SEPARATE', key: 'separate', path: 'separate', ask: 'words' },
  { act: 'REOPEN', key: 'recheck', path: 'recheck', ask: 'recheck' },
  { act: 'LAPSE', key: 'lapse', path: 'lapse', danger: true },
]

/** What an appeal is may be corrected while it is open; that moves it nowhere. */
export const CORRECT: Move = { key: 'correct', path: 'correct', ask: 'correct' }
/** What may still be handled together with another appeal. */
export const JOINABLE: AppealState[] = ['RECEIVED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'REOPENED']
export const KINDS = ['COMPLAINT', 'HELP', 'CONSULTATION', 'SUGGESTION', 'REPORT', 'PETITION'] as const
export const STATES: AppealState[] = ['RECEIVED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'PAUSED', 'REPLIED', 'REOPENED', 'MERGED', 'CLOSED', 'ARCHIVED']
export const CHANNELS = ['HOTLINE_12345', 'WOODPECKER', 'RECEPTION', 'RESIDENT_PAGE', 'LETTER', 'VISIT', 'PHONE', 'OPEN311', 'GRID_WORKER'] as const
export const OUTCOMES = ['RESOLVED', 'PARTLY', 'PLANNED', 'EXPLAINED', 'REFERRED', 'UNFOUNDED', 'CANNOT'] as const
export const URGENCIES = ['ORDINARY', 'URGENT', 'EMERGENCY'] as const

/** The buttons for what the caller may do now; a decision only while an extension waits for one. */
export function moves(acts: AppealAct[], extensionOpen: boolean): Move[] {
  return MOVES.filter((m) => acts.includes(m.act!) && (m.key !== 'decide' || extensionOpen) && (m.key !== 'extension' || !extensionOpen))
}
