import { test } from '@playwright/test'
import { as } from './people'
for (const [w, h] of [[1440, 1000], [390, 1700]] as const) for (const scheme of ['light', 'dark'] as const) {
  test(`look ${w} ${scheme}`, async ({ browser }) => {
    const context = await as(browser, 'PLANNER', { viewport: { width: w, height: h }, colorScheme: scheme })
    const page = await context.newPage()
    if (scheme === 'dark') await page.addInitScript(() => localStorage.setItem('xingfuli.language', 'en'))
    const programmes = await (await page.request.get('/api/programmes')).json()
    const programme = programmes.find((p: { year: number }) => p.year === 2022)
    const view = await (await page.request.get(`/api/programmes/${programme.id}/risk`)).json()
    const node = view.nodes.find((n: { code: string }) => n.code === 'M3')
    await page.goto(`/risk?programme=${programme.id}&node=${node.id}`)
    await page.getByTestId('mean').waitFor({ timeout: 60000 })
    await page.waitForTimeout(1200)
    await page.screenshot({ path: `/tmp/riskb/r-${w}-${scheme}.png` })
    await context.close()
  })
}
