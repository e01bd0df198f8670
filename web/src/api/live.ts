import { onBeforeUnmount, reactive } from 'vue'

/**
 * The platform's news (`/api/events`, server-sent). An event says only what changed; who hears it asks again.
 * `lost` is shown to the reader in words: a screen that no longer hears must not look live.
 *
 * A browser opens few connections to one place, so its tabs share one stream: the tab that holds a lock listens and passes on
 * what it hears; when it closes, the lock goes to another. Where there are no locks (plain http away from localhost) every tab
 * listens for itself.
 */
export const live = reactive<{ state: 'off' | 'joining' | 'on' | 'lost' | 'full'; heard: number | null }>({ state: 'off', heard: null })

export type News = 'chart' | 'risk' | 'progress' | 'day'
/** What tabs say to each other: news; that all is to be read again; that the stream stands, is lost, or was refused; and a newcomer's question. */
type Word = News | 'anything' | 'beat' | 'lost' | 'full' | 'who'

const KINDS: News[] = ['chart', 'risk', 'progress', 'day']
const NAME = 'xingfuli-live'
const SILENCE = 40_000 // two heartbeats of 15 s missed
const listeners = new Map<News, Set<() => void>>(KINDS.map((k) => [k, new Set()]))

let listening = 0
let address = '/api/events'
let channel: BroadcastChannel | null = null
let letGo: (() => void) | null = null
let waiting: AbortController | null = null
let source: EventSource | null = null
let again: ReturnType<typeof setTimeout> | undefined
let watchdog: ReturnType<typeof setTimeout> | undefined
let pause = 1000

function tell(kind: News): void {
  for (const listener of listeners.get(kind)!) listener()
}

function take(word: Word): void {
  if (word === 'who') {
    if (letGo && live.state !== 'joining') channel?.postMessage(live.state === 'on' ? 'beat' : live.state)
    return
  }
  clearTimeout(watchdog)
  watchdog = setTimeout(silent, letGo ? SILENCE : SILENCE + 5000)
  if (word === 'lost' || word === 'full') {
    live.state = word
    return
  }
  live.state = 'on'
  live.heard = Date.now()
  if (word === 'anything') for (const kind of KINDS) tell(kind)
  else if (word !== 'beat') tell(word)
}

function say(word: Word): void {
  take(word)
  channel?.postMessage(word)
}

/** Nothing for too long: the stream is dead, or the tab that listens for us is. */
function silent(): void {
  if (letGo) lose()
  else if (live.state === 'full') return
  else {
    live.state = 'lost'
    waiting?.abort()
    askToLead(true)
  }
}

// ---------------------------------------------------------------- the tab that listens

function lose(): void {
  shut()
  say('lost')
  clearTimeout(watchdog)
  again = setTimeout(join, pause)
  pause = Math.min(pause * 2, 30_000)
}

function shut(): void {
  source?.close()
  source = null
  clearTimeout(again)
}

function join(): void {
  shut()
  source = new EventSource(address)
  source.onopen = () => {
    pause = 1000
    say('anything') // what happened before anybody listened
  }
  source.addEventListener('heartbeat', () => say('beat'))
  for (const kind of [...KINDS, 'anything'] as const) source.addEventListener(kind, () => say(kind))
  source.addEventListener('end', (event) => ended((event as MessageEvent<string>).data))
  source.onerror = lose
}

function ended(reason: string): void {
  if (reason !== 'TOO_MANY') {
    if (reason !== 'STOPPING') say('anything') // asking again says what the person may still do
    lose()
    return
  }
  shut()
  say('full')
  clearTimeout(watchdog)
  document.addEventListener('visibilitychange', () => letGo && live.state === 'full' && join(), { once: true })
}

// ---------------------------------------------------------------- which tab that is

function askToLead(steal = false): void {
  waiting = new AbortController()
  let mine = false
  const held = navigator.locks.request(NAME, steal ? { steal: true } : { signal: waiting.signal }, () =>
    new Promise<void>((release) => {
      if (listening === 0) return release()
      mine = true
      letGo = release
      join()
    }))
  held.catch(() => {
    if (!mine || listening === 0) return // we gave up waiting
    letGo = null // a tab that heard nothing from us took it
    shut()
    askToLead()
  })
}

function start(): void {
  live.state = 'joining'
  if (typeof BroadcastChannel !== 'function' || !navigator.locks) {
    letGo = () => {}
    join()
    return
  }
  channel = new BroadcastChannel(NAME)
  channel.onmessage = (event: MessageEvent<Word>) => take(event.data)
  channel.postMessage('who' satisfies Word)
  watchdog = setTimeout(silent, SILENCE)
  askToLead()
}

function stop(): void {
  shut()
  clearTimeout(watchdog)
  letGo?.()
  letGo = null
  waiting?.abort()
  waiting = null
  channel?.close()
  channel = null
  pause = 1000
  live.state = 'off'
}

/** A screen of its own hears elsewhere; said before anybody listens. */
export function hearAt(path: string): void {
  address = path
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
  if (listening++ === 0) start()
  onBeforeUnmount(() => {
    for (const kind of kinds) listeners.get(kind)!.delete(gather)
    clearTimeout(gathering)
    if (--listening === 0) stop()
  })
}
