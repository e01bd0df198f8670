import { useQuery } from '@tanstack/vue-query'
import { call } from '@/api/client'
import type { EstateRow } from '@/api/contract'

/** Every estate one sees, page after page. */
export function useAllEstates() {
  return useQuery({
    queryKey: ['estates', 'all'],
    queryFn: async ({ signal }) => {
      const all: EstateRow[] = []
      let cursor: string | undefined
      do {
        const page = await call('GET /api/estates', { query: { cursor, limit: 200 }, signal })
        all.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor)
      return all
    },
  })
}
