import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
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
