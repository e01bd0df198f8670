import type { CellState, State } from '@/api/contract'

export const GLYPH: Record<CellState, string> = {
  DONE: '✓', ON_TIME: '●', AT_RISK: '▲', LATE: '✕', NOT_STARTED: '○', NOT_APPLICABLE: '–',
}
/** Worst first. */
export const SEVERITY: Record<CellState, number> = {
  LATE: 0, AT_RISK: 1, ON_TIME: 2, NOT_STARTED: 3, DONE: 4, NOT_APPLICABLE: 5,
}

/** An activity always applies; only a node may not. */
export const ofActivity = (state: CellState): State => (state === 'NOT_APPLICABLE' ? 'NOT_STARTED' : state)
