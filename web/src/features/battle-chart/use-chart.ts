import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { type Ref, computed } from 'vue'
import { call } from '@/api/client'
import type { BattleCell } from '@/api/contract'
import { useNews } from '@/api/live'
import { useWords } from '@/i18n'

/** The chart, asked again within a moment of every change the platform tells. */
export function useChart(programme?: Ref<string | null>) {
  const cache = useQueryClient()
  const chart = useQuery({
    queryKey: ['battle-chart', programme ?? null],
    queryFn: () => call('GET /api/battle-chart', { query: { programme: programme?.value ?? undefined } }),
    placeholderData: keepPreviousData, refetchOnMount: 'always', refetchInterval: 120_000, // should the live link be lost for long
  })
  useNews(['chart', 'progress'], () => {
    void cache.invalidateQueries({ queryKey: ['battle-chart'] })
    void cache.invalidateQueries({ queryKey: ['battle-cell'] })
  })
  const time = computed(() => hhmm(chart.data.value?.updatedAt))
  return { chart, time }
}

/** hh:mm in the district. */
export function hhmm(instant: string | number | null | undefined): string {
  if (!instant) return '–'
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** Whether something stands behind a cell: a node that does not apply, or a project the frozen plan does not hold, has no cause. */
export const hasCause = (cell: BattleCell): boolean => cell.state !== 'NOT_APPLICABLE' && cell.date !== null

/** The words of a cell: days where it hurts, a date elsewhere. */
export function useCellWords() {
  const { t, day } = useWords()
  return (cell: BattleCell): string => {
    switch (cell.state) {
      case 'LATE': return t('battle-chart.cell.late', { n: Math.abs(cell.days ?? 0) })
      case 'AT_RISK':
        if (cell.days !== null && cell.days < 0) return t('battle-chart.cell.late', { n: -cell.days })
        return cell.days ? t('battle-chart.cell.left', { n: cell.days }) : t('battle-chart.cell.exact')
      case 'NOT_STARTED': return cell.date ? day(cell.date) : t('battle-chart.cell.unplanned')
      case 'NOT_APPLICABLE': return t('battle-chart.cell.none')
      default: return day(cell.date ?? cell.due)
    }
  }
}
