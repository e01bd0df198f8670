import { expect, test } from '@playwright/test'
import { as } from './people'

// A delivery agent's week on a phone: every figure as last reported, two of them touched, one problem, one tap. The minute is measured.
test('a delivery agent reports the week on a phone in less than a minute, and the platform says that it has it', async ({ browser }) => {
  const context = await as(browser, 'DELIVERY_AGENT', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const begun = Date.now()
  await page.goto(`/weekly?programme=${programme.id}`)
  await page.locator('tbody .btn').first().tap()
  await expect(page.locator('.lines li').first()).toBeVisible()
  const first = page.locator('.lines li').first()
  const before = Number(await first.locator('.figure input').inputValue())
  await first.locator('.stepper').first().locator('button').last().tap()
  await expect(first.locator('.figure input')).toHaveValue(String(Math.min(100, before + 5)))
  await first.locator('.lost button').last().tap()
  await page.locator('.send').tap()
  await expect(page.locator('.bad').first(), 'a lost day asks for its reason').toBeVisible()
  await first.locator('.chips label').first().tap()
  // The draft survives a closed page.
  await page.reload()
  await expect(page.locator('.lines li').first().locator('.figure input')).toHaveValue(String(Math.min(100, before + 5)))
  await page.locator('.need label').last().tap()
  await page.locator('.more input.input').fill('燃气会签未齐')
  await page.locator('.more .chips').last().locator('label').nth(1).tap()
  await page.locator('.send').tap()
  await expect(page.locator('.receipt')).toBeVisible()
  expect(Date.now() - begun, 'milliseconds from the list to the receipt').toBeLessThan(60_000)
  // Every target a finger has to hit is large enough.
  for (const target of await page.locator('.lines button, .chips label').all()) {
    const box = await target.boundingBox()
    if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  }
  await page.goto(`/weekly?programme=${programme.id}`)
  await expect(page.locator('tbody tr').first().locator('.chip.on')).toBeVisible()
  await context.close()
})

test('without an answer a week waits on the phone, says so, and counts once when the platform answers again', async ({ browser }) => {
  const context = await as(browser, 'DELIVERY_AGENT', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const project = (await (await page.request.get(`/api/programmes/${programme.id}/weekly-reports`)).json()).rows[0].projectId
  const made = async () => (await (await page.request.get(`/api/projects/${project}/weekly-report`)).json()).reports.length
  await page.goto(`/weekly/${project}`)
  await expect(page.locator('.send')).toBeVisible()
  const count = await made()
  // The platform takes it, but its answer is lost on the way.
  let lost = 0
  await page.route('**/weekly-reports', async (route) => {
    if (route.request().method() !== 'POST' || lost >= 2) return route.continue()
    lost++
    await route.fetch()
    await route.abort()
  })
  await page.locator('.more textarea').fill('离线报送')
  await page.locator('.send').tap()
  await expect(page.locator('.state.unknown')).toBeVisible()
  await expect(page.locator('.receipt')).toHaveCount(0)
  await page.reload() // the draft is sent again under the same request id
  await expect(page.locator('.receipt')).toBeVisible()
  expect(await made()).toBe(count + 1)
  await context.close()
})

test('a week that got no answer before Monday is offered as what it is, and sent for its own week', async ({ browser }) => {
  const context = await as(browser, 'DELIVERY_AGENT', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const project = (await (await page.request.get(`/api/programmes/${programme.id}/weekly-reports`)).json()).rows[0].projectId
  const asked = async () => await (await page.request.get(`/api/projects/${project}/weekly-report`)).json() as { week: string; reports: { week: string; note: string }[] }
  const { week, reports } = await asked()
  const note = `周日地下室报的 ${Date.now()}`
  await page.goto(`/weekly/${project}`)
  await page.route('**/weekly-reports', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.locator('.more textarea').fill(note)
  await page.locator('.send').tap()
  await expect(page.locator('.state.unknown')).toBeVisible()

  // Monday has come: the platform asks for the week after.
  const next = new Date(Date.parse(week) + 7 * 864e5).toISOString().slice(0, 10)
  await page.route('**/weekly-report', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...await answer.json(), week: next } })
  })
  await page.unroute('**/weekly-reports')
  await page.reload()
  const card = page.locator('.overdue')
  await expect(card).toContainText(`${week.slice(5)} 起一周的周报`)
  await expect(page.locator('.more textarea'), 'the new week begins empty').toHaveValue('')
  const answered = page.waitForResponse((r) => r.url().endsWith('/weekly-reports') && r.request().method() === 'POST')
  await card.locator('.btn.primary').tap()
  expect((await (await answered).json()).week).toBe(week)
  await expect(card).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.send')).toBeVisible()
  await expect(card, 'counted once, and offered no more').toHaveCount(0)
  const after = (await asked()).reports
  expect(after).toHaveLength(reports.length + 1)
  expect(after.find((r) => r.note === note)?.week).toBe(week)
  await context.close()
})
