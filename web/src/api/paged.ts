import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import type { Page } from './contract'

/** A cursor-paged list: the rows so far, how many there are in all, and a way to the next page. */
export function usePaged<T>(key: Ref<readonly unknown[]>, fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next ?? undefined,
    placeholderData: (before: { pages: Page<T>[]; pageParams: (string | undefined)[] } | undefined) => before,
  })
  const pages = computed(() => query.data.value?.pages)
  return {
    rows: computed(() => pages.value?.flatMap((p) => p.items)),
    total: computed(() => pages.value?.[0]?.total ?? 0),
    more: query.hasNextPage,
    next: () => void query.fetchNextPage(),
    busy: query.isFetchingNextPage,
    loading: query.isLoading,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
