import type { Day } from './days'

export type Health = 'DONE' | 'ON_TIME' | 'AT_RISK' | 'LATE' | 'NOT_STARTED'

/** What is drawn on a row of the chart. Days are inclusive at both ends. */
export interface Bar {
  kind: 'task' | 'group' | 'top'
  start: Day
  finish: Day
  /** 0…100 */
  percent: number
  health: Health
  critical: boolean
  /** The frozen plan's stretch, drawn as a ghost below. */
  ghost: { start: Day; finish: Day } | null
  /** Words at the bar's end, such as the shift against the frozen plan. */
  tail: { text: string; tone: 'late' | 'early' | 'soft' | 'draft' } | null
  /** Work a draft drops: no stretch is left, only the place where it stood. */
  dropped?: boolean
  /** A pill at the bar's end: the state of a whole project in words. */
  pill: { text: string; health: Health } | null
}

/** A row of the tree and of the chart beside it. */
export interface Row {
  id: string
  level: number
  children: Row[]
  bar: Bar
  /** What a reader types to jump here. */
  name: string
  /** Place among its brothers, from 1, and how many they are: said by screen readers. */
  place: number
  brothers: number
}

export interface Shown { row: Row; parent: number }

/** The rows that are open, top to bottom, each with the place of its parent (-1 at the top). */
export function shown(roots: Row[], open: (id: string) => boolean): Shown[] {
  const flat: Shown[] = []
  const walk = (rows: Row[], parent: number) => {
    for (const row of rows) {
      flat.push({ row, parent })
      if (row.children.length > 0 && open(row.id)) walk(row.children, flat.length - 1)
    }
  }
  walk(roots, -1)
  return flat
}

export function everyRow(roots: Row[], see: (row: Row) => void): void {
  for (const row of roots) {
    see(row)
    everyRow(row.children, see)
  }
}

/** Sets place and brothers throughout. */
export function placed(roots: Row[]): Row[] {
  roots.forEach((row, i) => {
    row.place = i + 1
    row.brothers = roots.length
    placed(row.children)
  })
  return roots
}

/** Which rows lie in the window, with a few more above and below. */
export function windowOf(top: number, height: number, rowHeight: number, count: number, more = 0): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - more)
  const to = Math.min(count - 1, Math.ceil((top + height) / rowHeight) - 1 + more)
  return { from, to }
}
