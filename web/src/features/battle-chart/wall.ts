import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Where the picture stands in a minute: a slow walk of at most four points, so that nothing burns into the panel. */
export function drift(minute: number): { x: number; y: number } {
  const walk = [0, 1, 2, 3, 4, 3, 2, 1, 0, -1, -2, -3, -4, -3, -2, -1]
  return { x: walk[minute % walk.length]!, y: walk[(minute * 3 + 5) % walk.length]! }
}

/** Ten in the evening to six in the morning, in the district. */
export function isNight(now: Date): boolean {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' }).format(now))
  return hour >= 22 || hour < 6
}

const LOOK = 5 * 60_000

/** What a screen does that nobody touches: moves a little every minute, dims at night, and takes the new version when there is one. */
export function useUnattended() {
  const at = ref(drift(0))
  const night = ref(isNight(new Date()))
  const now = ref(Date.now())
  let mine: string | null = null
  async function look() {
    try {
      const page = await fetch('/index.html', { cache: 'no-store' })
      if (!page.ok) return
      const text = await page.text()
      if (mine !== null && mine !== text) location.reload()
      mine = text
    } catch {
      // no network; the screen goes on with what it has
    }
  }
  let minute = 0
  let ticking: ReturnType<typeof setInterval> | undefined
  let looking: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    void look()
    ticking = setInterval(() => {
      now.value = Date.now()
      if (Math.floor(now.value / 60_000) === minute) return
      minute = Math.floor(now.value / 60_000)
      at.value = drift(minute)
      night.value = isNight(new Date())
    }, 1000)
    looking = setInterval(() => void look(), LOOK)
  })
  onBeforeUnmount(() => {
    clearInterval(ticking)
    clearInterval(looking)
  })
  return { at, night, now }
}
