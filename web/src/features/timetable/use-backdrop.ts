import { type Ref, computed } from 'vue'
import type { Timetable } from '@/api/contract'
import { useSession } from '@/app/session'
import { useWords } from '@/i18n'
import { dayOf } from '@/ui/gantt/days'
import { RestDays } from '@/ui/gantt/scale'
import { nodeLines } from './tree'

/** What the bars are drawn over: the days of the year, its rests, its rain and its nodes. */
export function useBackdrop(data: Ref<Timetable | null>) {
  const { t, said, day, locale } = useWords()
  const session = useSession()
  const today = computed(() => dayOf(data.value?.dataDate ?? session.now?.businessDate ?? '2022-01-01'))
  const rest = computed(() => new RestDays(new Map(data.value?.calendar.map((c) => [dayOf(c.date), c.type]))))
  const nodes = computed(() => nodeLines(data.value?.nodes ?? [], today.value, said))
  const span = computed(() => {
    const now = data.value
    if (!now) return { first: 0, last: 1 }
    let first = Infinity
    let last = -Infinity
    for (const a of now.activities) {
      first = Math.min(first, dayOf(a.start))
      last = Math.max(last, dayOf(a.finish))
    }
    for (const n of nodes.value) last = Math.max(last, n.day)
    return first === Infinity ? { first: dayOf(now.horizonStart), last: dayOf(now.horizonEnd) } : { first: Math.min(first, today.value) - 14, last: last + 28 }
  })
  const rain = computed(() => {
    const r = data.value?.plumRain
    return r ? { from: dayOf(r.from), to: dayOf(r.to), text: t(r.unconfirmed ? 'timetable.rain' : 'timetable.rainConfirmed', { from: day(r.from) }) } : null
  })
  const month = computed(() => {
    const english = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
    return (iso: string) => (locale.value === 'zh' ? t('timetable.month', { m: +iso.slice(5, 7) }) : english.format(new Date(`${iso}T00:00:00Z`)))
  })
  const axisWords = computed(() => ({ today: t('timetable.today'), month: month.value, unconfirmed: t('unconfirmed') }))
  return { today, rest, nodes, span, rain, axisWords }
}
