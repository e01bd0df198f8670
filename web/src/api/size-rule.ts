import { useQuery } from '@tanstack/vue-query'
import { call } from './client'

/** When something counts as small and easy; the same for estates and projects. */
export function useSizeRule() {
  return useQuery({ queryKey: ['size-rule'], queryFn: ({ signal }) => call('GET /api/size-rule', { signal }), staleTime: 300_000 })
}
