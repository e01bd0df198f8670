import { QueryClient } from '@tanstack/vue-query'
import { Problem } from '@/api/problem'

/** Answers are kept for half a minute; a refusal is final, silence is asked again once. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 1 && !(error instanceof Problem && error.status > 0 && error.status < 500),
    },
  },
})
