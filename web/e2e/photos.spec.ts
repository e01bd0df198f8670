import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { as } from './people'

const PHOTO = fileURLToPath(new URL('../../docs/how/pictures/delivery-agent.png', import.meta.url))

/** Chooses the photo and waits until the platform has it. */
async function attach(page: Page) {
  const received = page.waitForResponse((r) => r.url().includes('/api/evidence') && r.request().method() === 'POST')
  await page.locator('input[type=file]').last().setInputFiles(PHOTO)
  expect((await received).ok()).toBe(true)
}

test('a photo goes with the week, and is counted with the report', async ({ browser }) => {
  const context = await as(browser, 'DELIVERY_AGENT', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const project = (await (await page.request.get(`/api/programmes/${programme.id}/weekly-reports`)).json()).rows[0].projectId
  await page.goto(`/weekly/${project}`)
  await attach(page)
  const answered = page.waitForResponse((r) => r.url().endsWith('/weekly-reports') && r.request().method() === 'POST')
  await page.locator('button.send').click()
  const made = await answered
  expect(made.status()).toBeLessThan(300)
  expect((made.request().postDataJSON() as { evidence: string[] }).evidence).toHaveLength(1)
  await expect(page.locator('.receipt')).toBeVisible()
  await context.close()
})

test('a condition of a gate is stated with a photo, and shows that it has one', async ({ browser }) => {
  const context = await as(browser, 'DELIVERY_AGENT')
  const page = await context.newPage()
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const project = (await (await page.request.get(`/api/programmes/${programme.id}/weekly-reports`)).json()).rows[0].projectId
  await page.goto(`/gates/${project}`)
  await page.getByRole('button', { name: '已具备' }).first().click()
  await attach(page)
  await page.getByRole('dialog').getByLabel('文号或说明').fill('见照片')
  await page.getByRole('dialog').getByRole('button', { name: '已具备', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('附照片或文件 1 份').first()).toBeVisible()
  await context.close()
})
