/** A date as the number of days since 1970-01-01: charts add and subtract, they never meet a time zone. */
export type Day = number

export function dayOf(iso: string): Day {
  return Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)) / 86_400_000
}

export function isoOf(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** 04-20 */
export function monthDay(day: Day): string {
  return isoOf(day).slice(5)
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}
