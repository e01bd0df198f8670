import { expect, test } from '@playwright/test'
import type { BattleChart, RiskView } from '@/api/contract'
import { as } from './people'

// A slip arrives: the chart's probability falls beside the state, the page of node risk says by what and what would help.
test('a slip lowers the probability of its node on the chart and on the page of node risk', async ({ browser }) => {
  const context = await as(browser, 'PLANNER')
  const page = await context.newPage()
  const chart = async (): Promise<BattleChart> => (await page.request.get('/api/battle-chart')).json()
  await expect.poll(async () => (await chart()).risk?.current, { timeout: 60_000 }).toBe(true)
  const before = await chart()
  // The roofs of a project that is likely on time and not reached.
  const at = before.nodes.findIndex((n) => n.code === 'M3')
  const node = before.nodes[at]!
  const row = before.rows.find((r) => r.cells.find((c) => c.nodeId === node.id)?.state === 'ON_TIME' && (before.risk!.rows[r.projectId]![at] ?? 0) > 0.6)!
  const was = before.risk!.rows[row.projectId]![at]!
  const programme = before.programme.id
  const page1: RiskView = await (await page.request.get(`/api/programmes/${programme}/risk?node=${node.id}`)).json()
  const timetable = await (await page.request.get(`/api/programmes/${programme}/timetable?project=${row.projectId}`)).json()
  const roof = timetable.activities.find((a: { code: string; percent: number }) => a.code === 'R06' && a.percent < 100)

  await page.goto(`/battle-chart?programme=${programme}`)
  const cell = page.locator(`[data-project="${row.projectId}"]`).getByRole('gridcell', { name: new RegExp(`${node.name.zh}，.*P ${was.toFixed(2).slice(0, 3)}`) })
  await expect(cell).toBeVisible()
  const token = (await context.cookies()).find((c) => c.name === 'XSRF-TOKEN')?.value ?? ''
  const said = await page.request.post(`/api/activities/${roof.id}/progress-reports`, { data: { percent: roof.percent, daysLost: 12, reason: 'RAIN', note: '连雨' }, headers: { 'X-XSRF-TOKEN': token } })
  expect(said.status(), await said.text()).toBeLessThan(300)
  await expect.poll(async () => { const now = await chart(); return now.risk?.current ? now.risk.rows[row.projectId]![at]! : 2 }, { timeout: 60_000 }).toBeLessThan(was - 0.1)
  await expect(cell).toBeHidden({ timeout: 30_000 }) // without a reload: the stream told of it

  await page.goto(`/risk?programme=${programme}&node=${node.id}`)
  const mean = page.getByTestId('mean')
  await expect(mean).toBeVisible()
  const now: RiskView = await (await page.request.get(`/api/programmes/${programme}/risk?node=${node.id}`)).json()
  const of = (view: RiskView) => view.nodes.find((n) => n.id === node.id)!
  expect(of(now).mean!).toBeLessThan(of(page1).mean!)
  // A joint probability is never above its weakest part.
  expect(of(now).all!).toBeLessThanOrEqual(Math.min(...now.chosen!.projects.map((p) => p.probability)) + 1e-9)
  await page.goto(`/risk?programme=${programme}&node=${node.id}&project=${row.projectId}`)
  await expect(page.getByText('这个项目按期到达该节点的概率。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '推演的假设' })).toBeVisible()
  await expect(page.getByText('待确认').first()).toBeVisible()
  await context.close()
})
