import { reactive, onBeforeUnmount } from 'vue'

/**
 * The platform's news (`/api/events`, server-sent). An event says only what changed; who hears it asks again.
 * `lost` is shown to the reader in words: a screen that no longer hears must not look live.
 */
export const live = reactive<{ state: 'off' | 'joining' | 'on' | 'lost'; heard: number | null }>({ state: 'off', heard: null })

export type News = 'chart' | 'progress'
const KINDS: News[] = ['chart', 'progress']
const listeners = new Map<News, Set<() => void>>(KINDS.map((k) => [k, new Set()]))

let source: EventSource | null = null
let listening = 0
let again: ReturnType<typeof setTimeout> | undefined
let watchdog: ReturnType<typeof setTimeout> | undefined
let pause = 1000

function heard(): void {
  live.state = 'on'
  live.heard = Date.now()
  pause = 1000
  clearTimeout(watchdog)
  watchdog = setTimeout(lost, 40_000) // two heartbeats of 15 s missed
}

function lost(): void {
  live.state = 'lost'
  source?.close()
  source = null
  clearTimeout(watchdog)
  clearTimeout(again)
  if (listening === 0) return
  again = setTimeout(join, pause)
  pause = Math.min(pause * 2, 30_000)
}

function join(): void {
  if (source || listening === 0) return
  const returning = live.state === 'lost'
  if (!returning) live.state = 'joining'
  source = new EventSource('/api/events')
  source.onopen = () => {
    heard()
    if (returning) for (const kind of KINDS) tell(kind) // what happened while nobody listened
  }
  source.onmessage = heard
  source.addEventListener('heartbeat', heard)
  for (const kind of KINDS) {
    source.addEventListener(kind, () => {
      heard()
      tell(kind)
    })
  }
  source.onerror = lost
}

function tell(kind: News): void {
  for (const listener of listeners.get(kind)!) listener()
}

/** Hears a kind of news while the component is on the screen; several at once are told once, within a quarter second. */
export function useNews(kinds: News[], told: () => void): void {
  let gathering: ReturnType<typeof setTimeout> | undefined
  const gather = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      told()
    }, 250)
  }
  for (const kind of kinds) listeners.get(kind)!.add(gather)
  listening++
  join()
  onBeforeUnmount(() => {
    for (const kind of kinds) listeners.get(kind)!.delete(gather)
    clearTimeout(gathering)
    if (--listening === 0) {
      source?.close()
      source = null
      clearTimeout(watchdog)
      clearTimeout(again)
      live.state = 'off'
    }
  })
}
