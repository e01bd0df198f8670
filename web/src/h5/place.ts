// What a building's page says, for the eye in two layouts and for the ear.
import { computed } from 'vue'
import type { Disturbance, Place } from './api'
import { date, dayNumber, near, saidHours, weekday } from './days'
import { useSaid } from './words'

export const GLYPH = { ON_TIME: '●', AT_RISK: '▲', LATE: '✕' } as const
export const TONE = { ON_TIME: 'on', AT_RISK: 'risk', LATE: 'late' } as const

export function usePlace(place: () => Place | undefined) {
  const { t, said, language } = useSaid()
  const tag = (d: Disturbance) => t(`place.tag.${d.kind === 'WORK' ? 'WORK' : d.kind === 'NOISE' ? 'NOISE' : d.utility ?? 'OUTAGE'}`)
  const where = (d: Disturbance) => [d.stairwells.length ? t('place.some', { list: d.stairwells.join(t('place.listMark')) }) : '', said(d.place)].filter(Boolean).join(' · ')
  const on = (d: Disturbance) => near(d.day, place()!.today, language())
  const hours = (d: Disturbance) => {
    const [from, to] = saidHours(d.from, d.to, language())
    return t('place.from', { from, to: /^\d/.test(to) && language() === 'zh' ? ` ${to}` : to })
  }
  /** What disturbs first, the rest in the order of days. */
  const warnings = computed(() => (place()?.week ?? []).filter((d) => d.kind !== 'WORK'))
  const building = computed(() => t('place.building', { estate: place()?.estate, building: place()?.building }))
  const stop = (text: string) => (/[。.!！]$/.test(text) ? text : text + (language() === 'zh' ? '。' : '.'))
  const aloud = computed(() => {
    const p = place()
    if (!p) return []
    return [
      building.value,
      ...(p.now ? [t('place.doing', { what: said(p.now.activity) }), t('place.dayN', { n: dayNumber(p.now.since, p.today), date: date(p.now.until, language()) }), said(p.now.reason)] : [t('place.stopped')]),
      t('place.week'),
      ...(p.week.length ? p.week.map((d) => [on(d), weekday(d.day, language()), said(d.words), hours(d), where(d), said(d.advice)].filter(Boolean).join(language() === 'zh' ? '，' : ', ')) : [t('place.quietWeek')]),
      ...p.reception.map((r) => `${said(r.name)} ${said(r.place)} ${r.phone.split('').join(' ')}`),
    ].filter(Boolean).map(stop)
  })
  return { t, said, language, tag, where, on, hours, warnings, building, aloud }
}
