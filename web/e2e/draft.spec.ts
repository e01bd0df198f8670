import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Timetable } from '@/api/contract'
import { as } from './people'

// What if: two more crews in a draft, what differs, adopted; the new frozen plan on the chart.
test('a draft with two more crews shows what differs, is adopted and becomes the frozen plan', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const plans = async () => {
    const year = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
    return { year, frozen: (await (await page.request.get(`/api/programmes/${year.id}/plans`)).json()).find((p: { state: string }) => p.state === 'FROZEN') }
  }
  await page.goto('/timetable')
  const before = (await plans()).frozen

  await page.getByRole('button', { name: '试排' }).click()
  await page.getByLabel('草案名称').fill('燃气施工队 +2')
  await page.getByRole('button', { name: '新建草案' }).click()
  const band = page.getByRole('region', { name: '草案结果' })
  await expect(band).toContainText('草案：燃气施工队 +2')
  await expect(band).toContainText('改动 0 项')

  await page.keyboard.press('d')
  const crews = page.getByRole('form', { name: '班组增减' })
  await crews.getByLabel('班组', { exact: true }).selectOption('燃气施工队')
  await crews.getByLabel('增减数量').fill('2')
  await crews.getByRole('button', { name: '加入草案' }).click()
  await expect(page.locator('dialog li').filter({ hasText: '燃气施工队 +2' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(band).not.toContainText('改动 0 项')
  await expect(band).toContainText('班组日')

  await page.keyboard.press('Control+z')
  await expect(band).toContainText('改动 0 项')
  await page.keyboard.press('Control+y')
  await expect(band).not.toContainText('改动 0 项')

  await page.keyboard.press('x')
  const differences = page.getByRole('dialog', { name: '与现状的差异' })
  await expect(differences).toContainText('→')
  await expect(differences).toContainText('燃气施工队 +2')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await differences.locator('.change .what').first().click()
  await expect(page.getByRole('complementary', { name: '为什么排在这里？' })).toContainText('草案怎样动了它')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await band.getByRole('button', { name: '采用草案' }).click()
  const adopt = page.getByRole('dialog', { name: '采用草案' })
  await adopt.getByRole('button', { name: '采用并冻结' }).click()
  await expect(adopt).toContainText('理由必须填写')
  await adopt.getByLabel('采用理由').fill('燃气公司增派两支施工队')
  await adopt.getByRole('button', { name: '采用并冻结' }).click()
  await expect(page.getByText(`已冻结第 ${before.version + 1} 版`)).toBeVisible()
  await expect(band).toBeHidden()

  const after = await plans()
  expect(after.frozen.version).toBe(before.version + 1)
  expect(after.frozen.note).toBe('燃气公司增派两支施工队')
  await page.goto('/battle-chart')
  await expect.poll(async () => (await (await page.request.get(`/api/battle-chart?programme=${after.year.id}`)).json()).planVersion ?? after.frozen.version).toBe(after.frozen.version)

  await page.goto('/timetable')
  await page.getByRole('button', { name: '比较两版' }).click()
  await expect(page.getByRole('dialog', { name: '比较两版计划' })).toContainText('项日期不同')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
})

test('work added behind an activity stands in the chart, is changed, adopted and then reported on like any other', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await (await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 } })).newPage()
  const year = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const table: Timetable = await (await page.request.get(`/api/programmes/${year.id}/timetable`)).json()
  const after = table.activities.find((a) => !a.started && a.state !== 'DONE' && a.crews.length > 0 && table.links.some((l) => l.from === a.id))!
  await page.goto(`/timetable?programme=${year.id}&focus=${after.id}`)
  await page.getByRole('button', { name: '试排' }).click()
  await page.getByLabel('草案名称').fill('加装电梯')
  await page.getByRole('button', { name: '新建草案' }).click()
  const band = page.getByRole('region', { name: '草案结果' })
  await expect(band).toContainText('草案：加装电梯')

  const why = page.getByRole('complementary', { name: '为什么排在这里？' })
  await why.getByRole('button', { name: '在它之后加一项工作…' }).click()
  const form = why.getByRole('form', { name: '新增工作' })
  await form.getByRole('button', { name: '加入草案' }).click()
  await expect(form).toContainText('写明做什么')
  await form.getByLabel('做什么').fill('电梯基坑开挖')
  await form.getByLabel('天数').fill('12')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await form.getByRole('button', { name: '加入草案' }).click()
  await expect(band).not.toContainText('改动 0 项')
  const row = page.getByRole('row', { name: /电梯基坑开挖/ })
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(why).toContainText('新增「电梯基坑开挖」12 天')
  await form.getByLabel('天数').fill('15')
  await form.getByRole('button', { name: '改', exact: true }).click()
  await expect(why).toContainText('新增「电梯基坑开挖」15 天')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog', { name: '与现状的差异' }).locator('.change').first()).toContainText('新增')
  await page.keyboard.press('Escape')

  await band.getByRole('button', { name: '采用草案' }).click()
  const adopt = page.getByRole('dialog', { name: '采用草案' })
  await adopt.getByLabel('采用理由').fill('居民要求加装电梯')
  await adopt.getByRole('button', { name: '采用并冻结' }).click()
  await expect(band).toBeHidden()
  const now: Timetable = await (await page.request.get(`/api/programmes/${year.id}/timetable`)).json()
  const work = now.activities.find((a) => a.name.zh === '电梯基坑开挖')!
  expect(now.links.some((l) => l.from === after.id && l.to === work.id)).toBe(true)
  await page.goto(`/timetable?programme=${year.id}&focus=${work.id}`)
  await expect(why).toContainText('电梯基坑开挖')
  await why.getByRole('button', { name: '报进度' }).click()
  const report = page.getByRole('dialog')
  await report.getByLabel('停工天数', { exact: true }).fill('2')
  await report.getByText('雨停').click()
  await report.getByLabel(/说明/).fill('基坑积水')
  await report.getByRole('button', { name: '发送' }).click()
  await expect(report).toContainText('平台已收到')
})
