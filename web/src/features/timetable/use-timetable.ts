import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { type Ref, computed } from 'vue'
import { call } from '@/api/client'
import { useNews } from '@/api/live'
import { useSession } from '@/app/session'

/** The year's timetable and what belongs to it, asked again when the platform says that something moved. */
export function useTimetable(asked: { programme: Ref<string | null>; plan: Ref<string | null>; compare: Ref<string | null> }) {
  const cache = useQueryClient()
  const session = useSession()
  const thisYear = () => Number(session.now?.businessDate.slice(0, 4))
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('GET /api/programmes') })
  const programme = computed(() => {
    const list = programmes.data.value ?? []
    return list.find((p) => p.id === asked.programme.value) ?? list.find((p) => p.year === thisYear() && p.projects > 0) ?? list.toSorted((a, b) => b.year - a.year).find((p) => p.projects > 0) ?? list[0] ?? null
  })
  const id = computed(() => programme.value?.id ?? '')
  const enabled = computed(() => !!programme.value)
  const plans = useQuery({ queryKey: ['programme', id, 'plans'], queryFn: () => call('GET /api/programmes/{id}/plans', { path: { id: id.value } }), enabled })
  // Before anything is frozen there is no forecast: the newest draft is shown instead.
  const shownPlan = computed(() => asked.plan.value ?? (programme.value?.frozenPlan ? null : (plans.data.value?.toSorted((a, b) => b.version - a.version)[0]?.id ?? null)))
  const timetable = useQuery({
    queryKey: ['timetable', id, shownPlan],
    queryFn: () => call('GET /api/programmes/{id}/timetable', { path: { id: id.value }, query: { plan: shownPlan.value ?? undefined } }),
    enabled: computed(() => enabled.value && (plans.data.value?.length ?? 0) > 0), placeholderData: keepPreviousData, refetchOnMount: 'always',
  })
  const comparison = useQuery({
    queryKey: ['timetable', id, asked.compare],
    queryFn: () => call('GET /api/programmes/{id}/timetable', { path: { id: id.value }, query: { plan: asked.compare.value ?? undefined } }),
    enabled: computed(() => enabled.value && !!asked.compare.value), staleTime: Infinity,
  })
  const mustStart = useQuery({
    queryKey: ['must-start', id], queryFn: () => call('GET /api/programmes/{id}/must-start-today', { path: { id: id.value } }),
    enabled: computed(() => enabled.value && !!programme.value?.frozenPlan),
  })
  function refresh() {
    for (const key of ['timetable', 'must-start', 'why', 'reports', 'battle-chart', 'draft', 'draft-why', 'draft-differences']) void cache.invalidateQueries({ queryKey: [key] })
  }
  if (session.may('CHART_READ')) useNews(['chart', 'progress'], refresh)
  return { programmes, programme, plans, shownPlan, timetable, comparison, mustStart, refresh }
}
