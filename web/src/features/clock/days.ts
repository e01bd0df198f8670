/** Paces the player offers; a week in a minute is the usual one. */
export const PACES = [{ name: 'day', days: 1 }, { name: 'week', days: 7 }, { name: 'month', days: 30 }] as const

/** What a pace is called; one set from elsewhere by the nearest. */
export function paceOf(daysPerMinute: number): (typeof PACES)[number]['name'] {
  return [...PACES].sort((a, b) => Math.abs(a.days - daysPerMinute) - Math.abs(b.days - daysPerMinute))[0]!.name
}

/** An ISO date so many days on. */
export function plus(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** The part of its year that has passed at the end of a day. */
export function share(date: string): number {
  const year = Number(date.slice(0, 4))
  const begin = Date.UTC(year, 0, 1)
  return (Date.parse(`${date}T00:00:00Z`) + 86_400_000 - begin) / (Date.UTC(year + 1, 0, 1) - begin)
}
