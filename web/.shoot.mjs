import { chromium } from '@playwright/test'
import { readFileSync, mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
const base = process.argv[2], out = process.argv[3]
mkdirSync(out, { recursive: true })
const accounts = JSON.parse(readFileSync(process.argv[4]))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const only = process.argv[5]
async function session(role, options) {
  const a = accounts.find((x) => x.role === role)
  const context = await browser.newContext({ baseURL: base, ...options })
  await context.addInitScript(() => { localStorage.setItem('xingfuli.guide', '{"closed":true}') })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(a.signInName)
  await page.getByLabel('密码', { exact: true }).fill(a.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((u) => u.pathname !== '/sign-in')
  return page
}
const errors = []
async function shoot(page, name, path) {
  if (only && !name.includes(only)) return
  try {
    const t = Date.now()
    await page.goto(path)
    await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => {})
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${out}/${name}.png`, fullPage: name.includes('phone') })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(name, Date.now() - t, 'ms', 'wider by', wide, violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(' | ')}`).join(' ;; '))
  } catch (e) { console.log(name, 'FAILED', String(e).slice(0, 300)) }
}
const desk = await session('PLANNER', { viewport: { width: 1440, height: 900 } })
desk.on('pageerror', (e) => console.log('PAGEERROR', String(e).slice(0, 300)))
const phone = await session('DELIVERY_AGENT', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
phone.on('pageerror', (e) => console.log('PAGEERROR', String(e).slice(0, 300)))
const years = await (await desk.request.get('/api/programmes')).json()
const year = years.find((y) => y.year === 2022)
const week = await (await desk.request.get(`/api/programmes/${year.id}/weekly-reports`)).json()
const own = (await (await phone.request.get(`/api/programmes/${year.id}/weekly-reports`)).json()).rows[0].projectId
console.log(JSON.stringify({ due: week.due, reported: week.reported, unsettled: week.unsettled.length }))
const ev = await (await desk.request.get(`/api/programmes/${year.id}/earned-value`)).json()
console.log(JSON.stringify({ projects: ev.projects, budgeted: ev.budgeted, costed: ev.costed, figures: ev.figures }))
const lessons = await (await desk.request.get('/api/playbook/lessons')).json()
console.log('lessons', lessons.lessons?.length, JSON.stringify(lessons).slice(0, 400))
await shoot(desk, 'weekly-desk', '/weekly')
await shoot(desk, 'gates-desk', '/gates')
await shoot(desk, 'checklist-desk', `/gates/${own}`)
await shoot(desk, 'value-desk', '/value')
await shoot(desk, 'value-one-desk', `/value?project=${own}`)
await shoot(desk, 'budget-desk', `/budget/${own}`)
await shoot(desk, 'size-desk', `/programme/${year.id}/size`)
await shoot(desk, 'playbook-desk', `/programme/${year.id}/playbook`)
await shoot(desk, 'projects-desk', `/programme/${year.id}/projects`)
await shoot(phone, 'weekly-phone', '/weekly')
await shoot(phone, 'report-phone', `/weekly/${own}`)
await shoot(phone, 'checklist-phone', `/gates/${own}`)
await shoot(phone, 'gates-phone', '/gates')
await shoot(phone, 'value-phone', '/value')
await shoot(phone, 'budget-phone', `/budget/${own}`)
const dark = await session('PLANNER', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
await dark.addInitScript(() => { localStorage.setItem('xingfuli.theme', 'dark'); localStorage.setItem('xingfuli.language', 'en') })
await shoot(dark, 'value-phone-dark', '/value')
await shoot(dark, 'playbook-phone-dark', `/programme/${year.id}/playbook`)
await shoot(dark, 'size-phone-dark', `/programme/${year.id}/size`)
await shoot(dark, 'report-phone-dark', `/weekly/${own}`)
await shoot(dark, 'checklist-phone-dark', `/gates/${own}`)
await browser.close()
