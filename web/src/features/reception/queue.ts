import type { WalkInStands } from '@/api/contract'

/** Glyph and chip of how somebody who came stands; the word is said beside it. */
export const GLYPH: Record<WalkInStands, string> = { LATE: '✕', TO_ANSWER: '▲', ON_ITS_WAY: '○', JOINED: '◆', ANSWERED_AT_ONCE: '✓', ANSWERED: '✓' }
export const TONE: Record<WalkInStands, string> = { LATE: 'late', TO_ANSWER: 'risk', ON_ITS_WAY: '', JOINED: '', ANSWERED_AT_ONCE: 'done', ANSWERED: 'done' }
export const PROMISE_GLYPH: Record<string, string> = { OPEN: '▲', KEPT: '✓', MOVED: '→', BROKEN: '✕', KEPT_LATE: '✓' }
export const PROMISE_TONE: Record<string, string> = { OPEN: 'risk', KEPT: 'done', MOVED: '', BROKEN: 'late', KEPT_LATE: 'done' }

/** A minute is the aim; the bar is full at sixty seconds, and nothing scolds after that. */
export const share = (seconds: number) => Math.min(1, Math.max(0, seconds / 60))
