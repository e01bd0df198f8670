import { expect, test } from '@playwright/test'
import { as } from './people'

test('a surveyor with a phone fills in a building, loses the page, goes on, and is told what is saved and what is not', async ({ browser }) => {
  const context = await as(browser, 'PLANNER', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const open = (await (await page.request.get('/api/surveys?state=OPEN')).json()).items[0]
  const survey = await (await page.request.get(`/api/estates/${open.estateId}/survey`)).json()
  const sheet = survey.sheets.find((s: { buildingId: string | null; done: number }) => s.buildingId && s.done === 0)
  const path = `/estates/${open.estateId}/survey/${sheet.sheet}`
  await page.goto(path)
  const roof = page.getByRole('group', { name: '屋面渗漏 状况' })
  await roof.getByRole('button', { name: '严重损坏' }).click()
  await page.getByRole('button', { name: '屋面渗漏 +1' }).click()
  await page.getByRole('button', { name: '屋面渗漏 +1' }).click()
  const words = page.locator('.bar .words')
  await expect(words).toContainText('1 项只在本机，未保存')
  for (const button of await page.locator('.grades button').all()) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44)

  await page.reload()
  await expect(page.getByRole('spinbutton', { name: /屋面渗漏 数量/ })).toHaveValue('2')
  await expect(page.locator('.tell.risk')).toContainText('没有保存的内容')

  await context.setOffline(true)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(words).toContainText('没有连上平台；已存在本机')
  await context.setOffline(false)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(words).toContainText('已保存到平台')
  const saved = await (await page.request.get(`/api/estates/${open.estateId}/survey/sheets/${sheet.sheet}`)).json()
  expect(saved.items.find((i: { code: string }) => i.code === 'ROOF_LEAKS')).toMatchObject({ grade: 'BAD', quantity: 2, version: 1 })
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('xingfuli.draft.survey')))).toEqual([])
  await context.close()
})
