import { expect, test, type Page } from '@playwright/test'
import type { Draft, Timetable } from '@/api/contract'
import { as } from '../e2e/people'

// How many frames a second the timetable paints with very many bars, every row open, and baseline ghosts, the critical chain, links,
// crew load and a draft's bars all shown: `./xingfuli bench frames`. Beside it, in the same run and the same browser, an empty page,
// which shows what the machine can do at most.
const BARS = Number(process.env.XINGFULI_BARS ?? 16_000)
const SECONDS = Number(process.env.XINGFULI_SECONDS ?? 6)

interface Frames { perSecond: number; p95: number; longest: number }
type Motion = 'nothing' | 'rows' | 'days' | 'both' | 'zoom'

/** Moves the board a little in each frame, as a hand on a wheel does, and counts the frames. */
function moving(page: Page, motion: Motion): Promise<Frames> {
  return page.evaluate(([motion, seconds]) => new Promise<Frames>((done) => {
    const scroller = document.querySelector<HTMLElement>('.scroller')
    const times: number[] = []
    let down = 31
    let aside = 17
    const move = () => {
      if (!scroller || motion === 'nothing') return
      if (motion === 'rows' || motion === 'both') {
        const top = scroller.scrollTop
        scroller.scrollTop += down
        if (scroller.scrollTop === top) down = -down
      }
      if (motion === 'days' || motion === 'both') {
        const left = scroller.scrollLeft
        scroller.scrollLeft += aside
        if (scroller.scrollLeft === left) aside = -aside
      }
      if (motion === 'zoom') {
        const box = scroller.getBoundingClientRect()
        const deltaY = Math.floor(times.length / 60) % 2 ? 6 : -6
        scroller.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY, clientX: box.left + box.width / 2, clientY: box.top + 50, bubbles: true, cancelable: true }))
      }
    }
    const frame = (now: number) => {
      times.push(now)
      if (now - times[0]! < seconds * 1000) {
        move()
        requestAnimationFrame(frame)
        return
      }
      const each = times.slice(1).map((t, i) => t - times[i]!).sort((a, b) => a - b)
      done({ perSecond: (times.length - 1) * 1000 / (now - times[0]!), p95: each[Math.floor(each.length * 0.95)]!, longest: each.at(-1)! })
    }
    requestAnimationFrame(frame)
  }), [motion, SECONDS] as const)
}

/** An activity in the middle of all of them that a draft may move. */
function movable(timetable: Timetable): string {
  const free = timetable.activities.filter((a) => !a.started && a.state !== 'DONE' && a.start > timetable.dataDate! && a.finish > a.start)
  return free[Math.floor(free.length / 2)]!.id
}

/** Where the bar of an activity can be taken. */
async function grip(page: Page, activity: string): Promise<[x: number, y: number]> {
  const at = new URL(page.url())
  at.searchParams.set('focus', activity)
  await page.goto(at.href)
  const row = page.locator('[role=row][aria-selected=true]')
  await expect(row).toBeVisible({ timeout: 60_000 })
  const { y, height } = (await row.boundingBox())!
  const { x, width } = (await page.locator('.scroller').boundingBox())!
  for (let right = 4; right < width - 20; right += 6) {
    await page.mouse.move(x + right, y + height / 2)
    if (await page.locator('.scroller').evaluate((s) => (s as HTMLElement).style.cursor === 'ew-resize')) return [x + right + 3, y + height / 2]
  }
  throw new Error(`the bar of ${activity} is not where its row is`)
}

/** A bar held by the pointer and moved day by day, with what waits for it. */
async function dragging(page: Page, x: number, y: number): Promise<Frames> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counted = moving(page, 'nothing')
  const until = Date.now() + SECONDS * 1000
  for (let i = 0; Date.now() < until; i++) await page.mouse.move(x + 60 + 50 * Math.sin(i / 9), y)
  const frames = await counted
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return frames
}

/** The demo's own year, as often as it takes: every copy with its own projects, bars and links, and the crews shared by all. */
function multiplied(year: Timetable, draft: Draft): { timetable: Timetable; draft: Draft } {
  const copies = Math.ceil(BARS / year.activities.length)
  const each = <T>(list: T[], renamed: (of: T, k: number) => T) => Array.from({ length: copies }, (_, k) => list.map((of) => (k === 0 ? of : renamed(of, k)))).flat()
  return {
    timetable: {
      ...year,
      projects: each(year.projects, (p, k) => ({ ...p, id: `${p.id}-${k}`, code: `${p.code}-${k}`, name: `${p.name}${k}` })),
      activities: each(year.activities, (a, k) => ({ ...a, id: `${a.id}-${k}`, projectId: `${a.projectId}-${k}` })),
      links: each(year.links, (l, k) => ({ ...l, from: `${l.from}-${k}`, to: `${l.to}-${k}` })),
    },
    draft: { ...draft, outcome: draft.outcome && { ...draft.outcome, activities: each(draft.outcome.activities, (a, k) => ({ ...a, id: `${a.id}-${k}` })) } },
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`frames a second, ${theme}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const page = await (await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 }, colorScheme: theme })).newPage()
    await page.goto('about:blank')
    const empty = await moving(page, 'nothing')

    await page.goto('/')
    const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
    const year: Timetable = await (await page.request.get(`/api/programmes/${programme.id}/timetable`)).json()
    const token = (await page.context().cookies()).find((c) => c.name === 'XSRF-TOKEN')?.value ?? ''
    const send = async (path: string, data: object) => (await page.request.post(path, { data, headers: { 'X-XSRF-TOKEN': token } })).json()
    const begun: Draft = await send(`/api/programmes/${programme.id}/drafts`, { name: `雨一周 ${theme}`, edits: [{ kind: 'RAIN', from: plus(year.dataDate!, 10), until: plus(year.dataDate!, 16) }] })
    expect(begun.outcome?.activities.length, 'a week of rain moves many bars').toBeGreaterThan(100)
    const many = multiplied(year, begun)
    await page.route((url) => url.pathname === `/api/programmes/${programme.id}/timetable`, (route) => route.fulfill({ json: many.timetable }))
    await page.route((url) => url.pathname === `/api/drafts/${begun.id}`, (route) => route.request().method() === 'GET' ? route.fulfill({ json: many.draft }) : route.continue())

    await page.goto(`/timetable?programme=${programme.id}&draft=${begun.id}`)
    await expect(page.getByRole('region', { name: '草案结果' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: '全部展开' }).click()
    const rows = () => page.locator('.scroller > .sizer').evaluate((s) => s.getBoundingClientRect().height / 26)
    await expect.poll(rows, { timeout: 60_000 }).toBeGreaterThan(many.timetable.activities.length)
    await page.locator('.scroller').evaluate((s) => (s.scrollTop = 3_000))
    await page.waitForTimeout(1_000)

    const measured: Record<string, Frames> = { 'empty page': empty }
    for (const motion of ['rows', 'days', 'both', 'zoom'] as const) measured[motion] = await moving(page, motion)
    measured.drag = await dragging(page, ...(await grip(page, movable(many.timetable))))
    console.log(`${many.timetable.activities.length} bars, ${many.timetable.links.length} links, ${many.draft.outcome!.activities.length} moved by the draft, ${theme}`)
    for (const [name, f] of Object.entries(measured)) console.log(`${name.padEnd(12)} ${f.perSecond.toFixed(1).padStart(6)} frames/s  95 % ${f.p95.toFixed(1).padStart(5)} ms  longest ${f.longest.toFixed(1).padStart(6)} ms`)
    console.log(JSON.stringify({ bars: many.timetable.activities.length, theme, ...measured }))
    expect(Math.min(...Object.entries(measured).filter(([name]) => name !== 'empty page').map(([, f]) => f.perSecond))).toBeGreaterThanOrEqual(50)
  })
}

function plus(iso: string, days: number): string {
  const at = new Date(`${iso}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
