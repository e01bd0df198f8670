import { expect, test } from '@playwright/test'
import { as } from './people'

test('a street officer sees only the estates, projects and chart rows of the street', async ({ browser }) => {
  const whole = await as(browser, 'PLANNER')
  const all = await (await whole.request.get('/api/estates?limit=200')).json()
  const own = await as(browser, 'STREET_OFFICER')
  const session = await (await own.request.get('/api/session')).json()
  const street: string = session.appointments[0].area
  const expected = all.items.filter((e: { street: string }) => e.street === street)
  expect(expected.length).toBeGreaterThan(0)
  expect(expected.length).toBeLessThan(all.items.length)

  const page = await own.newPage()
  await page.goto('/estates')
  await expect(page.getByText(`共 ${expected.length} 条`)).toBeVisible()
  const shown = await page.getByRole('table', { name: '小区名册' }).getByRole('row').count()
  expect(shown - 1).toBe(expected.length)

  const chart = await (await own.request.get('/api/battle-chart')).json()
  expect(chart.rows.length).toBeGreaterThan(0)
  expect([...new Set(chart.rows.map((r: { street: string }) => r.street))]).toEqual([street])

  const foreign = all.items.find((e: { street: string }) => e.street !== street)
  await page.goto(`/estates/${foreign.id}`)
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('common.not-found')
  const forbidden = await refusal.innerText()
  await page.goto('/estates/0192f4aa-0000-7000-8000-000000000000')
  await expect(refusal).toContainText('common.not-found')
  expect(await refusal.innerText()).toBe(forbidden)
})
