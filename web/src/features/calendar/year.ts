import type { CalendarDay } from '@/api/contract'

export type DayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP'
export interface Square { iso: string; day: number; kind: DayKind; name: string | null }

/** Days as squares, month by month; each month begins with `lead` empty squares so that Monday is first. */
export function monthsOf(year: number, days: CalendarDay[]): { lead: number; squares: Square[] }[] {
  const special = new Map(days.map((d) => [d.date, d]))
  return Array.from({ length: 12 }, (_, month) => {
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    const squares = Array.from({ length: count }, (_, i): Square => {
      const date = new Date(Date.UTC(year, month, i + 1))
      const iso = date.toISOString().slice(0, 10)
      const known = special.get(iso)
      const weekend = date.getUTCDay() % 6 === 0
      return { iso, day: i + 1, kind: known ? KIND[known.type] : weekend ? 'WEEKEND' : 'WORKDAY', name: known?.name ?? null }
    })
    return { lead: (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7, squares }
  })
}

const KIND: Record<CalendarDay['type'], DayKind> = { WORKDAY: 'WORKDAY', WEEKEND: 'WEEKEND', HOLIDAY_OFF: 'HOLIDAY', ADJUSTED_WORKDAY: 'MAKE_UP' }

export function workdays(months: { squares: Square[] }[]): number {
  return months.flatMap((m) => m.squares).filter((s) => s.kind === 'WORKDAY' || s.kind === 'MAKE_UP').length
}
