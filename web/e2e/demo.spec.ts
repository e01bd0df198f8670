import { expect, test } from '@playwright/test'
import { as } from './people'

interface Cell { nodeId: string; state: string; days: number | null }
interface Row { projectId: string; name: string; cells: Cell[] }

test('the demo day holds every state, and each node in trouble has a reason that adds up to the day', async ({ browser }) => {
  const context = await as(browser, 'COMMANDER')
  const chart = await (await context.request.get('/api/battle-chart')).json()
  const cells = (chart.rows as Row[]).flatMap((row) => row.cells.map((cell) => ({ row, cell })))
  expect(chart.rows.length).toBe(50)
  for (const state of ['DONE', 'ON_TIME', 'AT_RISK', 'LATE', 'NOT_STARTED']) {
    expect(cells.filter(({ cell }) => cell.state === state).length, state).toBeGreaterThan(0)
  }
  const trouble = cells.filter(({ cell }) => cell.state === 'LATE' || cell.state === 'AT_RISK')
  for (const { row, cell } of trouble) {
    const why = await (await context.request.get(`/api/battle-chart/${row.projectId}/${cell.nodeId}`)).json()
    const sum = (why.waterfall as { days: number }[]).reduce((days, bar) => days + bar.days, 0)
    expect(sum, `${row.name}: the bars add up to the shift`).toBe(why.shiftDays)
    expect(why.chain.length, `${row.name}: a chain of causes`).toBeGreaterThan(0)
  }
  await context.close()
})
