import { computed } from 'vue'
import { useQuery } from '@tanstack/vue-query'
import { useRoute, useRouter } from 'vue-router'
import { call } from '@/api/client'
import { useSession } from './session'

/** The year a page is about: the one its address names, otherwise the business year's, otherwise the newest. */
export function useYear() {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const list = useQuery({ queryKey: ['programmes'], queryFn: ({ signal }) => call('GET /api/programmes', { signal }) })
  const years = computed(() => [...(list.data.value ?? [])].sort((a, b) => b.year - a.year))
  const year = computed(() =>
    years.value.find((p) => p.id === route.query.programme) ?? years.value.find((p) => String(p.year) === session.now?.businessDate.slice(0, 4)) ?? years.value[0])
  const choose = (id: string) => void router.replace({ query: { ...route.query, programme: id } })
  return { list, years, year, choose }
}
