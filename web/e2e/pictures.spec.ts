import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { as } from './people'

// The handbook's pictures, taken of the demo as it is: XINGFULI_PICTURES=1 npx playwright test pictures
test.skip(!process.env.XINGFULI_PICTURES, 'pictures are taken when asked for')

const FOLDER = fileURLToPath(new URL('../../docs/how/pictures/', import.meta.url))
const PICTURES: { page: string; role: string; path: string; phone?: boolean }[] = [
  { page: 'commander', role: 'COMMANDER', path: '/battle-chart' },
  { page: 'planner', role: 'PLANNER', path: '/timetable' },
  { page: 'street-officer', role: 'STREET_OFFICER', path: '/estates' },
  { page: 'community-officer', role: 'COMMUNITY_OFFICER', path: '/utilities', phone: true },
  { page: 'delivery-agent', role: 'DELIVERY_AGENT', path: '/weekly', phone: true },
  { page: 'contractor', role: 'CONTRACTOR', path: '/timetable', phone: true },
  { page: 'supervisor', role: 'SUPERVISOR', path: '/gates' },
  { page: 'utility-officer', role: 'UTILITY_OFFICER', path: '/utilities' },
  { page: 'property-manager', role: 'PROPERTY_MANAGER', path: '/gates' },
  { page: 'administrator', role: 'ADMINISTRATOR', path: '/people' },
  { page: 'security-officer', role: 'SECURITY_OFFICER', path: '/personal-data' },
  { page: 'auditor', role: 'AUDITOR', path: '/audit' },
  { page: 'demo-operator', role: 'DEMO_OPERATOR', path: '/battle-chart' },
]

for (const { page: name, role, path, phone } of PICTURES) {
  test(name, async ({ browser }) => {
    const context = await as(browser, role, { viewport: phone ? { width: 390, height: 760 } : { width: 1200, height: 750 }, hasTouch: !!phone })
    const page = await context.newPage()
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.locator('.loading')).toHaveCount(0)
    await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' })
    await context.close()
  })
}
