import { computed, ref, type Ref } from 'vue'
import { useQuery } from '@tanstack/vue-query'
import { call } from '@/api/client'
import { useSession } from '@/app/session'
import { SEVERITY } from '@/ui/state'
import { days, handOvers, laneOf } from './lanes'

/** What the programme says of a place: its projects, the people in charge, and the time of the project looked at. */
export function usePlace(estate: Ref<string | undefined>) {
  const session = useSession()
  const asked = computed(() => !!estate.value && session.may('PROGRAMME_READ'))
  const path = () => ({ id: estate.value! })
  const projects = useQuery({ queryKey: ['estate', estate, 'projects'], queryFn: ({ signal }) => call('GET /api/estates/{id}/projects', { path: path(), signal }), enabled: asked })
  const people = useQuery({ queryKey: ['estate', estate, 'people'], queryFn: ({ signal }) => call('GET /api/estates/{id}/people', { path: path(), signal }), enabled: asked })
  /** The projects with a plan of the latest year; a large estate is renovated in parts. */
  const planned = computed(() => projects.data.value?.filter((p) => !p.carriedOverTo && p.nodes.length) ?? [])
  const chosen = ref('')
  const project = computed(() => planned.value.find((p) => p.id === chosen.value) ?? planned.value[0])
  const timetable = useQuery({
    queryKey: ['estate', estate, 'timetable', computed(() => project.value?.id)], enabled: computed(() => !!project.value),
    queryFn: ({ signal }) => call('GET /api/programmes/{id}/timetable', { path: { id: project.value!.programmeId }, query: { project: project.value!.id }, signal }),
  })
  const own = computed(() => timetable.data.value?.activities.filter((a) => a.projectId === project.value?.id && laneOf(a) && a.code !== 'Q06') ?? [])
  const done = computed(() => {
    const whole = own.value.reduce((n, a) => n + days(a.start, a.finish) + 1, 0)
    return whole ? own.value.reduce((n, a) => n + (days(a.start, a.finish) + 1) * a.percent, 0) / whole : null
  })
  const conditions = computed(() => (timetable.data.value && project.value ? handOvers(timetable.data.value, project.value.id) : []))
  /** The two nodes to look at first: the worst that is open, and the last. */
  const flags = computed(() => {
    const open = project.value?.nodes.filter((n) => n.state !== 'DONE' && n.state !== 'NOT_APPLICABLE') ?? []
    const worst = [...open].sort((a, b) => SEVERITY[a.state] - SEVERITY[b.state] || a.due.localeCompare(b.due))[0]
    return [...new Set([worst, open.at(-1)])].filter((n) => n !== undefined)
  })
  return { projects, people, planned, chosen, project, timetable, done, conditions, flags }
}

export type Place = ReturnType<typeof usePlace>
