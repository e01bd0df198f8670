import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { BattleChart, NodeFailure } from '@/api/contract'
import { as } from './people'

// A red cell: why its node cannot be kept, in facts of which none can be left out, and what would keep it.
test('a node that fails is explained by facts in Chinese and English, and what would keep it can be tried', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const year = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const chart: BattleChart = await (await page.request.get(`/api/battle-chart?programme=${year.id}`)).json()
  const row = chart.rows.find((r) => r.cells.some((c) => c.state === 'LATE'))
  expect(row, 'the demo has a node that is late').toBeTruthy()
  const node = chart.nodes.find((n) => n.id === row!.cells.find((c) => c.state === 'LATE')!.nodeId)!
  await page.goto(`/battle-chart?programme=${year.id}`)
  await page.locator(`[data-project="${row!.projectId}"]`).getByRole('gridcell', { name: new RegExp(`${node.name.zh}，.*滞后`) }).click()
  const why = page.getByRole('region', { name: '为什么守不住' })
  const answered = page.waitForResponse((r) => r.url().endsWith('/failing'), { timeout: 60_000 })
  await why.getByRole('button', { name: '算一算为什么守不住' }).click()
  const failure: NodeFailure = await (await answered).json()
  expect(failure.late).toBeGreaterThan(0)
  await expect(why).toContainText(failure.sentence.zh)
  for (const fact of failure.facts) await expect(why).toContainText(fact.zh)
  for (const words of [failure.sentence, ...failure.facts, ...failure.cures.map((c) => c.words)]) expect(words.en).toMatch(/[A-Za-z]{3}/)
  expect(failure.cures.length).toBeGreaterThan(0)
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])

  // A cure that a draft can try keeps the node there too.
  const trial = failure.cures.find((c) => c.edits.length > 0)
  if (trial) {
    await why.getByRole('button', { name: `用草案试排：${trial.words.zh}` }).click()
    await expect(page.getByRole('region', { name: '草案结果' })).toContainText('草案：')
    const draft = await (await page.request.get(`/api/drafts/${new URL(page.url()).searchParams.get('draft')}`)).json()
    expect(draft.outcome.lateNodesAfter).toBeLessThan(draft.outcome.lateNodesBefore)
  }
  await context.close()
})
