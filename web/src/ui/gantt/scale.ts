import { type Day, isoOf, weekdayOf } from './days'

export type Zoom = 'day' | 'week' | 'month'
/** How wide a day is drawn at each level of zoom; the wheel may go between. */
export const DAY_WIDTH: Record<Zoom, number> = { day: 26, week: 6.8, month: 2.6 }
export const NARROWEST = 1.4
export const WIDEST = 40

/** Days across pixels. Day `first` begins at x = 0; a day is the half-open stretch [x(day), x(day + 1)). */
export class TimeScale {
  constructor(readonly first: Day, readonly last: Day, readonly dayWidth: number) {}

  get width(): number { return (this.last - this.first + 1) * this.dayWidth }
  /** Where the day begins. */
  x(day: Day): number { return (day - this.first) * this.dayWidth }
  /** Where the day is over. */
  end(day: Day): number { return (day + 1 - this.first) * this.dayWidth }
  dayAt(x: number): Day { return this.first + Math.floor(x / this.dayWidth) }
  get zoom(): Zoom { return this.dayWidth >= 16 ? 'day' : this.dayWidth >= 4.4 ? 'week' : 'month' }
  with(dayWidth: number): TimeScale {
    return new TimeScale(this.first, this.last, Math.min(WIDEST, Math.max(NARROWEST, dayWidth)))
  }
}

/** A mark on the axis; `strong` begins a month (or a year, where months are the marks). */
export interface Tick { day: Day; label: string; strong: boolean }

/** Marks between two days: every day, every Monday, or every first of the month, as the scale has room. */
export function ticks(scale: TimeScale, from: Day, to: Day, month: (iso: string) => string): Tick[] {
  const found: Tick[] = []
  for (let day = Math.max(from, scale.first); day <= Math.min(to, scale.last); day++) {
    if (scale.zoom === 'week') {
      if (weekdayOf(day) === 1) {
        const iso = isoOf(day)
        found.push({ day, label: iso.slice(5), strong: +iso.slice(8) <= 7 })
      }
      continue
    }
    const iso = isoOf(day)
    const begins = iso.endsWith('-01')
    if (scale.zoom === 'day') found.push({ day, label: begins ? month(iso) : String(+iso.slice(8)), strong: begins })
    else if (begins) found.push({ day, label: iso.slice(5, 7) === '01' ? iso.slice(0, 4) : month(iso), strong: iso.slice(5, 7) === '01' })
  }
  return found
}

export type Rest = 'work' | 'weekend' | 'holiday'

/** Which days rest. A weekend day made a working day (调休上班) is not shaded; a named holiday is darker than a weekend. */
export class RestDays {
  private readonly named: Map<Day, string>

  constructor(named: Map<Day, string>) {
    this.named = named
  }

  of(day: Day): Rest {
    const type = this.named.get(day)
    if (type === 'HOLIDAY_OFF') return 'holiday'
    if (type === 'ADJUSTED_WORKDAY' || type === 'WORKDAY') return 'work'
    const weekday = weekdayOf(day)
    return weekday === 0 || weekday === 6 ? 'weekend' : 'work'
  }
}
