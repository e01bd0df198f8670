import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'

export interface Account { signInName: string; password: string; role: string; title: string; scope: string }

export function account(role: string): Account {
  const file = process.env.XINGFULI_ACCOUNTS
  if (!file) throw new Error('XINGFULI_ACCOUNTS must name the demo accounts of the running platform (./xingfuli test does).')
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[]
  const found = accounts.find((a) => a.role === role)
  if (!found) throw new Error(`no demo account for ${role}; there are ${accounts.map((a) => a.role).join(', ')}`)
  return found
}

/** Who has read the first steps already; the journeys begin where people work. */
const readTheGuide = () => localStorage.setItem('xingfuli.guide', '{"closed":true}')

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, role: string, guided = false): Promise<void> {
  const { signInName, password } = account(role)
  if (!guided) await page.addInitScript(readTheGuide)
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

const kept = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** A browser in which that role is signed in already; the sign-in is done once per role. */
export async function as(browser: Browser, role: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  if (!kept.has(role)) {
    const context = await browser.newContext()
    await signIn(await context.newPage(), role)
    kept.set(role, await context.storageState())
    await context.close()
  }
  const context = await browser.newContext({ ...options, storageState: kept.get(role)! })
  await context.addInitScript(readTheGuide)
  return context
}

/** Acts through the platform's interface as whoever is signed in on the page. */
export async function send(page: Page, method: 'POST' | 'DELETE', path: string, data?: object) {
  const token = (await page.context().cookies()).find((c) => c.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.fetch(path, { method, ...(data ? { data } : {}), headers: { 'X-XSRF-TOKEN': token } })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.status() === 204 ? null : answer.json()
}
