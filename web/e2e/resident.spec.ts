import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { ViteDevServer } from 'vite'
import { account, as, send } from './people'

// A resident files by the code at the stairwell and follows the matter to its end. Without a platform (XINGFULI_BASE_URL) the
// mock of dev/ answers, which answers at once what has 已修 in its words; with one the community's people do.
const PHOTO = fileURLToPath(new URL('../../docs/how/pictures/delivery-agent.png', import.meta.url))
let code = 'GRXC-11-4'
let server: ViteDevServer | undefined
let base = process.env.XINGFULI_BASE_URL ?? ''

test.beforeAll(async ({ browser }) => {
  if (base) {
    const estate = await acting(browser, 'COMMUNITY_OFFICER', async (page) => (await (await page.request.get('/api/estates?limit=1')).json()).items[0])
    code = await acting(browser, 'APPEAL_CLERK', async (page) => (await (await page.request.get(`/api/estates/${estate.id}/place-codes`)).json())[0].code)
    return
  }
  const { createServer } = await import('vite')
  server = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)), server: { port: 0 }, logLevel: 'error' })
  await server.listen()
  base = server.resolvedUrls!.local[0]!.replace(/\/$/, '')
})
test.afterAll(() => server?.close())

async function acting<T>(browser: Browser, role: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await as(browser, role)
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}
/** What the clerk and the community do between a report and its reply. */
async function answered(browser: Browser, number: string) {
  if (server) return
  const unit = account('COMMUNITY_OFFICER').scope
  const path = await acting(browser, 'APPEAL_CLERK', async (page) => {
    const read = async (path: string) => (await page.request.get(path)).json()
    // What has just come in can be searched a moment later.
    await expect.poll(async () => (await read(`/api/appeals?q=${number}`)).items.length).toBe(1)
    const [found, units] = [await read(`/api/appeals?q=${number}`), await read('/api/appeals/units')]
    const appeal = `/api/appeals/${found.items[0].id}`
    await send(page, 'POST', `${appeal}/accept`)
    await send(page, 'POST', `${appeal}/dispatch`, { unit: units.find((u: { name: string }) => u.name === unit).id })
    return appeal
  })
  await acting(browser, 'COMMUNITY_OFFICER', async (page) => {
    await send(page, 'POST', `${path}/handle`)
    await send(page, 'POST', `${path}/reply`, { words: '拆违时碰破了旧防水层，是我们的责任。已重铺，淋水 2 小时不渗。', outcome: 'EXPLAINED', proofs: [{ kind: 'PAPER', words: '淋水试验记录' }] })
  })
}

const VIEWS = [{ width: 390, height: 844 }, { width: 1440, height: 900 }]
const visit = async (browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<[Page, BrowserContext]> => {
  const context = await browser.newContext({ baseURL: base, ...options })
  return [await context.newPage(), context]
}

/** No fault that axe can find, nothing wider than the screen, nothing written smaller than 15 px, nothing to press under 44 px. */
async function sound(page: Page, smallest = 15) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await page.evaluate((least) => {
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const box = walk.currentNode.parentElement!
      if (!walk.currentNode.textContent!.trim() || box.closest('.vh, .skip, [aria-hidden="true"], script') || !box.checkVisibility()) continue
      if (parseFloat(getComputedStyle(box).fontSize) < least) found.push(`${walk.currentNode.textContent} ${getComputedStyle(box).fontSize}`)
    }
    return found
  }, smallest)).toEqual([])
  expect(await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=file]), textarea')]
    .filter((e) => e.checkVisibility() && !e.closest('.skip')).map((e) => (e.matches('[type=checkbox]') ? e.closest('label')! : e))
    .filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44).map((e) => e.outerHTML.slice(0, 80)))).toEqual([])
}

async function report(page: Page, words: string, photo = false) {
  await page.goto(`/h5/p/${code}`)
  await page.getByRole('link', { name: '反映问题' }).click()
  await page.getByRole('radio', { name: '漏雨' }).check()
  await page.getByLabel('说说怎么了').fill(words)
  if (photo) {
    await page.locator('input[type=file]').setInputFiles(PHOTO)
    await expect(page.getByAltText('第 1 张照片')).toBeVisible()
  }
  await page.getByLabel('手机号或座机').fill('13800006021')
  await page.getByLabel('我看明白了').check()
}

for (const viewport of VIEWS) {
  test(`a resident files by the code with a photo and follows it to satisfied, ${viewport.width} px`, async ({ browser }) => {
    const [page, context] = await visit(browser, { viewport })
    await page.goto(`/h5/p/${code}`)
    await expect(page.getByRole('heading', { name: '这周请留意' })).toBeVisible()
    await sound(page)
    await report(page, '客厅顶渗水，说是已修', true)
    await sound(page)
    await page.getByRole('button', { name: '交给接待点' }).click()
    await expect(page.getByText('已收到', { exact: true })).toBeVisible()
    await sound(page)
    await answered(browser, (await page.locator('.received .number').textContent())!)
    await page.getByRole('link', { name: '看进度' }).click()
    await expect(page.getByRole('heading', { name: '修好了吗？您说了算' })).toBeVisible()
    await expect(page.getByText('是我们的责任')).toBeVisible()
    await sound(page)
    const [yes, no] = [page.getByRole('button', { name: '满意，办结' }), page.getByRole('button', { name: '没修好' })]
    const boxes = [await yes.boundingBox(), await no.boundingBox()]
    expect(Math.abs(boxes[0]!.width - boxes[1]!.width)).toBeLessThan(1)
    expect(boxes[0]!.height).toBe(boxes[1]!.height)
    await yes.click()
    await page.getByRole('button', { name: '确认办结' }).click()
    await expect(page.getByText('已办结，谢谢您。')).toBeVisible()
    await sound(page)
    await context.close()
  })

  test(`a refused answer reopens the same case, ${viewport.width} px`, async ({ browser }) => {
    const [page, context] = await visit(browser, { viewport })
    await report(page, '厨房顶渗水，说是已修')
    await page.getByRole('button', { name: '交给接待点' }).click()
    const number = (await page.locator('.received .number').textContent())!
    await answered(browser, number)
    await page.goto('/h5/status')
    await sound(page)
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: '没修好' }).click()
    await page.getByRole('textbox').fill('还在滴水')
    await sound(page)
    await page.getByRole('button', { name: '退回重办' }).click()
    await expect(page.getByText('收到，已退回重办。')).toBeVisible()
    await expect(page.getByText('第 1 次重新办，编号不变')).toBeVisible()
    await expect(page.getByText(number)).toBeVisible()
    await expect(page.getByText('还在滴水')).toBeVisible()
    await context.close()
  })
}

test('without a net nothing is lost, and with it the report goes out once by itself', async ({ browser }) => {
  const [page, context] = await visit(browser, { viewport: VIEWS[0]! })
  await report(page, '楼道灯不亮', true)
  await context.setOffline(true)
  await page.getByRole('button', { name: '交给接待点' }).click()
  await expect(page.getByText('手机没有网。还没交出去')).toBeVisible()
  await sound(page)
  const keys: string[] = []
  page.on('request', (r) => { if (r.url().endsWith('/api/resident/appeals')) keys.push(r.headers()['idempotency-key']!) })
  // The first try with the net arrives, but its answer is lost.
  await page.route('**/api/resident/appeals', async (route) => { await route.fetch(); await route.abort() }, { times: 1 })
  await context.setOffline(false)
  await expect(page.getByText('还没交出去')).toBeVisible()
  await page.getByRole('button', { name: '现在再交一次' }).click()
  await expect(page.getByText('已收到', { exact: true })).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  await context.close()
})

test('a page that was closed in the middle of a word comes back with words, class and photo', async ({ browser }) => {
  const [page, context] = await visit(browser, { viewport: VIEWS[0]! })
  await report(page, '', true)
  await page.getByLabel('说说怎么了').pressSequentially('窗台滴')
  await page.waitForTimeout(300)
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(`/h5/p/${code}/report`)
  await expect(again.getByLabel('说说怎么了')).toHaveValue('窗台滴')
  await expect(again.getByRole('radio', { name: '漏雨' })).toBeChecked()
  await expect(again.getByAltText('第 1 张照片')).toBeVisible()
  await context.close()
})

for (const [name, dress] of Object.entries({ dark: { colorScheme: 'dark' as const, viewport: VIEWS[0]! }, narrow: { viewport: { width: 320, height: 640 } } })) {
  test(`large type is another layout and stays, ${name}`, async ({ browser }) => {
    const [page, context] = await visit(browser, dress)
    await page.goto(`/h5/p/${code}`)
    await sound(page)
    await page.getByRole('button', { name: '换成大字版' }).click()
    await expect(page.getByRole('link', { name: '打电话给接待点' })).toBeVisible()
    await sound(page, 24)
    for (const path of [`/h5/p/${code}/report`, '/h5/status', '/h5', '/h5/nowhere']) {
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await sound(page, 24)
    }
    await context.close()
  })
}

test('an unknown code, a wrong number and a wrong address say what to do', async ({ browser }) => {
  const [page, context] = await visit(browser, { viewport: VIEWS[0]! })
  await page.goto('/h5/p/NOWHERE')
  await expect(page.getByText('没有这个楼门口的编号')).toBeVisible()
  await sound(page)
  await page.goto('/h5/status')
  await page.getByLabel('编号', { exact: true }).fill('SQ-20220413-9999')
  await page.getByLabel('电话或查询码').fill('13800000000')
  await page.getByRole('button', { name: '查进度' }).click()
  await expect(page.getByText('没有查到')).toBeVisible()
  await sound(page)
  await context.close()
})
