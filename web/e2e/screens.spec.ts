import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { OPENED } from './opened'
import { as } from './people'

// Every screen and what opens on it, in both languages and both themes, wide and on a phone: no fault that axe can find, nothing
// wider than the screen.
// Each run takes two of the dresses with all rules; XINGFULI_ALL_VIEWS=1 takes the other five too, and asks of them what a dress
// can change: colours, sizes, what has to be scrolled. XINGFULI_LOOKS=FOLDER takes a picture of each instead of asking axe, to be
// looked at.
const SCREENS: { name: string; role: string; path: (page: Page) => Promise<string> | string; wide?: boolean }[] = [
  { name: 'battle chart', role: 'PLANNER', path: () => '/battle-chart' },
  { name: 'wall', role: 'COMMANDER', path: () => '/wall', wide: true },
  { name: 'wall without a link', role: 'COMMANDER', path: () => '/wall-screen', wide: true },
  { name: 'chart on paper', role: 'COMMANDER', path: () => '/battle-chart/print', wide: true },
  ...['causes', 'league', 'kpis', 'dimensions', 'statistics', 'rules', 'walls'].map((part) => ({ name: `command ${part}`, role: 'PLANNER', path: () => `/command/${part}` })),
  { name: 'timetable', role: 'PLANNER', path: () => '/timetable' },
  { name: 'foreign plan', role: 'PLANNER', path: () => '/foreign-plan' },
  { name: 'risk', role: 'PLANNER', path: () => '/risk' },
  { name: 'estates', role: 'PLANNER', path: () => '/estates' },
  { name: 'estate', role: 'PLANNER', path: async (p) => `/estates/${(await (await p.request.get('/api/estates?limit=1')).json()).items[0].id}` },
  ...['works', 'survey', 'survey/common'].map((part) => ({ name: `estate ${part}`, role: 'PLANNER', path: async (p: Page) => `/estates/${(await (await p.request.get('/api/estates?limit=1')).json()).items[0].id}/${part}` })),
  { name: 'building', role: 'PLANNER', path: async (p) => `/buildings/${(await (await p.request.get(`/api/estates/${(await (await p.request.get('/api/estates?limit=1')).json()).items[0].id}/buildings`)).json())[0].id}` },
  { name: 'surveys', role: 'PLANNER', path: () => '/surveys' },
  { name: 'import', role: 'PLANNER', path: () => '/estates/import' },
  ...['nodes', 'projects', 'size', 'template', 'playbook', 'crews', 'rules', 'plans'].map((part) => ({ name: `programme ${part}`, role: 'PLANNER', path: async (p: Page) => `/programme/${(await (await p.request.get('/api/programmes')).json())[0].id}/${part}` })),
  { name: 'weekly', role: 'PLANNER', path: () => '/weekly' },
  { name: 'weekly report', role: 'DELIVERY_AGENT', path: async (p) => `/weekly/${(await ownProject(p)).projectId}` },
  { name: 'gates', role: 'PLANNER', path: () => '/gates' },
  { name: 'conditions of gates', role: 'PLANNER', path: () => '/gates/conditions' },
  { name: 'gate checklist', role: 'DELIVERY_AGENT', path: async (p) => `/gates/${(await ownProject(p)).projectId}` },
  { name: 'value', role: 'PLANNER', path: () => '/value' },
  { name: 'budget', role: 'PLANNER', path: async (p) => `/budget/${(await ownProject(p)).projectId}` },
  { name: 'calendar', role: 'PLANNER', path: () => '/calendar/2022' },
  { name: 'the clock of the demo world', role: 'DEMO_OPERATOR', path: () => '/estates' },
  { name: 'evidence', role: 'PLANNER', path: () => '/evidence' },
  { name: 'utility requests', role: 'PLANNER', path: () => '/utilities/requests' },
  { name: 'utility calendar', role: 'PLANNER', path: () => '/utilities/calendar' },
  { name: 'outage notices', role: 'PLANNER', path: () => '/utilities/notices' },
  { name: 'utility rules', role: 'PLANNER', path: () => '/utilities/rules' },
  { name: 'sheet of a stairwell', role: 'PLANNER', path: async (p) => `/outage/${(await (await p.request.get('/api/utility-notices?limit=1')).json()).items[0].id}` },
  { name: 'appeals', role: 'APPEAL_CLERK', path: () => '/appeals' },
  { name: 'an appeal', role: 'APPEAL_CLERK', path: async (p) => `/appeals?appeal=${(await (await p.request.get('/api/appeals?limit=1')).json()).items[0].id}` },
  { name: 'dispatch board', role: 'APPEAL_CLERK', path: () => '/appeals/board' },
  { name: 'reply templates', role: 'STREET_OFFICER', path: () => '/appeals/templates' },
  { name: 'hot topics', role: 'APPEAL_CLERK', path: () => '/appeals/topics' },
  { name: 'rules of appeals', role: 'APPEAL_CLERK', path: () => '/appeals/rules' },
  { name: 're-checks', role: 'APPEAL_CLERK', path: () => '/appeals/rechecks' },
  { name: 'rates of appeals', role: 'APPEAL_CLERK', path: () => '/appeals/rates?from=2022-04-01&to=2022-05-31' },
  { name: 'reception', role: 'RECEPTION_CLERK', path: () => '/reception' },
  { name: 'reception points', role: 'COMMUNITY_OFFICER', path: () => '/reception/points' },
  { name: 'account', role: 'PLANNER', path: () => '/account' },
  { name: 'notices', role: 'PLANNER', path: () => '/notices?all=1' },
  { name: 'tokens', role: 'SECURITY_OFFICER', path: () => '/tokens' },
  { name: 'failed notices', role: 'ADMINISTRATOR', path: () => '/notices/failed' },
  { name: 'words of notices', role: 'ADMINISTRATOR', path: () => '/notices/words' },
  ...['/help', '/help/planner', '/help/terms', '/help/keys'].map((path) => ({ name: `help ${path}`, role: 'PLANNER', path: () => path })),
  { name: 'not found', role: 'PLANNER', path: () => '/nowhere' },
  { name: 'people', role: 'ADMINISTRATOR', path: () => '/people' },
  { name: 'organisations', role: 'ADMINISTRATOR', path: () => '/people/organisations' },
  { name: 'offices', role: 'SECURITY_OFFICER', path: () => '/people/appointments' },
  { name: 'rights', role: 'SECURITY_OFFICER', path: () => '/people/rights' },
  { name: 'personal data', role: 'SECURITY_OFFICER', path: () => '/personal-data' },
  { name: 'looks in clear', role: 'AUDITOR', path: () => '/reveals' },
  { name: 'audit', role: 'AUDITOR', path: () => '/audit' },
]
/** The first project of the demo's year that this person sees. */
async function ownProject(page: Page): Promise<{ projectId: string }> {
  const year = (await (await page.request.get('/api/programmes')).json()).find((p: { year: number }) => p.year === 2022)
  return (await (await page.request.get(`/api/programmes/${year.id}/weekly-reports`)).json()).rows[0]
}
const LINK = { valid: true, purpose: 'SET_PASSWORD', name: '李建国', signInName: 'lijianguo' }
/** What stands before the door. `link`: what the platform would say of a one-time link, none of which the demo has left. */
const DOORS: { name: string; path: string; link?: object; open?: (page: Page) => Promise<void> }[] = [
  ...['/sign-in', '/setup/none', '/outage/0192f4aa-0000-7000-8000-000000000000'].map((path) => ({ name: path, path })),
  { name: 'the code at sign-in', path: '/sign-in?step=code' },
  { name: 'a recovery code at sign-in', path: '/sign-in?step=code', open: (page) => page.locator('.swap').click() },
  { name: 'the first administrator', path: '/setup/first', link: { ...LINK, purpose: 'FIRST_ADMINISTRATOR', name: null, signInName: null } },
  { name: 'a first password', path: '/setup/password', link: LINK, open: (page) => page.locator('input[type=password]').first().fill('短') },
]
const COLOURS = ['color-contrast', 'link-in-text-block']
const SIZES = ['target-size', 'scrollable-region-focusable', 'label-content-name-mismatch']
const VIEWS: { name: string; width: number; height: number; language: string; theme: string; rules?: string[] }[] = [
  { name: 'wide, Chinese, light', width: 1440, height: 900, language: 'zh', theme: 'light' },
  { name: 'phone, English, dark', width: 390, height: 844, language: 'en', theme: 'dark' },
  ...(process.env.XINGFULI_ALL_VIEWS ? [
    { name: 'wide, English, dark', width: 1440, height: 900, language: 'en', theme: 'dark', rules: [...COLOURS, ...SIZES] },
    { name: 'wide, Chinese, dark', width: 1440, height: 900, language: 'zh', theme: 'dark', rules: COLOURS },
    { name: 'phone, Chinese, light', width: 390, height: 844, language: 'zh', theme: 'light', rules: SIZES },
    { name: 'command room, English, light', width: 1920, height: 1080, language: 'en', theme: 'light', rules: SIZES },
    { name: 'command room, Chinese, dark', width: 1920, height: 1080, language: 'zh', theme: 'dark', rules: [...COLOURS, ...SIZES] },
  ] : []),
]

/** A button that lies half under a bar at the foot is whole once it is scrolled to; what is too small there, too, is a fault. */
async function tooSmallWhereverItStands<T extends { target: unknown[] }>(page: Page, nodes: T[]): Promise<T[]> {
  const small: T[] = []
  for (const node of nodes) {
    const where = String(node.target.at(-1))
    await page.locator(where).first().evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const again = await new AxeBuilder({ page }).setLegacyMode().withRules(['target-size']).analyze()
    if (again.violations.some((v) => v.nodes.some((n) => String(n.target.at(-1)) === where))) small.push(node)
  }
  return small
}

async function keep(page: Page, name: string) {
  if (process.env.XINGFULI_LOOKS) await page.screenshot({ path: `${process.env.XINGFULI_LOOKS}/${name.replace(/[^\w]+/g, '-')}.png`, fullPage: !(await page.locator('dialog[open]').count()) })
}

/** `rules`: only these; `within`: only that part, where the rest has been looked at already. */
async function faultless(page: Page, rules?: string[], within?: string) {
  await page.waitForLoadState('networkidle', { timeout: process.env.XINGFULI_LOOKS ? 600 : 3000 }).catch(() => undefined) // an event stream never rests
  await expect(page.locator('.loading')).toHaveCount(0)
  if (process.env.XINGFULI_LOOKS) return
  const axe = new AxeBuilder({ page }).setLegacyMode() // no page of ours has frames, and without looking for them it is faster
  const asked = rules ? axe.withRules(rules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await (within ? asked.include(within) : asked).analyze()
  const found: string[] = []
  for (const v of violations) {
    const nodes = v.id === 'target-size' ? await tooSmallWhereverItStands(page, v.nodes) : v.nodes
    if (nodes.length) found.push(`${v.id}: ${nodes.slice(0, 2).map((n) => n.html.slice(0, 140)).join(' | ')}`)
  }
  expect(found).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing wider than the screen').toBeLessThanOrEqual(0)
}

// A fault is told with the element; recording each of a thousand looks costs more than looking.
test.use({ trace: 'off' })

for (const view of VIEWS) {
  test.describe(view.name, () => {
    const contexts = new Map<string, BrowserContext>()
    test.afterAll(async () => {
      for (const context of contexts.values()) await context.close()
    })
    const options = { viewport: { width: view.width, height: view.height }, hasTouch: view.width < 700 }
    const dress = ([language, theme]: string[]) => {
      localStorage.setItem('xingfuli.language', language!)
      localStorage.setItem('xingfuli.theme', theme!)
    }
    for (const screen of SCREENS.filter((s) => !s.wide || view.width > 700)) {
      test(screen.name, async ({ browser }) => {
        // One browser per role keeps what it has loaded; what a screen remembers is forgotten after it.
        let context = contexts.get(screen.role)
        if (!context) {
          context = await as(browser, screen.role, options)
          await context.addInitScript(dress, [view.language, view.theme])
          contexts.set(screen.role, context)
        }
        const page = await context.newPage()
        await page.goto(await screen.path(page))
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await faultless(page, view.rules)
        await keep(page, `${view.name} ${screen.name}`)
        await page.evaluate(() => localStorage.clear())
        await page.close()
      })
    }
    for (const screen of OPENED) {
      test(`what opens: ${screen.name}`, async ({ browser }) => {
        const context = await as(browser, screen.role, options)
        await context.addInitScript(dress, [view.language, view.theme])
        const page = await context.newPage()
        await page.goto(await screen.path(page))
        for (const step of screen.steps) {
          await test.step(step.name, async () => {
            await step.open(page)
            await faultless(page, view.rules, (await page.locator('dialog[open]').count()) ? 'dialog[open]' : undefined)
            await keep(page, `${view.name} opens ${screen.name} ${step.name}`)
          })
        }
        await context.close()
      })
    }
    for (const door of DOORS) {
      test(door.name, async ({ browser }) => {
        const context = await browser.newContext(options)
        await context.addInitScript(dress, [view.language, view.theme])
        const page = await context.newPage()
        if (door.link) await page.route('**/api/setup/*', (route) => route.fulfill({ json: door.link }))
        await page.goto(door.path)
        await door.open?.(page)
        await faultless(page, view.rules)
        await keep(page, `${view.name} ${door.name}`)
        await context.close()
      })
    }
  })
}

test('the keyboard alone finds the search, the help and the way back', async ({ browser }) => {
  const context = await as(browser, 'PLANNER')
  const page = await context.newPage()
  await page.goto('/estates')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.locator('h1').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await context.close()
})
