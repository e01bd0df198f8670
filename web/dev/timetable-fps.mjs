// How fast the timetable scrolls with 16,005 bars (291 projects × 55 activities, all open). Start `npm run dev -- --port 5391` without
// XINGFULI_API, then: XINGFULI_CHROMIUM=/usr/bin/chromium node dev/timetable-fps.mjs http://localhost:5391
import { chromium } from '@playwright/test'

const base = process.argv[2] ?? 'http://localhost:5173'
const browser = await chromium.launch({ executablePath: process.env.XINGFULI_CHROMIUM, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
await page.goto(`${base}/timetable?plan=big`)
await page.waitForSelector('.board canvas', { timeout: 60_000 })
await page.waitForTimeout(2000)
await page.getByRole('button', { name: '全部展开' }).click()
await page.waitForTimeout(1000)
// On a machine that others use too, frames say little; the main thread's own time for a frame (thread ticks) says what the chart costs.
const session = await page.context().newCDPSession(page)
await session.send('Performance.enable', { timeDomain: 'threadTicks' })
const busy = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value * 1000]))
for (const [name, dx, dy] of [['down', 0, 120], ['sideways', 12, 0], ['both', 10, 260]]) {
  const before = await busy()
  const figures = await page.evaluate(async ([dx, dy]) => {
    const box = document.querySelector('.scroller')
    box.scrollTop = 0
    box.scrollLeft = 200
    await new Promise((r) => setTimeout(r, 300))
    const gaps = []
    let last = performance.now()
    const end = last + 5000
    let turn = 1
    while (last < end) {
      box.scrollTop += dy * turn
      box.scrollLeft += dx * turn
      if (box.scrollTop <= 0 || box.scrollTop + box.clientHeight >= box.scrollHeight - 2 || box.scrollLeft + box.clientWidth >= box.scrollWidth - 2 || box.scrollLeft <= 0) turn = -turn
      const now = await new Promise((r) => requestAnimationFrame(r))
      gaps.push(now - last)
      last = now
    }
    gaps.sort((a, b) => a - b)
    return { frames: gaps.length, fps: Math.round((gaps.length / 5) * 10) / 10, p50: gaps[gaps.length >> 1], p95: gaps[Math.floor(gaps.length * 0.95)], rows: document.querySelector('[role=treegrid]').getAttribute('aria-rowcount') }
  }, [dx, dy])
  const after = await busy()
  const each = (what) => Math.round(((after[what] - before[what]) / figures.frames) * 10) / 10
  console.log(name, JSON.stringify({ ...figures, mainThreadMsPerFrame: each('TaskDuration'), ofThatScript: each('ScriptDuration'), style: each('RecalcStyleDuration'), layout: each('LayoutDuration') }))
}
await browser.close()
