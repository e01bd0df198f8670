import { onBeforeUnmount, onMounted } from 'vue'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { call } from '@/api/client'

/** How many notices wait, kept by a stream while the tab is looked at; without one it is asked once a minute. */
export function useUnread() {
  const cache = useQueryClient()
  const unread = useQuery({ queryKey: ['notices', 'unread'], queryFn: ({ signal }) => call('GET /api/notices/unread', { signal }), refetchInterval: 60_000 })
  let source: EventSource | null = null
  const listen = () => {
    source?.close()
    source = null
    if (document.hidden) return
    source = new EventSource('/api/notices/events') // reconnects by itself
    source.addEventListener('notice', () => void cache.invalidateQueries({ queryKey: ['notices'] }))
  }
  onMounted(() => {
    listen()
    document.addEventListener('visibilitychange', listen)
  })
  onBeforeUnmount(() => {
    source?.close()
    document.removeEventListener('visibilitychange', listen)
  })
  return unread
}
