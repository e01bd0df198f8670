import type { Row } from './rows'
import { BAR, BAR_TOP, type View, inset } from './view'

export interface Hit { row: Row; index: number; on: 'bar' | 'ghost' | 'row' }

/** What lies under a point of the chart, given from the chart's upper left corner. */
export function hitAt(view: View, x: number, y: number): Hit | null {
  const index = Math.floor((y + view.scrollY) / view.rowHeight)
  const row = view.rows[index]?.row
  if (!row || x < 0 || x > view.width) return null
  const within = y + view.scrollY - index * view.rowHeight - inset(view)
  const over = (span: { start: number; finish: number }, slack: number) => {
    const left = view.scale.x(span.start) - view.scrollX
    const right = Math.max(left + 3, view.scale.end(span.finish) - view.scrollX)
    return x >= left - slack && x <= right + slack
  }
  const bottom = BAR_TOP + BAR
  if (within >= BAR_TOP - 1 && within <= bottom + 1 && over(row.bar, 2)) return { row, index, on: 'bar' }
  if (row.bar.ghost && within > bottom && within <= bottom + 6 && over(row.bar.ghost, 1)) return { row, index, on: 'ghost' }
  return { row, index, on: 'row' }
}
