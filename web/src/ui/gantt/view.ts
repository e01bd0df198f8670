import type { Day } from './days'
import type { LinkIndex } from './links'
import type { Shown } from './rows'
import type { RestDays, TimeScale } from './scale'

export const ROW = 26
export const BAR = 13
export const BAR_TOP = 5
/** A row wide enough for a finger. */
export const TOUCH_ROW = 44
/** Where the bars of a higher row begin: they keep their size and stand in the middle. */
export const inset = (view: { rowHeight: number }) => Math.floor((view.rowHeight - ROW) / 2)

/** A node of the year: its line stands at the end of its day. */
export interface NodeLine { id: string; day: Day; name: string; passed: boolean; unconfirmed: boolean }

/** Everything a frame of the chart is painted from. */
export interface View {
  scale: TimeScale
  scrollX: number
  scrollY: number
  width: number
  height: number
  rowHeight: number
  today: Day
  nodes: NodeLine[]
  rest: RestDays
  rain: { from: Day; to: Day; text: string } | null
  rows: Shown[]
  links: LinkIndex | null
  chosen: string | null
  hover: string | null
  ghosts: boolean
  chain: boolean
  /** Where bars stand while one is dragged, by row; null when none is. */
  moved: Map<string, { start: Day; finish: Day; text: string }> | null
}

export function blank(): Omit<View, 'scale' | 'rest'> {
  return {
    scrollX: 0, scrollY: 0, width: 0, height: 0, rowHeight: ROW, today: 0, nodes: [], rain: null, rows: [], links: null,
    chosen: null, hover: null, ghosts: true, chain: true, moved: null,
  }
}
