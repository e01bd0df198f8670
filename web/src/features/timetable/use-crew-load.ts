import { type Ref, computed, ref } from 'vue'
import type { Timetable } from '@/api/contract'
import { useWords } from '@/i18n'
import { type CrewChange, crewLoads } from './crews'
import type { Tree } from './tree'

/**
 * How busy the crews are, and the load that is drawn with its words.
 *
 * @param streets code and name of every street of the year
 * @param chosen the code of the crew whose load is drawn; without one it is the first
 */
export function useCrewLoad(data: Ref<Timetable | null>, tree: Ref<Tree>, street: Ref<string>, streets: Ref<[string, string][]>, chosen: Ref<string | null>, extra: Ref<CrewChange[]> = ref([])) {
  const { t, said } = useWords()
  const loads = computed(() => {
    if (!data.value) return []
    const kept = new Set([...tree.value.entries.values()].filter((e) => e.kind === 'project').map((e) => e.project!.id))
    return crewLoads(data.value, (p) => kept.size === 0 || kept.has(p), extra.value)
  })
  const load = computed(() => loads.value.find((l) => l.code === chosen.value) ?? loads.value[0] ?? null)
  const where = computed(() => {
    const l = load.value
    if (!l || l.sharedWithin === 'DISTRICT') return t('timetable.load.district')
    if (l.sharedWithin === 'STREET') return l.pools === 1 && street.value ? (streets.value.find(([code]) => code === street.value)?.[1] ?? '') : t('timetable.load.streets', { n: l.pools })
    return t('timetable.load.sites', { n: l.pools })
  })
  const loadWords = computed(() => {
    const known = new Map<number, string>() // asked for in every frame
    return {
      title: load.value ? t('timetable.load.unit', { crew: said(load.value.name), where: where.value }) : '',
      capacity: (n: number) => known.get(n) ?? known.set(n, t('timetable.load.capacity', { n })).get(n)!,
    }
  })
  return { loads, load, loadWords }
}
