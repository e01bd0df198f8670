// What a building's page says, for the eye in two layouts and for the ear.
import { computed } from 'vue'
import type { Outage, Place } from './api'
import { date, dayNumber, near, saidHours, weekday } from './days'
import { useSaid } from './words'

export const GLYPH = { ON_TIME: '●', LATE: '✕' } as const
export const TONE = { ON_TIME: 'on', LATE: 'late' } as const

export function usePlace(place: () => Place | undefined) {
  const { t, said, language } = useSaid()
  const off = (o: Outage) => t(`place.off.${o.service}`)
  const advice = (o: Outage) => t(`place.advice.${o.service}`)
  const on = (o: Outage) => near(o.day, place()!.today, language())
  const hours = (o: Outage) => {
    const [from, to] = saidHours(o.from.slice(0, 5), o.to.slice(0, 5), language())
    return t('place.from', { from, to: /^\d/.test(to) && language() === 'zh' ? ` ${to}` : to })
  }
  const building = computed(() => t('place.building', { estate: place()?.estate, building: place()?.building }))
  /** Without a plan nobody knows, and the page does not claim to. */
  const still = computed(() => t(place()?.steps.length ? 'place.stopped' : 'place.unplanned'))
  const stop = (text: string) => (/[。.!！]$/.test(text) ? text : text + (language() === 'zh' ? '。' : '.'))
  const aloud = computed(() => {
    const p = place()
    if (!p) return []
    return [
      building.value,
      ...(p.now ? [t('place.doing', { what: said(p.now.activity) }), t('place.dayN', { n: dayNumber(p.now.since, p.today), date: date(p.now.until, language()) })] : [still.value]),
      t('place.week'),
      ...(p.outages.length ? p.outages.map((o) => [on(o), weekday(o.day, language()), off(o), hours(o), advice(o)].join(language() === 'zh' ? '，' : ', ')) : [t('place.quietWeek')]),
      ...p.reception.map((r) => [r.name, r.place, r.hours && said(r.hours), r.phone.split('').join(' ')].filter(Boolean).join(language() === 'zh' ? '，' : ', ')),
    ].map(stop)
  })
  return { t, said, language, off, advice, on, hours, building, still, aloud }
}
