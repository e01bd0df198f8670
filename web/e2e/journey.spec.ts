import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { BattleChart, Plan, RiskView, Timetable } from '@/api/contract'
import { as } from './people'

// The planner's whole way: a slip arrives, the probability falls, a cure of two crews is tried, verified and adopted, and the new
// frozen plan stands on the chart.
test('a slip is mended by two more crews from the cure: tried, verified, adopted and on the chart', async ({ browser }) => {
  test.setTimeout(240_000)
  const context = await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const year = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const read = async <T>(path: string): Promise<T> => (await page.request.get(path)).json()
  const chart = () => read<BattleChart>(`/api/battle-chart?programme=${year.id}`)
  const frozen = async () => (await read<Plan[]>(`/api/programmes/${year.id}/plans`)).find((p) => p.state === 'FROZEN')!
  const settled = () => expect.poll(async () => (await chart()).risk?.current, { timeout: 90_000 }).toBe(true)
  await page.goto(`/battle-chart?programme=${year.id}`)
  await settled()

  // A running activity of a small estate, whose node still has a chance.
  const before = await chart()
  const column = before.nodes.findIndex((n) => n.code === 'M4')
  const node = before.nodes[column]!
  const risk = () => read<RiskView>(`/api/programmes/${year.id}/risk?node=${node.id}`)
  const mean = (view: RiskView) => view.nodes.find((n) => n.id === node.id)!.mean!
  const was = mean(await risk())
  const likely = (chart: BattleChart, project: string) => chart.risk!.rows[project]?.[column] ?? 0
  const table = await read<Timetable>(`/api/programmes/${year.id}/timetable`)
  const running = table.activities.filter((a) => a.started && a.percent < 100 && likely(before, a.projectId) > 0.2)
    .sort((a, b) => a.float - b.float || likely(before, b.projectId) - likely(before, a.projectId))
  expect(running.length, 'the demo has a running activity in a small estate').toBeGreaterThan(0)
  const slipping = running[0]!

  // The slip, in the dialog a site reports with; the chart beside hears of it by itself.
  const live = await context.newPage()
  await live.goto(`/battle-chart?programme=${year.id}`)
  const p = likely(before, slipping.projectId).toFixed(2)
  const cell = live.locator(`[data-project="${slipping.projectId}"]`).getByRole('gridcell', { name: new RegExp(`${node.name.zh}，.*P ${p}`) })
  await expect(cell).toBeVisible()
  await page.goto(`/timetable?programme=${year.id}&focus=${slipping.id}`)
  await page.getByRole('button', { name: '报进度' }).first().click()
  const report = page.getByRole('dialog')
  await report.getByLabel('停工天数', { exact: true }).fill('15')
  await report.getByText('雨停').click()
  await report.getByLabel(/说明/).fill('连续降雨')
  await report.getByRole('button', { name: '发送' }).click()
  await expect(report).toContainText('平台已收到')
  await expect(cell).toBeHidden({ timeout: 60_000 })
  await settled()
  expect(likely(await chart(), slipping.projectId)).toBeLessThan(likely(before, slipping.projectId) - 0.05)
  const slipped = mean(await risk())
  expect(slipped).toBeLessThan(was)

  // What would help: two more crews, tried as a draft from the list of cures.
  await expect.poll(async () => (await risk()).chosen?.curesTried, { timeout: 90_000 }).toBe(true)
  const cure = (await risk()).chosen!.cures.find((c) => c.kind === 'CREW' && c.edits[0]?.number === 2 && c.gain > 0.02)!
  expect(cure, 'two crews of one kind help the small estates').toBeTruthy()
  await page.goto(`/risk?programme=${year.id}&node=${node.id}`)
  await page.getByRole('row', { name: new RegExp(cure.words.zh) }).getByRole('button', { name: '试排' }).click()
  const band = page.getByRole('region', { name: '草案结果' })
  await expect(band).toContainText(`草案：${cure.words.zh}`)
  await expect(band).toContainText('概率已复核', { timeout: 60_000 })
  const verified = band.getByTestId('odds').filter({ hasText: `M4 ${node.name.zh}` })
  await expect(verified).toContainText(`P ${slipped.toFixed(2)}→`)
  const said = Number((await verified.textContent())!.split('→')[1])
  expect(said).toBeGreaterThan(slipped + 0.02)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog', { name: '与现状的差异' })).toContainText('节点按期概率（已复核）')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')

  // Adopted: the next frozen plan, on the chart and in its probabilities.
  const version = (await frozen()).version
  await band.getByRole('button', { name: '采用草案' }).click()
  const adopt = page.getByRole('dialog', { name: '采用草案' })
  await adopt.getByLabel('采用理由').fill('雨停 15 天，增派两支班组追回')
  await adopt.getByRole('button', { name: '采用并冻结' }).click()
  await expect(page.getByText(`已冻结第 ${version + 1} 版`)).toBeVisible()
  const plan = await frozen()
  expect(plan.version).toBe(version + 1)
  expect(plan.note).toBe('雨停 15 天，增派两支班组追回')
  await settled()
  await expect.poll(async () => mean(await risk()).toFixed(2), { timeout: 90_000, message: 'the risk of the adopted plan is what the draft said' }).toBe(said.toFixed(2))
  const now = likely(await chart(), slipping.projectId).toFixed(2)
  await expect(live.locator(`[data-project="${slipping.projectId}"]`).getByRole('gridcell', { name: new RegExp(`${node.name.zh}，.*P ${now}`) })).toBeVisible({ timeout: 60_000 })
  await context.close()
})
