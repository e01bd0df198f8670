import { expect, test, type Page } from '@playwright/test'
import { as } from './people'

/** The smallest text that is read, as a share of the screen's height; glyphs that a word or a list repeats are left out. */
const smallest = (page: Page) => page.evaluate(() => {
  let least = { share: 1, text: '' }
  for (const el of document.querySelectorAll<HTMLElement>('.wall *')) {
    if (el.closest('[aria-hidden=true], .vh, .reach') || !el.checkVisibility()) continue
    const own = [...el.childNodes].filter((n) => n.nodeType === 3 && n.textContent!.trim()).map((n) => n.textContent!.trim()).join(' ')
    if (!own) continue
    const svg = el.closest('svg') as SVGSVGElement | null
    const drawn = svg && svg.viewBox.baseVal?.width ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : (el as HTMLElement & { currentCSSZoom?: number }).currentCSSZoom ?? 1
    const share = (parseFloat(getComputedStyle(el).fontSize) * drawn) / innerHeight
    if (share < least.share) least = { share, text: own.slice(0, 40) }
  }
  return least
})

/** What of a page's table or cards lies below its foot, in screen pixels. */
const hidden = (page: Page) => page.evaluate(() => Math.max(0, ...[...document.querySelectorAll<HTMLElement>('.wall > .sheet')].map((el) => el.scrollHeight - el.clientHeight)))

const SLIDES = 9
for (const language of ['zh', 'en']) {
  test(`every page of the wall is whole, and as readable at 3840 × 2160 as at 1920 × 1080, in ${language}`, async ({ browser }) => {
    const shares: number[] = []
    for (const [width, height] of [[1920, 1080], [3840, 2160]] as const) {
      const context = await as(browser, 'COMMANDER', { viewport: { width, height } })
      await context.addInitScript((spoken) => { localStorage.setItem('xingfuli.language', spoken) }, language)
      const page = await context.newPage()
      await page.goto('/wall')
      await expect(page.locator('.matrix tbody tr').first()).toBeVisible()
      await page.keyboard.press(' ')
      let least = 1
      for (let i = 0; i < SLIDES; i++) {
        if (process.env.XINGFULI_LOOKS) await page.screenshot({ path: `${process.env.XINGFULI_LOOKS}/wall-${language}-${width}-${i + 1}.png` })
        const found = await smallest(page)
        expect(found.share, `${width}: ${found.text}`).toBeGreaterThanOrEqual(12.95 / 1080)
        least = Math.min(least, found.share)
        expect(await hidden(page), `${width}: page ${i + 1}`).toBeLessThanOrEqual(1)
        await page.keyboard.press('ArrowRight')
      }
      shares.push(least)
      await context.close()
    }
    expect(Math.abs(shares[0]! - shares[1]!)).toBeLessThan(0.0005)
  })
}

test('the wall turns its pages, is held by a key, and says how old its picture is when the network is gone', async ({ browser }) => {
  const context = await as(browser, 'COMMANDER', { viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/wall')
  await expect(page.locator('.matrix tbody tr').first()).toBeVisible()
  const where = () => page.locator('.wall footer .small').textContent()
  const first = await where()
  await page.clock.runFor(31_000)
  await expect.poll(where).not.toBe(first)
  await page.keyboard.press(' ')
  const held = await where()
  await page.clock.runFor(60_000)
  expect(await where()).toBe(held)
  await context.setOffline(true)
  // Minute by minute: an answer on its way when the network went may still come, and counts as heard.
  await expect.poll(async () => {
    await page.clock.runFor(60_000)
    return (await page.locator('.wall .cut').allTextContents()).join()
  }).toMatch(/网络中断.*(?:[2-9]|\d\d) 分钟前/)
  await context.close()
})

test('a screen is let in by a link once, without anybody signed in, and put out at once', async ({ browser }) => {
  const context = await as(browser, 'COMMANDER')
  const page = await context.newPage()
  await page.goto('/command/walls')
  await page.getByRole('button', { name: '签发大屏链接' }).click()
  await page.getByLabel('大屏名称').fill(`东墙 ${Date.now()}`)
  await page.getByRole('dialog').getByRole('button', { name: '签发大屏链接' }).click()
  const link = (await page.locator('.link-out').textContent())!.trim()
  const screen = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const wall = await screen.newPage()
  await wall.goto(link)
  await expect(wall.locator('.matrix tbody tr').first()).toBeVisible()
  expect(wall.url()).not.toContain('#')
  await wall.reload()
  await expect(wall.locator('.matrix tbody tr').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('.screens .btn.danger').first().click()
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).last().click()
  await expect(wall.locator('.door')).toContainText('还没有授权', { timeout: 10_000 })
  await screen.close()
  await context.close()
})
