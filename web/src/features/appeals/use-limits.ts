import type { MaybeRefOrGetter } from 'vue'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { call, newRequestId } from '@/api/client'
import type { NewTimeLimit, PauseReasonRow, TimeLimit, TimeLimits } from '@/api/contract'
import { useWords } from '@/i18n'

/** All time limits and reasons to pause, read when they are needed. */
export const useLimits = (enabled: MaybeRefOrGetter<boolean> = true) => useQuery({ queryKey: ['appeal-time-limits'], enabled, queryFn: ({ signal }) => call('GET /api/appeal-time-limits', { signal }) })

/** What may be done to the time limits; each answers with all of them as they then are. */
export function useLimitActs() {
  const cache = useQueryClient()
  async function shown(act: Promise<TimeLimits>): Promise<TimeLimits> {
    try {
      return await act
    } finally {
      // After a conflict too, so that the screen shows what the colleague made of it; clocks show the flag of their version.
      await Promise.all(['appeal-time-limits', 'appeals'].map((query) => cache.invalidateQueries({ queryKey: [query] })))
    }
  }
  return {
    add: (body: NewTimeLimit) => shown(call('POST /api/appeal-time-limits', { body, requestId: newRequestId() })),
    put: (row: TimeLimit, body: { to: string; assumption: boolean; source: string }, revision: number) => shown(call('PUT /api/appeal-time-limits/{limitCode}/{limitVersion}', { path: { limitCode: row.code, limitVersion: row.version }, body: { effectiveTo: body.to || null, unconfirmed: body.assumption, source: body.source, revision } })),
    takeBack: (row: TimeLimit, previousTo: string | null) => shown(call('DELETE /api/appeal-time-limits/{limitCode}/{limitVersion}', { path: { limitCode: row.code, limitVersion: row.version }, query: { revision: row.revision, previousTo: previousTo || undefined } })),
    pause: (pauseReason: PauseReasonRow['code'], body: { allowed: boolean; assumption: boolean; source: string }, revision: number) => shown(call('PUT /api/appeal-time-limits/pause-reasons/{pauseReason}', { path: { pauseReason }, body: { allowed: body.allowed, unconfirmed: body.assumption, source: body.source, revision } })),
  }
}

/** How versions are said: what they are for, how long, when. */
export function useLimitWords() {
  const { t, locale } = useWords()
  const list = (words: string[]) => words.join(locale.value === 'zh' ? '、' : ', ')
  const amount = (n: number, unit: TimeLimit['unit']) => t(`appeals.rules.limits.amount.${unit}`, { n })
  const scope = (row: Pick<TimeLimit, 'kinds' | 'urgencies' | 'channels'>) =>
    [row.kinds.map((k) => t(`appeals.kind.${k}`)), row.urgencies.map((u) => t(`appeals.urgency.${u}`)), row.channels.map((c) => t(`appeals.channel.${c}`))].filter((words) => words.length).map(list)
  const step = (row: TimeLimit) => t(`appeals.step.${row.step}`)
  const version = (row: TimeLimit) => t('appeals.rules.limits.version', { n: row.version })
  const name = (row: TimeLimit) => [step(row), ...scope(row), version(row)].join(' · ')
  const extension = (row: TimeLimit) => (row.mostExtension == null ? t('appeals.rules.limits.extensionNone') : amount(row.mostExtension, row.unit))
  const warning = (row: TimeLimit) => (row.warnShare != null ? t('appeals.rules.limits.warnShare', { n: row.warnShare }) : row.warnBefore != null && row.warnUnit ? t('appeals.rules.limits.warnBefore', { n: amount(row.warnBefore, row.warnUnit) }) : t('appeals.rules.limits.warnNone'))
  const span = (row: TimeLimit) => (row.effectiveTo ? t('appeals.rules.limits.fromTo', { from: row.effectiveFrom, to: row.effectiveTo }) : t('appeals.rules.limits.from', { from: row.effectiveFrom }))
  return { scope, step, version, name, extension, warning, span }
}
