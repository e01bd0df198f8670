import type { RequestKind, RequestState, Service, UtilityRequest, UtilityWindow } from '@/api/contract'

export const SERVICES: Service[] = ['WATER', 'GAS', 'POWER', 'TELECOM']
export const KINDS: RequestKind[] = ['OUTAGE', 'EXCAVATION', 'CONNECTION', 'RELOCATION']

export const CHIP: Record<RequestState, string> = { AWAITING: '', PROPOSED: 'risk', AGREED: 'on', REFUSED: 'late', WITHDRAWN: '' }
export const GLYPH: Record<RequestState, string> = { AWAITING: '…', PROPOSED: '▲', AGREED: '✓', REFUSED: '✕', WITHDRAWN: '–' }

/** `05-12～05-14 09:00–17:00`; one day is said once. */
export function span(w: UtilityWindow): string {
  const days = w.firstDay === w.lastDay ? w.firstDay.slice(5) : `${w.firstDay.slice(5)}～${w.lastDay.slice(5)}`
  return `${days} ${w.from.slice(0, 5)}–${w.to.slice(0, 5)}`
}

/** `2022年4月12日`, `12 Apr 2022`: for who reads no tables. */
export function inFull(iso: string, language: string): string {
  const months = language === 'zh' ? 'long' : 'short'
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: months, day: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
}

/** The services that have not answered to the present window. */
export const unsigned = (r: UtilityRequest): Service[] => (r.state === 'AWAITING' ? r.answers.filter((a) => !a.answer).map((a) => a.service) : [])

/** Days from the first to the last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

export function plusDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}
