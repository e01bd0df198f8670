import { computed, onBeforeUnmount, ref } from 'vue'
import { useSession } from '@/app/session'

/** So far the hours of Shanghai are ahead of UTC. */
export const SHANGHAI = 8 * 3_600_000

/** The moment in the office: the business day, which a demo moves, with the hours of Shanghai wherever the screen stands. */
export function useOfficeTime(every = 30_000) {
  const session = useSession()
  const beat = ref(Date.now())
  const beating = setInterval(() => (beat.value = Date.now()), every)
  onBeforeUnmount(() => clearInterval(beating))
  const now = computed(() => (session.now ? Date.parse(`${session.now.businessDate}T${new Date(beat.value + SHANGHAI).toISOString().slice(11, 19)}+08:00`) : beat.value))
  return { now, beat }
}
