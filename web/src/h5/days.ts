// Days and hours as they are said at a door, in the district's time whatever the phone's.
import type { Clock } from './api'

export type Language = 'zh' | 'en'
const ZONE = 'Asia/Shanghai'

/** YYYY-MM-DD of a day or an instant. */
export function dayOf(iso: string): string {
  return iso.length === 10 ? iso : new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(iso))
}
const noon = (iso: string) => new Date(`${dayOf(iso)}T12:00:00Z`)

/** 4月13日 · 13 Apr */
export function date(iso: string, language: Language): string {
  const [, month, day] = dayOf(iso).split('-').map(Number)
  return language === 'zh' ? `${month}月${day}日` : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(iso))
}
/** 周三 · Wed */
export const weekday = (iso: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(noon(iso))
/** 16:42 */
export const hour = (iso: string) => new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(iso))
/** 4月13日 周三 16:42 */
export const moment = (iso: string, language: Language) => `${date(iso, language)} ${weekday(iso, language)} ${hour(iso)}`

const between = (from: string, to: string) => Math.round((noon(to).getTime() - noon(from).getTime()) / 864e5)
/** The first day is day 1. */
export const dayNumber = (since: string, today: string) => between(since, today) + 1

/** 今天 · 明天 · 21 日 */
export function near(iso: string, today: string, language: Language): string {
  const away = between(today, iso)
  if (away === 0) return language === 'zh' ? '今天' : 'Today'
  if (away === 1) return language === 'zh' ? '明天' : 'Tomorrow'
  return language === 'zh' ? `${Number(dayOf(iso).slice(8))} 日` : date(iso, language)
}

/** 08:30 → 早上 8 点半: how an hour is said aloud. */
export function saidHour(time: string, language: Language): string {
  const [h, m] = time.split(':').map(Number) as [number, number]
  if (language === 'en') return time
  const part = h < 5 ? '夜里' : h < 9 ? '早上' : h < 12 ? '上午' : h < 13 ? '中午' : h < 18 ? '下午' : '晚上'
  const minutes = m === 0 ? '' : m === 30 ? '半' : ` ${m} 分`
  return `${part} ${h > 12 ? h - 12 : h} 点${minutes}`
}

/** 早上 8 点半到 11 点半: the part of the day is said again only when another begins. */
export function saidHours(from: string, to: string, language: Language): [string, string] {
  const [a, b] = [saidHour(from, language), saidHour(to, language)]
  const noonFrom = from < '12:00' ? 'am' : 'pm'
  const same = from >= '05:00' && to < '18:00' && noonFrom === (to < '12:00' ? 'am' : 'pm')
  return [a, same && language === 'zh' ? b.replace(/^..\s/, ' ').trimStart() : b]
}

export type Pace = 'WITHIN' | 'NEAR' | 'OVER' | 'ANSWERED'
/** Two days left are few. A clock that stands is never late any more, unless it was when it stopped. */
export function pace(clock: Clock): Pace {
  if (clock.usedDays > clock.limitDays) return 'OVER'
  if (clock.stopped) return 'ANSWERED'
  return clock.limitDays - clock.usedDays <= 2 ? 'NEAR' : 'WITHIN'
}
/** Used part of the limit, 0 to 1. */
export const used = (clock: Clock) => Math.min(1, Math.max(0, clock.usedDays / Math.max(1, clock.limitDays)))
