import { test } from '@playwright/test'
import { as } from './people'

test('shots', async ({ browser }) => {
  test.setTimeout(200_000)
  const context = await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  const page = await context.newPage()
  page.on('pageerror', (e) => console.log('PAGE ERROR', e.message))
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()))
  await page.goto('/timetable')
  await page.getByRole('button', { name: '试排' }).click()
  await page.waitForTimeout(400)
  await page.screenshot({ path: '/tmp/dd/1-open.png' })
  await page.getByLabel('草案名称').fill('屋面班组 +2')
  await page.getByRole('button', { name: '新建草案' }).click()
  await page.getByRole('region', { name: '草案结果' }).waitFor()
  await page.getByRole('button', { name: /改动清单/ }).click()
  await page.waitForTimeout(300)
  await page.screenshot({ path: '/tmp/dd/2-edits.png' })
  const form = page.getByRole('form', { name: '班组增减' })
  console.log(await form.getByLabel('班组', { exact: true }).locator('option').allTextContents())
  for (const crew of ['燃气']) {
    const options = await form.getByLabel('班组', { exact: true }).locator('option').allTextContents()
    await form.getByLabel('班组', { exact: true }).selectOption({ label: options.find((o) => o.includes(crew))! })
    const began = Date.now()
    await form.getByRole('button', { name: '加入草案' }).click()
    await page.locator('.edits li').first().waitFor()
    console.log('edit ms', Date.now() - began)
  }
  await page.keyboard.press('Escape')
  await page.waitForTimeout(600)
  await page.screenshot({ path: '/tmp/dd/3-worn.png' })
  await page.getByRole('button', { name: '看差异' }).click()
  await page.waitForTimeout(800)
  await page.screenshot({ path: '/tmp/dd/4-differences.png' })
  await page.keyboard.press('Escape')
  const first = page.getByRole('treegrid').getByRole('row', { level: 3 }).nth(2)
  await page.keyboard.press('x')
  await page.waitForTimeout(500)
  await page.locator('.change .what').first().click().catch(() => {})
  await page.waitForTimeout(1200)
  await page.screenshot({ path: '/tmp/dd/5-why.png' })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  const tree = page.getByRole('treegrid')
  const bar = await page.evaluate(() => null)
  void bar; void tree
  // drag a bar that has not begun
  const scroller = page.locator('.chart .scroller')
  const box = (await scroller.boundingBox())!
  let dragged = false
  for (let y = 30; y < box.height - 20 && !dragged; y += 26) for (let x = 300; x < box.width - 120 && !dragged; x += 30) {
    await page.mouse.move(box.x + x, box.y + y)
    if (await scroller.evaluate((e) => (e as HTMLElement).style.cursor === 'ew-resize')) {
      await page.mouse.down()
      for (let d = 0; d <= 80; d += 10) await page.mouse.move(box.x + x + d, box.y + y)
      await page.waitForTimeout(150)
      await page.screenshot({ path: '/tmp/dd/7-drag.png' })
      await page.mouse.up()
      dragged = true
    }
  }
  console.log('dragged', dragged)
  await page.waitForTimeout(900)
  await page.screenshot({ path: '/tmp/dd/8-dragged.png' })
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: '采用草案' }).click()
  await page.waitForTimeout(300)
  await page.screenshot({ path: '/tmp/dd/6-adopt.png' })
  await page.keyboard.press('Escape')
  void first
  await page.getByRole('button', { name: '比较两版' }).count().then((n) => console.log('compare buttons', n))
  const url = page.url()
  for (const [name, viewport, scheme] of [['dark', { width: 1440, height: 900 }, 'dark'], ['phone', { width: 390, height: 844 }, 'light'], ['phonedark', { width: 390, height: 844 }, 'dark']] as const) {
    const c = await as(browser, 'PLANNER', { viewport, colorScheme: scheme })
    await c.addInitScript((l) => localStorage.setItem('xingfuli.language', l), name === 'phone' ? 'zh' : 'en')
    const p = await c.newPage()
    await p.goto(url)
    await p.locator('.band').waitFor()
    await p.waitForTimeout(1200)
    await p.screenshot({ path: `/tmp/dd/9-${name}.png` })
    if (name === 'dark') { await p.keyboard.press('x'); await p.waitForTimeout(700); await p.screenshot({ path: '/tmp/dd/9-dark-diff.png' }) }
    await c.close()
  }
})
