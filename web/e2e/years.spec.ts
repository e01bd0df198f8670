import { expect, test, type Page } from '@playwright/test'
import { as } from './people'

const json = async (page: Page, path: string) => (await page.request.get(path)).json()
const choose = (page: Page, year: string) => page.locator('select.year').selectOption({ label: year })

test('another year on the chart and on the command pages brings its figures, and the address keeps it', async ({ browser }) => {
  const context = await as(browser, 'PLANNER')
  const page = await context.newPage()
  const years = await json(page, '/api/programmes') as { id: string; year: number; name: string }[]
  const [before, now] = [2021, 2022].map((year) => years.find((y) => y.year === year)!)
  const chart = async (id: string) => await json(page, `/api/battle-chart?programme=${id}`) as { rows: unknown[]; nodes: unknown[] }
  const summary = ({ rows, nodes }: Awaited<ReturnType<typeof chart>>) => `${rows.length} 个项目 × ${nodes.length} 个节点`
  const sums = await Promise.all([before!, now!].map(async (y) => summary(await chart(y.id))))
  expect(sums[0], 'the demo has years that differ').not.toBe(sums[1])

  await page.goto('/battle-chart')
  await expect(page.getByText(`${now!.name} · ${sums[1]}`)).toBeVisible()
  await choose(page, '2021')
  await expect(page.getByText(`${before!.name} · ${sums[0]}`)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`programme=${before!.id}`))
  await page.reload()
  await expect(page.getByText(`${before!.name} · ${sums[0]}`)).toBeVisible()
  await expect(page.locator('select.year')).toHaveValue(before!.id)

  const projects = async (id: string) => String((await json(page, `/api/command/league?programme=${id}`)).streets.reduce((n: number, s: { projects: number }) => n + s.projects, 0))
  const counts = await Promise.all([before!, now!].map((y) => projects(y.id)))
  expect(counts[0]).not.toBe(counts[1])
  await page.goto('/command/league')
  const whole = page.locator('.league .whole td').last()
  await expect(whole).toHaveText(counts[1]!)
  await choose(page, '2021')
  await expect(whole).toHaveText(counts[0]!)
  await page.getByRole('navigation', { name: '内容' }).getByRole('link').first().click() // the year goes along to the other pages
  await expect(page).toHaveURL(new RegExp(`/command/causes\\?programme=${before!.id}`))
  await page.goBack()
  await expect(whole).toHaveText(counts[0]!)
  await context.close()
})

test('who does not read budgets sees indices and shares on the value page, and no amount', async ({ browser }) => {
  for (const [role, amounts] of [['SUPERVISOR', false], ['DELIVERY_AGENT', true]] as const) {
    const context = await as(browser, role)
    const page = await context.newPage()
    const { id } = (await json(page, '/api/programmes')).find((p: { year: number }) => p.year === 2022)
    await page.goto(`/value?programme=${id}`)
    await expect(page.getByText('SPI = 挣值 ÷ 计划值')).toBeVisible()
    const main = page.locator('main')
    await (amounts ? expect(main) : expect(main).not).toContainText('万元')
    await expect(page.getByRole('link', { name: /Excel/ })).toHaveCount(amounts ? 1 : 0)
    await context.close()
  }
})
