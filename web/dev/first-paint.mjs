// First paint of the battle chart in a real browser: XINGFULI_NAME=… XINGFULI_PASSWORD=… node dev/first-paint.mjs http://localhost:8080
// Prints one line of JSON: seconds from the request to the first paint, to the rows of the first screen in the document, and to a frame in which the
// page rests, each the median of five cold visits; and frames a second while the chart scrolls.
import { chromium } from '@playwright/test'

const base = process.argv[2]
const browser = await chromium.launch({ executablePath: process.env.XINGFULI_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
await context.request.get(`${base}/api/platform`)
const token = (await context.cookies()).find((c) => c.name === 'XSRF-TOKEN')?.value ?? ''
const signed = await context.request.post(`${base}/api/session`, { data: { signInName: process.env.XINGFULI_NAME, password: process.env.XINGFULI_PASSWORD }, headers: { 'X-XSRF-TOKEN': token } })
if (!signed.ok()) throw new Error(`sign-in answered ${signed.status()}`)
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const seen = { paint: [], rows: [] }
let fps = 0
for (let visit = 0; visit < 5; visit++) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const begun = performance.now()
  await page.goto(`${base}/battle-chart`, { waitUntil: 'commit' })
  await page.waitForSelector('.matrix tr[data-project]')
  seen.rows.push((performance.now() - begun) / 1000)
  seen.paint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN) / 1000)
  if (visit === 4) {
    fps = await page.evaluate(async () => {
      let frames = 0
      const end = performance.now() + 3000
      while (performance.now() < end) {
        scrollBy(0, 120)
        await new Promise((r) => requestAnimationFrame(r))
        frames++
      }
      return frames / 3
    })
  }
  await page.close()
}
await browser.close()
console.log(JSON.stringify({ firstPaintSeconds: median(seen.paint), firstRowsSeconds: median(seen.rows), framesPerSecond: Math.round(fps) }))
