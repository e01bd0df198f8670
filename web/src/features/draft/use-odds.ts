import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { call } from '@/api/client'
import type { Draft } from '@/api/contract'
import { useNews } from '@/api/live'

/** How likely the nodes are now and by the draft; asked for once its edits rest, and again when the forecast is another. */
export function useOdds(draft: () => Draft) {
  const cache = useQueryClient()
  const key = computed(() => ['draft-odds', draft().id, draft().revision])
  const asked = computed(() => draft().edits.length > 0 && !!draft().outcome)
  const query = useQuery({
    queryKey: key, enabled: asked, retry: false,
    queryFn: ({ signal }) => call('GET /api/drafts/{id}/odds', { path: { id: draft().id }, signal }),
  })
  useNews(['chart', 'risk'], () => void cache.invalidateQueries({ queryKey: ['draft-odds'] }))
  return { odds: computed(() => (asked.value ? query.data.value : undefined)), verifying: computed(() => asked.value && query.isFetching.value), error: query.error }
}
