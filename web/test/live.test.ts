import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, type App } from 'vue'

// Tabs of one browser: each has the module for itself, all share one channel and one lock.
type Held = { release: () => void; fail: (why: unknown) => void }
let streams: FakeStream[] = []
let holder: Held | null = null
let queue: (() => void)[] = []
let channels: FakeChannel[] = []

class FakeStream extends EventTarget {
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  closed = false
  constructor(readonly address: string) {
    super()
    streams.push(this)
  }
  close() {
    this.closed = true
  }
  says(kind: string, data = '') {
    this.dispatchEvent(new MessageEvent(kind, { data }))
  }
}
class FakeChannel {
  onmessage: ((event: MessageEvent) => void) | null = null
  constructor() {
    channels.push(this)
  }
  postMessage(data: unknown) {
    for (const other of channels) if (other !== this) other.onmessage?.(new MessageEvent('message', { data }))
  }
  close() {
    channels = channels.filter((c) => c !== this)
  }
}
const locks = {
  request(_name: string, how: { signal?: AbortSignal; steal?: boolean }, work: () => Promise<void>) {
    return new Promise<void>((resolve, reject) => {
      const grant = () => {
        const mine: Held = { release: resolve, fail: reject }
        holder = mine
        void work().then(() => {
          if (holder === mine) {
            holder = null
            queue.shift()?.()
          }
          resolve()
        })
      }
      if (how.steal) {
        holder?.fail(new Error('stolen'))
        grant()
      } else if (holder) {
        queue.push(grant)
        how.signal?.addEventListener('abort', () => {
          queue = queue.filter((q) => q !== grant)
          reject(new Error('aborted'))
        })
      } else grant()
    })
  },
}

type Tab = { live: { state: string }; told: ReturnType<typeof vi.fn>; app: App }
async function tab(): Promise<Tab> {
  vi.resetModules()
  const { live, useNews } = await import('../src/api/live')
  const told = vi.fn()
  const app = createApp({ setup: () => (useNews(['chart'], told), () => null) })
  app.mount(document.createElement('div'))
  return { live, told, app }
}
const open = () => streams.filter((s) => !s.closed)
const settle = () => vi.advanceTimersByTimeAsync(300)

describe('news in several tabs', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    streams = []
    holder = null
    queue = []
    channels = []
    vi.stubGlobal('EventSource', FakeStream)
    vi.stubGlobal('BroadcastChannel', FakeChannel)
    vi.stubGlobal('navigator', { locks })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('comes over one stream and reaches every tab', async () => {
    const [a, b, c] = [await tab(), await tab(), await tab()]
    expect(streams).toHaveLength(1)
    streams[0]!.onopen!()
    await settle()
    for (const t of [a, b, c]) t.told.mockClear()
    streams[0]!.says('chart')
    await settle()
    for (const t of [a, b, c]) {
      expect(t.told).toHaveBeenCalledTimes(1)
      expect(t.live.state).toBe('on')
    }
  })

  it('goes on in another tab when the one that listened closes', async () => {
    const [a, b] = [await tab(), await tab()]
    streams[0]!.onopen!()
    a.app.unmount()
    await settle()
    expect(open()).toHaveLength(1)
    open()[0]!.onopen!()
    open()[0]!.says('chart')
    await settle()
    expect(b.told).toHaveBeenCalled()
    expect(a.live.state).toBe('off')
  })

  it('tells a newcomer at once how the stream stands', async () => {
    await tab()
    streams[0]!.onopen!()
    const late = await tab()
    expect(late.live.state).toBe('on')
  })

  it('says in every tab that the stream is lost, and comes back', async () => {
    const [a, b] = [await tab(), await tab()]
    streams[0]!.onopen!()
    streams[0]!.onerror!()
    expect([a.live.state, b.live.state]).toEqual(['lost', 'lost'])
    await vi.advanceTimersByTimeAsync(1100)
    open()[0]!.onopen!()
    await settle()
    expect([a.live.state, b.live.state]).toEqual(['on', 'on'])
    expect(b.told).toHaveBeenCalled()
  })

  it('is taken over when the listening tab is frozen', async () => {
    await tab()
    streams[0]!.onopen!()
    const b = await tab()
    channels[0]!.postMessage = () => {} // frozen: it says nothing any more
    await vi.advanceTimersByTimeAsync(46_000)
    expect(open().length).toBeGreaterThanOrEqual(1)
    open().at(-1)!.onopen!()
    expect(b.live.state).toBe('on')
  })

  it('stops when the person has too many, until the tab is looked at again', async () => {
    const a = await tab()
    streams[0]!.onopen!()
    streams[0]!.says('end', 'TOO_MANY')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(a.live.state).toBe('full')
    expect(streams).toHaveLength(1)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(open()).toHaveLength(1)
  })

  it('makes every tab ask again when the right has ended', async () => {
    const [a, b] = [await tab(), await tab()]
    streams[0]!.onopen!()
    await settle()
    a.told.mockClear()
    b.told.mockClear()
    streams[0]!.says('end', 'NO_RIGHT')
    await settle()
    expect(a.told).toHaveBeenCalledTimes(1)
    expect(b.told).toHaveBeenCalledTimes(1)
    expect(a.live.state).toBe('lost')
  })

  it('comes to each tab by itself where there are no locks', async () => {
    vi.stubGlobal('navigator', {})
    const [a, b] = [await tab(), await tab()]
    expect(open()).toHaveLength(2)
    a.app.unmount()
    b.app.unmount()
    expect(open()).toHaveLength(0)
  })
})
