import type { CellState } from '@/api/contract'

export const GLYPH: Record<CellState, string> = {
  DONE: '✓', ON_TIME: '●', AT_RISK: '▲', LATE: '✕', NOT_STARTED: '○', NOT_APPLICABLE: '–',
}
/** Worst first. */
export const SEVERITY: Record<CellState, number> = {
  LATE: 0, AT_RISK: 1, ON_TIME: 2, NOT_STARTED: 3, DONE: 4, NOT_APPLICABLE: 5,
}
