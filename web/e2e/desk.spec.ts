import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { as, send } from './people'

// The dispatcher's desk: three complainants merged into one case and each answered and called back; many answered from a template;
// a view kept; a card dispatched on the board.
const VIEWS = [{ width: 390, height: 844 }, { width: 1440, height: 900 }]
test.describe.configure({ timeout: 240_000 }) // three people act one after the other on a shared machine
const dialog = (page: Page) => page.locator('dialog[open]')
const json = async (page: Page, path: string) => (await page.request.get(path)).json()
let made = 0
const tag = () => `验${Date.now().toString(36)}${(made++).toString(36)}`

async function faultless(page: Page) {
  await expect(page.locator('.loading')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).disableRules(['target-size']).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing wider than the screen').toBeLessThanOrEqual(0)
}

/** Appeals of residents of one estate of the street, registered at the desk; searching finds them a moment later. */
async function registered(browser: Browser, words: string[]): Promise<string[]> {
  const context = await as(browser, 'STREET_OFFICER')
  const page = await context.newPage()
  await page.goto('/appeals')
  const estateId = (await json(page, '/api/estates?limit=1')).items[0].id
  const ids: string[] = []
  for (const [n, said] of words.entries()) {
    ids.push((await send(page, 'POST', '/api/appeals', { channel: 'PHONE', kind: 'COMPLAINT', words: said, estateId, complainant: { kind: 'RESIDENT', name: `居民${n}`, phone: `1390000${(1000 + n).toString()}` } })).id)
  }
  for (const said of words) await expect.poll(async () => (await json(page, `/api/appeals?q=${encodeURIComponent(said.slice(-12))}`)).items.length).toBeGreaterThan(0)
  await context.close()
  return ids
}
const street = async (page: Page) => (await json(page, '/api/appeals/units')).find((u: { kind: string; name: string }) => u.kind === 'STREET')
async function confirm(page: Page, act: string | RegExp) {
  await dialog(page).getByRole('button', { name: act }).click()
  await expect(dialog(page)).toHaveCount(0)
}

for (const viewport of VIEWS) {
  test(`a dispatcher merges three cases and all three complainants get their own replies and call-backs, ${viewport.width} px`, async ({ browser }) => {
    const mark = tag()
    const ids = await registered(browser, ['三幢楼顶又漏水了', '楼顶漏水，墙皮掉了一片', '顶楼一下雨就漏水'].map((w) => `${w} ${mark}`))

    // The dispatcher accepts all three at once, merges two into the first, and gives it to the street.
    const clerk = await as(browser, 'APPEAL_CLERK', { viewport })
    let page = await clerk.newPage()
    await page.goto(`/appeals?q=${mark}`)
    await expect(page.locator('.rows .item')).toHaveCount(3)
    await page.locator('.many .all').click()
    await expect(page.locator('.many .all')).toContainText('已选 3 件')
    await faultless(page)
    await page.locator('.many').getByRole('button', { name: '受理', exact: true }).click()
    await faultless(page)
    await dialog(page).getByRole('button', { name: '受理 3 件' }).click()
    await expect(dialog(page)).toContainText('办成 3 件')
    await confirm(page, '回到列表')
    await page.goto(`/appeals?appeal=${ids[0]}`)
    await page.locator('.pane .acts').getByRole('button', { name: '合并办理' }).click()
    for (const id of ids.slice(1)) await dialog(page).locator(`input[value="${id}"]`).check()
    await faultless(page)
    await confirm(page, '确定')
    await expect(page.getByRole('heading', { name: '并入的诉求' })).toBeVisible()
    await page.locator('.pane .acts').getByRole('button', { name: '派发' }).click()
    await dialog(page).getByLabel('单位').selectOption((await street(page)).id)
    await confirm(page, '确定')
    await expect(page.locator('.pane .tags').first()).toContainText('待签收')

    // The street signs for it and answers, with words of its own for each of the three.
    const officer = await as(browser, 'STREET_OFFICER', { viewport })
    page = await officer.newPage()
    await page.goto(`/appeals?appeal=${ids[0]}`)
    await page.locator('.pane .acts').getByRole('button', { name: '签收办理' }).click()
    await expect(page.locator('.pane .tags').first()).toContainText('办理中')
    await page.goto(`/appeals?q=${mark}&state=HANDLING`)
    await page.locator('.rows .pick').first().click()
    await page.locator('.many').getByRole('button', { name: '按模板答复' }).click()
    await dialog(page).getByLabel('答复内容').fill('您反映的“{标题}”（编号 {编号}）已排入本周屋面维修。')
    await dialog(page).getByLabel('佐证：文件名称和文号').fill('屋面维修通知 12 号')
    await dialog(page).getByRole('button', { name: '逐件预览' }).click()
    await expect(dialog(page).locator('.drafts textarea')).toHaveCount(3)
    await faultless(page)
    await dialog(page).getByRole('button', { name: '签发 1 件' }).click()
    await expect(dialog(page)).toContainText('办成 1 件')
    await confirm(page, '回到列表')

    // Each is called back by itself: two are content, the third is not and only that one is opened again.
    page = await clerk.newPage()
    for (const [n, id] of ids.entries()) {
      const appeal = await json(page, `/api/appeals/${id}`)
      expect(appeal.row.state).toBe('REPLIED')
      expect(appeal.replies[0].words).toContain(appeal.row.number)
      await page.goto(`/appeals?appeal=${id}`)
      await page.locator('.pane .acts').getByRole('button', { name: '回访' }).click()
      await dialog(page).getByLabel('诉求人怎么说').selectOption(n === 2 ? 'UNSATISFIED' : 'SATISFIED')
      if (n === 2) await dialog(page).getByLabel('说明').fill('还在漏')
      await confirm(page, '确定')
      await expect(page.locator('.pane .tags').first()).toContainText(n === 2 ? '重新办理' : '已办结')
      await faultless(page)
    }
    for (const context of [clerk, officer]) await context.close()
  })

  test(`what is unconfirmed leads to its rule, and whoever keeps the rules confirms it, ${viewport.width} px`, async ({ browser }) => {
    const context = await as(browser, 'APPEAL_CLERK', { viewport })
    const page = await context.newPage()
    await page.goto('/appeals/rechecks')
    await page.locator('.rule').getByRole('link', { name: '待确认' }).click()
    await expect(page.getByRole('heading', { name: '诉求规则' })).toBeVisible()
    await faultless(page)

    // How many are drawn: every fault at its place, then saved and confirmed, then taken back.
    const row = page.locator('.card', { hasText: '每个工作日抽一次' }).locator('tbody tr')
    await page.getByRole('button', { name: '修改抽查复核' }).click()
    await dialog(page).locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await dialog(page).getByLabel('比例').fill('0')
    await dialog(page).getByLabel('依据').fill('')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page).locator('[aria-invalid=true]')).toHaveCount(2)
    await faultless(page)
    await dialog(page).getByLabel('比例').fill('10')
    await dialog(page).getByLabel('依据').fill('区指挥部例会 2022-04-18')
    await dialog(page).getByLabel('已由本区确认').check()
    await confirm(page, '保存')
    await expect(row).toContainText('10%')
    await expect(row).not.toContainText('待确认')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(row).toContainText('5%')
    await expect(row).toContainText('待确认')

    // A class that nothing explained gets a rule, and loses it again.
    await page.getByRole('button', { name: '新增规则' }).click()
    await dialog(page).getByLabel('诉求类别').selectOption('PARKING')
    await dialog(page).getByLabel('公告').selectOption('WORKS')
    await dialog(page).getByLabel('哪些工序').fill('Z9')
    await dialog(page).getByLabel('依据').fill('区指挥部例会 2022-04-18')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page).locator('[aria-invalid=true]')).toHaveCount(1)
    await dialog(page).getByLabel('哪些工序').fill('d04 D05')
    await expect(dialog(page)).toContainText('指 D04')
    await faultless(page)
    await confirm(page, '保存')
    const parking = page.getByRole('row', { name: /^停车/ })
    await expect(parking).toContainText('D04')
    await parking.getByRole('button', { name: /^删除停车/ }).click()
    await faultless(page)
    await confirm(page, '删除')
    await expect(parking).toHaveCount(0)
    await context.close()
  })

  test(`the clock of a case leads to its time limit, which is confirmed, followed by another and taken back, ${viewport.width} px`, async ({ browser }) => {
    const [id] = await registered(browser, [`想问楼道什么时候粉刷 ${tag()}`])
    const context = await as(browser, 'APPEAL_CLERK', { viewport })
    const page = await context.newPage()
    await page.goto(`/appeals?range=all&appeal=${id}`)
    await page.locator('.clock').getByRole('link', { name: '待确认' }).click()
    await expect(page).toHaveURL(/\/appeals\/rules#limit-HOTLINE\.ACCEPT-1$/)
    const row = page.locator('.limits tr.aimed')
    await expect(row).toContainText('受理')
    await expect(row).toBeInViewport()
    await faultless(page)

    // Confirmed with what it rests on, and not confirmed again.
    await row.getByRole('button', { name: /^修改/ }).click()
    await dialog(page).locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await dialog(page).getByLabel('依据').fill('')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page).getByLabel('依据')).toHaveAttribute('aria-invalid', 'true')
    await faultless(page)
    await dialog(page).getByLabel('依据').fill('区指挥部例会 2022-04-18')
    await dialog(page).getByLabel('已由本区确认').check()
    await confirm(page, '保存')
    await expect(row).toContainText('区指挥部例会 2022-04-18')
    await expect(row).not.toContainText('待确认')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(row).toContainText('待确认')

    // Another limit from tomorrow: every fault at its place, then there, and gone again; then once more, and taken back by name.
    const coming = page.locator('.limits tbody tr', { hasText: '将生效' })
    for (const way of ['撤销', '撤回']) {
      await row.getByRole('button', { name: /^出新版本/ }).click()
      const limit = dialog(page).getByLabel('时限', { exact: true })
      await limit.fill('12')
      if (way === '撤销') {
        await dialog(page).locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
        await limit.fill('0')
        await dialog(page).getByRole('button', { name: '保存' }).click()
        await expect(limit).toHaveAttribute('aria-invalid', 'true')
        await expect(dialog(page).getByLabel('依据')).toHaveAttribute('aria-invalid', 'true')
        await faultless(page)
        await limit.fill('12')
      }
      await dialog(page).getByLabel('依据').fill('区指挥部例会 2022-04-18')
      await confirm(page, '保存')
      await expect(coming).toContainText('12 小时')
      await expect(row).toContainText(' 至 ')
      if (way === '撤回') {
        await faultless(page)
        await coming.getByRole('button', { name: /^撤回/ }).click()
        await expect(dialog(page).getByLabel('第 1 版的失效日')).toHaveValue('')
        await faultless(page)
        await confirm(page, '撤回')
      } else await page.getByRole('button', { name: way }).click()
      await expect(coming).toHaveCount(0)
      await expect(row).toContainText(' 起')
    }

    // For what a clock may stand.
    const reason = page.locator('.pauses tbody tr', { hasText: '不可抗力' })
    await reason.getByRole('button', { name: /^修改/ }).click()
    await dialog(page).getByLabel('可以按这个事由停表').uncheck()
    await faultless(page)
    await confirm(page, '保存')
    await expect(reason).toContainText('不可以')
    await page.getByRole('button', { name: '撤销' }).last().click()
    await expect(reason).toContainText('✓ 可以')
    await context.close()
  })

  test(`many are answered from a template, the refused one stays chosen, and a view is kept, ${viewport.width} px`, async ({ browser }) => {
    const mark = tag()
    const ids = await registered(browser, ['夜里还在施工', '工地早上五点就开工', '装卸钢管声音太大'].map((w) => `${w} ${mark}`))
    const context = await as(browser, 'STREET_OFFICER', { viewport })
    const page = await context.newPage()
    await page.goto('/appeals/templates')
    const unit = (await street(page)).id
    for (const [n, id] of ids.entries()) {
      await send(page, 'POST', `/api/appeals/${id}/accept`)
      await send(page, 'POST', `/api/appeals/${id}/dispatch`, { unit, words: null })
      if (n) await send(page, 'POST', `/api/appeals/${id}/handle`)
    }

    // A template, begun with one that is offered.
    await page.reload()
    await faultless(page)
    const offered = page.locator('.offered').first().getByRole('button', { name: '以此新建' })
    await (await offered.count() ? offered : page.getByRole('button', { name: '新建模板' })).click()
    await dialog(page).getByLabel('名称').fill(mark)
    await dialog(page).getByLabel('内容').fill('您反映的“{标题}”（{编号}）已责令施工单位晚 10 点后停工。')
    await faultless(page)
    await confirm(page, '确定')
    await expect(page.locator('.kept', { hasText: mark })).toBeVisible()

    // A view of the three, found again by its key.
    await page.goto(`/appeals?q=${mark}`)
    await expect(page.locator('.rows .item')).toHaveCount(3)
    if (viewport.width < 1000) await page.getByRole('button', { name: '视图和筛选' }).click()
    await page.getByRole('button', { name: '保存为视图' }).click()
    await dialog(page).getByLabel('视图名称').fill(mark)
    await confirm(page, '确定')
    await page.goto('/appeals')
    if (viewport.width < 1000) await page.getByRole('button', { name: '视图和筛选' }).click()
    const view = page.locator('.kept .view', { hasText: mark })
    await expect(view).toBeVisible()
    if (viewport.width >= 1000) {
      await page.keyboard.press('g')
      await page.keyboard.press('8')
    } else {
      await view.click()
      await page.getByRole('button', { name: '收起' }).click()
    }
    await expect(page.locator('.rows .item')).toHaveCount(3)

    // All three chosen: by the keys at the desk, by the box on a phone.
    if (viewport.width >= 1000) {
      await page.locator('.rows .item').first().focus()
      await page.keyboard.press('x')
      await page.keyboard.press('Shift+J')
      await page.keyboard.press('Shift+ArrowDown')
    } else await page.locator('.many .all').click()
    await expect(page.locator('.many .all')).toContainText('已选 3 件')
    await page.locator('.many').getByRole('button', { name: '按模板答复' }).click()
    await dialog(page).getByLabel('模板').selectOption({ label: mark })
    await dialog(page).getByLabel('佐证：文件名称和文号').fill('责令整改通知 7 号')
    await faultless(page)
    await dialog(page).getByRole('button', { name: '逐件预览' }).click()
    await expect(dialog(page)).toContainText('已填好 2 件')
    await expect(dialog(page)).toContainText('1 件现在不能答复')
    await faultless(page)
    await dialog(page).getByRole('button', { name: '签发 2 件' }).click()
    await expect(dialog(page)).toContainText('办成 2 件')
    await expect(dialog(page).locator('.refused li')).toHaveCount(1)
    await faultless(page)
    await confirm(page, '回到列表')
    await expect(page.locator('.many .all'), 'the refused one is still chosen').toContainText('已选 1 件')
    for (const [n, id] of ids.entries()) {
      const appeal = await json(page, `/api/appeals/${id}`)
      expect(appeal.row.state).toBe(n ? 'REPLIED' : 'DISPATCHED')
      if (n) expect(appeal.replies[0].words).toContain(appeal.row.number)
    }

    // Left as it was found.
    if (viewport.width >= 1000) {
      await page.keyboard.press('Escape')
      await expect(page.locator('.many.on')).toHaveCount(0)
    } else await page.getByRole('button', { name: '视图和筛选' }).click()
    await page.locator('.kept', { hasText: mark }).getByRole('button', { name: '删除视图' }).click()
    await confirm(page, '确定')
    await page.goto('/appeals/templates')
    await page.locator('.kept', { hasText: mark }).getByRole('button', { name: '停用' }).click()
    await confirm(page, '停用')
    await expect(page.locator('.kept', { hasText: mark })).toHaveCount(0)
    await context.close()
  })

  test(`a card of the board is accepted and dispatched to the unit that is suggested, ${viewport.width} px`, async ({ browser }) => {
    const mark = tag()
    const [id] = await registered(browser, [`路灯不亮，已经触电，有生命危险 ${mark}`])
    const context = await as(browser, 'APPEAL_CLERK', { viewport })
    const page = await context.newPage()
    await page.goto(`/appeals/board${viewport.width < 1000 ? '?lane=RECEIVED' : ''}`)
    const card = page.locator(`[data-card="${id}"]`)
    await expect(card, 'an emergency is due first').toBeVisible()
    await faultless(page)
    await card.locator('.title').focus()
    await page.keyboard.press('a')
    await expect.poll(async () => (await json(page, `/api/appeals/${id}`)).row.state).toBe('ACCEPTED')
    if (viewport.width < 1000) await page.goto('/appeals/board')
    await expect(page.locator(`[data-card="${id}"][data-lane="ACCEPTED"]`)).toBeVisible()
    const suggested = await card.locator('.whose b').textContent()
    await card.locator('.title').focus()
    await page.keyboard.press('d')
    await expect.poll(async () => (await json(page, `/api/appeals/${id}`)).row.leadName).toBe(suggested)
    await context.close()
  })
}
