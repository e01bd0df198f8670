import { expect, test } from '@playwright/test'
import { as } from './people'

/** Pages of a PDF as the browser prints it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

for (const times of [1, 8]) {
  test(`A0 is one sheet for ${50 * times} projects`, async ({ browser }) => {
    const context = await as(browser, 'COMMANDER')
    const page = await context.newPage()
    // The demo has fifty projects; a larger district is the demo's rows so many times over.
    await page.route(/\/api\/battle-chart(\?|$)/, async (route) => {
      const answer = await route.fetch()
      const chart = await answer.json()
      const rows = Array.from({ length: times }, (_, n) => chart.rows.map((r: { projectId: string }) => ({ ...r, projectId: `${r.projectId}/${n}` }))).flat()
      await route.fulfill({ response: answer, json: { ...chart, rows } })
    })
    await page.goto('/battle-chart/print?paper=A0')
    await expect(page.locator('.matrices tbody tr[data-project]')).toHaveCount(50 * times)
    await expect(page.locator('.lower .block')).not.toHaveCount(0)
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1)
    await context.close()
  })
}

test('A3 is one table over several sheets', async ({ browser }) => {
  const context = await as(browser, 'COMMANDER')
  const page = await context.newPage()
  await page.goto('/battle-chart/print')
  await expect(page.locator('.matrices table')).toHaveCount(1)
  await expect(page.locator('.matrices tbody tr[data-project]')).toHaveCount(50)
  await expect(page.locator('.lower .block')).toBeVisible()
  const sheets = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  expect(sheets).toBeGreaterThan(1)
  expect(sheets, 'a chart of fifty projects').toBeLessThanOrEqual(4)
  await context.close()
})

/** What remains of a sheet between its margins of 10 mm, in CSS pixels of 1/96 inch. */
const WIDTH = { A3: 1512, A0: 4418 }
for (const language of ['zh', 'en']) for (const paper of ['A3', 'A0'] as const) {
  test(`nothing on ${paper} stands in a box that would have to be scrolled, ${language}`, async ({ browser }) => {
    const context = await as(browser, 'COMMANDER')
    const page = await context.newPage()
    await page.addInitScript((language) => localStorage.setItem('xingfuli.language', language), language)
    await page.goto(`/battle-chart/print?paper=${paper}`)
    await expect(page.locator('.lower .block').first()).toBeVisible()
    await expect(page.locator('table.league')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: WIDTH[paper], height: 1000 })
    expect(await page.locator('.sheet').evaluate((sheet) => [...sheet.querySelectorAll('*')]
      .filter((box) => getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1 && !box.classList.contains('vh'))
      .map((box) => `${box.className}: ${box.scrollWidth} in ${box.clientWidth}`))).toEqual([])
    await context.close()
  })
}

test('the sheet for a stairwell is one page with a code that opens without an account', async ({ browser }) => {
  const context = await as(browser, 'PLANNER')
  const page = await context.newPage()
  await page.addInitScript(() => { window.print = () => undefined })
  await page.goto('/utilities/notices')
  await page.locator('td .btn.icon').first().click()
  await expect(page.locator('.outage-sheets article .scan path')).toHaveCount(1)
  const address = new URL(await page.locator('.outage-sheets small').last().innerText())
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1) // the sheet goes when it is printed
  await context.close()
  const resident = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const stairwell = await resident.newPage()
  await stairwell.goto(address.pathname)
  await expect(stairwell.locator('.when')).toContainText(/\d{4}年\d{1,2}月\d{1,2}日/)
  await stairwell.getByRole('button', { name: 'English' }).click()
  await expect(stairwell.locator('.when')).toContainText(/\d{1,2} [A-Z][a-z]+ \d{4}/)
  await expect(stairwell).toHaveURL(new RegExp(address.pathname))
  await resident.close()
})
