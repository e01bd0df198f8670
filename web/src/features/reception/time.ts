import { SHANGHAI } from '@/app/office-time'

const MINUTE = 60_000

const parts = (at: number | string) => new Date((typeof at === 'string' ? Date.parse(at) : at) + SHANGHAI).toISOString()
/** 15:30, in Shanghai. */
export const clockOf = (at: number | string) => parts(at).slice(11, 16).replace(/^0/, '')
/** 2022-04-20, in Shanghai. */
export const dayOf = (at: number | string) => parts(at).slice(0, 10)
/** The moment of that day and time there. */
export const momentAt = (day: string, time: string) => `${day}T${time.padStart(5, '0')}:00+08:00`
export const plusDays = (day: string, n: number) => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
export const weekOf = (day: string) => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
/** Times as the platform writes them (08:30:00), as people do (8:30). */
export const short = (time: string) => time.slice(0, 5).replace(/^0/, '')

export interface Offer { key: 'hour' | 'today' | 'close' | 'tomorrow'; at: string }

/** Times that are promised most: in an hour, this afternoon, before the door shuts, tomorrow morning; none that is over. */
export function offers(now: number, answerBy: string | null | undefined): Offer[] {
  const hour = Math.ceil((now + 60 * MINUTE) / (15 * MINUTE)) * 15 * MINUTE
  const day = dayOf(now)
  const all: Offer[] = [
    { key: 'hour', at: momentAt(dayOf(hour), parts(hour).slice(11, 16)) },
    { key: 'today', at: momentAt(day, '15:30') },
    ...(answerBy && dayOf(answerBy) === day ? [{ key: 'close' as const, at: momentAt(day, parts(answerBy).slice(11, 16)) }] : []),
    { key: 'tomorrow', at: momentAt(plusDays(day, 1), '09:00') },
  ]
  return all.filter((one, at) => Date.parse(one.at) > now && all.findIndex((other) => other.at === one.at) === at)
}

/** A day as it is said at a table: 5月16日, 16 May. */
export function spokenDay(day: string, language: string): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  return language === 'zh' ? `${at.getUTCMonth() + 1}月${at.getUTCDate()}日` : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
}

/** A moment as it is said: which words, and the day and time that fill them. */
export function spokenMoment(at: string, today: string, language: string): { key: 'todayAt' | 'tomorrow' | 'onDay'; day: string; time: string } {
  const day = dayOf(at)
  return { key: day === today ? 'todayAt' : day === plusDays(today, 1) ? 'tomorrow' : 'onDay', day: spokenDay(day, language), time: clockOf(at) }
}
