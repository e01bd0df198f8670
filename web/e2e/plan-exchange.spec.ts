import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { as } from './people'

async function quiet(page: Page) {
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([])
}

test('the timetable leaves for other planning software, comes back as a contractor’s plan, and its progress is taken', async ({ browser }, info) => {
  const context = await as(browser, 'PLANNER', { acceptDownloads: true })
  const page = await context.newPage()
  await page.goto('/timetable')
  const menu = page.locator('summary', { hasText: '其他格式' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await quiet(page)
  const links = ['Microsoft Project', 'Primavera', '计划工作簿（.xlsx）', '日历（.ics）']
  for (const name of links) await expect(page.getByRole('link', { name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Primavera' })).toBeHidden()
  await expect(menu).toBeFocused()

  // A contractor of one project sends our own plan of it back, having worked on something that has not been reported.
  const year = (await (await context.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  const now = await (await context.request.get(`/api/programmes/${year.id}/timetable`)).json()
  const begun = now.activities.find((a: { started: boolean; percent: number }) => a.started && a.percent > 0 && a.percent < 90)
  expect(begun).toBeTruthy()
  const sent = await (await context.request.get(`/api/programmes/${year.id}/timetable.xml?project=${begun.projectId}`)).text()
  const id = `01-${begun.code}`
  const at = sent.indexOf(`<Value>${id}</Value>`)
  expect(at).toBeGreaterThan(0)
  const task = sent.lastIndexOf('<Task>', at)
  const changed = sent.slice(0, task) + sent.slice(task).replace(/<PercentComplete>\d+<\/PercentComplete>/, `<PercentComplete>${begun.percent + 5}</PercentComplete>`)
  const file = info.outputPath('承包人.xml')
  writeFileSync(file, changed)

  await page.goto(`/foreign-plan/${begun.projectId}?programme=${year.id}`)
  await page.setInputFiles('input[type=file]', file)
  const table = page.getByRole('table', { name: '他们的工序' })
  await expect(table).toBeVisible()
  const row = table.getByRole('row', { name: new RegExp(id) })
  await expect(row.getByRole('combobox')).toHaveValue(begun.id)
  await expect(row.getByRole('checkbox')).toBeChecked()
  await expect(row).toContainText(`${begun.percent} → ${begun.percent + 5}%`)
  await quiet(page)
  const button = page.getByRole('button', { name: /收下 \d+ 道工序的进度/ })
  await button.click()
  await expect(page.getByText(/已收下 \d+ 道工序的进度/)).toBeVisible()
  const reports = await (await context.request.get(`/api/activities/${begun.id}/progress-reports`)).json()
  expect(reports.at(-1)).toMatchObject({ percent: begun.percent + 5, note: '据 承包人.xml' })

  // A file with faults: all of them, with their places, and nothing else.
  writeFileSync(file, changed.replace(/<PredecessorUID>\d+/, '<PredecessorUID>99999').replace(/<Duration>PT[1-9]/, '<Duration>-PT8'))
  await page.setInputFiles('input[type=file]', file)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('99999')
  await expect(alert).toContainText('为负')
  await quiet(page)
  await expect(table).toBeHidden()
  await context.close()
})
