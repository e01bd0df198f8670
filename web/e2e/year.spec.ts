import { expect, test, type Page } from '@playwright/test'
import { as } from './people'
import { register } from './workbook'

// One story, told in order: import → plan → freeze, and on the demo year: report a slip → the node turns → its cause is on the chart.
test.describe.configure({ mode: 'serial' })

const mark = `T${Date.now().toString(36).slice(-5)}`
let page: Page

test.beforeAll(async ({ browser }) => {
  const context = await as(browser, 'PLANNER')
  page = await context.newPage()
})
test.afterAll(async () => page?.context().close())

async function streetName(): Promise<string> {
  const streets = await (await page.request.get('/api/streets')).json()
  return streets[0].name
}
async function upload(name: string, file: Buffer) {
  await page.goto('/estates/import')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: file })
}

test('a workbook with faults is refused whole, each fault with sheet, row and hint', async () => {
  const before = await (await page.request.get('/api/estates?limit=1')).json()
  await upload('faulty.xlsx', register(await streetName(), mark, true))
  await expect(page.getByRole('heading', { name: /发现 \d+ 处问题，尚未导入任何数据/ })).toBeVisible()
  const faults = page.getByRole('table', { name: '问题' })
  for (const value of ['没有的街道', '八六年', '600']) await expect(faults.getByRole('cell', { name: value, exact: true })).toBeVisible()
  await page.getByRole('button', { name: '放弃' }).click()
  expect((await (await page.request.get('/api/estates?limit=1')).json()).total).toBe(before.total)
})

test('a sound workbook is checked, adopted and found by two characters of its name', async () => {
  await upload('sound.xlsx', register(await streetName(), mark))
  await expect(page.getByRole('heading', { name: '检查通过，可以导入' })).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  await page.goto('/estates')
  await page.getByRole('searchbox', { name: /搜索小区/ }).fill('春晓')
  await page.getByRole('table', { name: '小区名册' }).getByRole('link', { name: `${mark}春晓里` }).click()
  await expect(page.getByRole('heading', { name: `${mark}春晓里`, level: 1 })).toBeVisible()
  await page.getByRole('table', { name: '楼栋' }).getByRole('link').first().click()
  const households = page.getByRole('table', { name: /的住户/ })
  await expect(households).toContainText('张*')
  await expect(households).not.toContainText('张三')
})

test('a new year takes the estates, is planned, compared and frozen', async () => {
  const years = await (await page.request.get('/api/programmes')).json()
  const year = Math.max(...years.map((y: { year: number }) => y.year)) + 1
  await page.goto('/programme')
  await page.getByRole('button', { name: '新建年度' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('年度')).toHaveValue(String(year))
  await dialog.getByRole('button', { name: '新建年度' }).click()
  await expect(page.getByRole('table', { name: '时间节点' })).toContainText('M5')

  await page.getByRole('link', { name: '项目', exact: true }).click()
  await page.getByRole('button', { name: '从小区列入' }).first().click()
  await dialog.getByRole('searchbox').fill(mark)
  await dialog.getByRole('button', { name: '全选' }).click()
  await dialog.getByRole('button', { name: /从小区列入/ }).click()
  await expect(page.getByRole('table', { name: '项目' })).toContainText(`${mark}春晓里`)

  await page.getByRole('link', { name: '排期与冻结' }).click()
  await page.getByRole('button', { name: '开始排期' }).click()
  await expect(page.getByRole('table', { name: '节点比较' })).toContainText('M3')
  await page.getByRole('button', { name: '冻结为基准' }).click()
  await dialog.getByRole('button', { name: '冻结为基准' }).click()
  await expect(page.getByRole('cell', { name: /已冻结/ }).first()).toBeVisible()

  // What rests on an unconfirmed rule says so wherever its date stands: in the comparison and above the chart.
  const compared = page.getByRole('table', { name: '节点比较' }).getByRole('row').filter({ hasText: '◆' })
  await expect(compared).toHaveCount(5)
  for (const row of await compared.all()) await expect(row.getByText('待确认')).toBeVisible()
  const { id } = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === year)
  await page.goto(`/battle-chart?programme=${id}`)
  const heads = page.getByRole('columnheader').filter({ hasText: /\d\d-\d\d 前/ })
  await expect(heads).toHaveCount(5)
  for (const head of await heads.all()) await expect(head.getByText('待确认')).toBeVisible()
})

interface Activity { id: string; projectId: string; name: { zh: string }; float: number; started: boolean; percent: number; state: string; nodeCode: string | null }
interface Cell { nodeId: string; state: string; days: number | null }

test('a slip reported from the timetable turns its node on the chart, and the cell says why', async () => {
  const programme = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const chart = await (await page.request.get(`/api/battle-chart?programme=${programme.id}`)).json()
  const table = await (await page.request.get(`/api/programmes/${programme.id}/timetable`)).json()
  // A node on time whose last activity is under way: days lost there are days lost at the node.
  const codes = new Map<string, string>(chart.nodes.map((n: { id: string; code: string }) => [n.id, n.code]))
  const found = (chart.rows as { projectId: string; cells: Cell[] }[]).flatMap((row) => row.cells
    .filter((c) => c.state === 'ON_TIME' && (c.days ?? 0) > 2)
    .flatMap((cell) => (table.activities as Activity[])
      .filter((a) => a.projectId === row.projectId && a.nodeCode === codes.get(cell.nodeId) && a.started && a.percent < 100)
      .map((activity) => ({ cell, activity }))))
    .sort((x, y) => x.cell.days! - y.cell.days!)[0]
  expect(found, 'the demo has a running activity that ends in a node still on time').toBeTruthy()
  const candidate = found!.activity
  const lost = found!.cell.days! - 2

  const live = await page.context().newPage()
  await live.goto(`/battle-chart?programme=${programme.id}`)
  await expect(live.getByRole('heading', { name: '挂图作战', level: 1 })).toBeVisible()

  await page.goto(`/timetable?programme=${programme.id}&focus=${candidate.id}`)
  await page.getByRole('button', { name: '报进度' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('停工天数', { exact: true }).fill(String(lost))
  await dialog.getByText('雨停').click()
  await dialog.getByLabel(/说明/).fill('连续降雨，屋面无法作业')
  await dialog.getByRole('button', { name: '发送' }).click()
  await expect(dialog).toContainText('平台已收到')

  await expect.poll(async () => {
    const now = await (await page.request.get(`/api/battle-chart?programme=${programme.id}`)).json()
    return (now.rows.find((r: { projectId: string }) => r.projectId === candidate.projectId).cells as Cell[]).find((c) => c.nodeId === found!.cell.nodeId)!.state
  }, { timeout: 20_000 }).toMatch(/AT_RISK|LATE/)

  const now = await (await page.request.get(`/api/battle-chart?programme=${programme.id}`)).json()
  const row = now.rows.find((r: { projectId: string }) => r.projectId === candidate.projectId)
  const turned = row.cells.find((c: Cell) => c.nodeId === found!.cell.nodeId)
  const node = now.nodes.find((n: { id: string }) => n.id === turned.nodeId)
  const word = turned.state === 'LATE' ? '滞后' : '预警'
  const cell = live.getByRole('gridcell', { name: new RegExp(`^${row.name}，.*${node.name.zh}.*${word}`) })
  await expect(cell).toBeVisible() // the open chart heard of it by itself
  await cell.click()
  await expect(live.getByRole('dialog').or(live.getByRole('complementary'))).toContainText('雨停')
  await live.close()
})

test('a foreman corrects what was reported, also of finished work, and the history keeps both', async ({ browser }) => {
  const context = await as(browser, 'CONTRACTOR')
  const site = await context.newPage()
  const programme = (await (await site.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const table = await (await site.request.get(`/api/programmes/${programme.id}/timetable`)).json()
  const done = (table.activities as (Activity & { start: string; code: string })[]).find((a) => a.state === 'DONE' && a.code === 'P01')
  expect(done, 'the contractor has finished something').toBeTruthy()
  const earlier = new Date(Date.parse(done!.start) - 864e5).toISOString().slice(0, 10)
  await site.goto(`/timetable?programme=${programme.id}&focus=${done!.id}`)
  await site.getByRole('button', { name: '更正' }).click()
  const dialog = site.getByRole('dialog')
  await dialog.getByLabel('实际开工').fill(earlier)
  await expect(dialog).toContainText(`开工 ${done!.start.slice(5)} 改为 ${earlier.slice(5)}`)
  await dialog.getByRole('button', { name: '发送' }).click()
  await expect(dialog).toContainText('平台已收到')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await expect(site.getByRole('complementary')).toContainText(`原报 ${done!.start.slice(5)} 开工`)
  await context.close()
})
