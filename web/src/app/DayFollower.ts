import { useQueryClient } from '@tanstack/vue-query'
import { defineComponent, onBeforeUnmount } from 'vue'
import { useNews } from '@/api/live'
import { useSession } from './session'

const OFTEN = 10_000

/** Every open screen follows the business date: when it changes, session and screen are read again. Draws nothing. */
export default defineComponent({
  setup() {
    const session = useSession()
    const cache = useQueryClient()
    async function follow() {
      const before = session.now?.businessDate
      try {
        await session.refresh()
      } catch {
        return // silence is shown by whatever asks for more
      }
      if (session.now && session.now.businessDate !== before) await cache.invalidateQueries()
    }
    if (session.may('CHART_READ')) {
      useNews(['day'], () => void follow())
    } else if (session.now?.demo) {
      // Whoever may not hear the platform's news asks; in a real installation midnight comes when nobody looks.
      const asking = setInterval(() => document.visibilityState === 'visible' && void follow(), OFTEN)
      onBeforeUnmount(() => clearInterval(asking))
    }
    return () => null
  },
})
