import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { type Ref, computed } from 'vue'
import { call } from '@/api/client'
import type { BattleCell, BattleChart } from '@/api/contract'
import { useNews } from '@/api/live'
import { useWords } from '@/i18n'

/** Names of streets and firms change without the chart; all of it is asked for again now and then. */
const WHOLE_EVERY = 120_000

/** A chart brought up to date: what changed takes its place among what stood, in the order the platform gives. */
export function merged(before: BattleChart, news: BattleChart): BattleChart {
  if (news.whole) return news
  const rows = new Map(before.rows.map((row) => [row.projectId, row]))
  for (const row of news.rows) rows.set(row.projectId, row)
  return { ...news, rows: news.order.flatMap((id) => rows.get(id) ?? []) }
}

/** The chart, asked again within a moment of every change the platform tells; then only for what changed. */
export function useChart(programme?: Ref<string | null>) {
  const cache = useQueryClient()
  let wholeAt = 0
  const chart = useQuery({
    queryKey: ['battle-chart', programme ?? null],
    queryFn: async () => {
      const known = cache.getQueryData<BattleChart>(['battle-chart', programme?.value ?? null])
      const asked = Date.now()
      const from = known && asked - wholeAt < WHOLE_EVERY ? known : null
      const news = await call('GET /api/battle-chart', { query: { programme: programme?.value ?? undefined, since: from?.version } })
      if (news.whole) wholeAt = asked
      // What a change does not tell of, such as a project that appeared otherwise, is caught by asking for all.
      if (!from || news.programme.id !== from.programme.id) return news.whole ? news : call('GET /api/battle-chart', { query: { programme: programme?.value ?? undefined } })
      const all = merged(from, news)
      return all.rows.length === news.order.length ? all : call('GET /api/battle-chart', { query: { programme: programme?.value ?? undefined } })
    },
    placeholderData: keepPreviousData, refetchOnMount: 'always', refetchInterval: 120_000, // should the live link be lost for long
  })
  useNews(['chart', 'risk'], () => { // a report alone changes nothing here; the chart that contains it is told of itself
    void cache.invalidateQueries({ queryKey: ['battle-chart'] })
    void cache.invalidateQueries({ queryKey: ['battle-cell'] })
  })
  const time = computed(() => hhmm(chart.data.value?.updatedAt))
  return { chart, time }
}

/** The cell an address asks for, as notices do; nothing when it names only one of project and node. */
export function asked(query: Record<string, unknown>): { project: string; node: string } | null {
  const { project, node } = query
  return typeof project === 'string' && typeof node === 'string' && project && node ? { project, node } : null
}

/** hh:mm in the district. */
export function hhmm(instant: string | number | null | undefined): string {
  if (!instant) return '–'
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** Whether something stands behind a cell: a node that does not apply, or a project the frozen plan does not hold, has no cause. */
export const hasCause = (cell: BattleCell): boolean => cell.state !== 'NOT_APPLICABLE' && cell.date !== null

/** How likely a node of a project is kept, as the chart has it; a node that is reached needs no probability. */
export const oddsOf = (chart: Pick<BattleChart, 'risk' | 'nodes'>, projectId: string, cell: BattleCell): number | null =>
  (cell.state === 'DONE' ? null : chart.risk?.rows[projectId]?.[chart.nodes.findIndex((n) => n.id === cell.nodeId)] ?? null)

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
