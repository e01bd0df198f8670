import { expect, test, type Page } from '@playwright/test'
import { account } from './people'

/** Goes on with Tab until the focus is on what `where` finds; a person looks for the ring in the same way. */
async function tabTo(page: Page, where: string, key = 'Tab', most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate((w) => document.activeElement?.matches(w) ?? false, where)) return
    await page.keyboard.press(key)
  }
  throw new Error(`no ${key} leads to ${where}; the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`)
}
const focus = (page: Page) => page.locator(':focus')

test('a planner signs in, finds the worst cell, reads its causes, goes to the bar and out again, with the keyboard alone', async ({ page }) => {
  const { signInName, password } = account('PLANNER')
  await page.goto('/sign-in')
  await tabTo(page, 'input[autocomplete=username]')
  await page.keyboard.type(signInName)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/battle-chart**')

  // The first steps can be read and put away without a mouse.
  await expect(page.locator('aside.guide')).toBeVisible()
  await expect(page.locator('h1:focus'), 'a new page begins at its heading; the guide stands just before it').toHaveCount(1)
  await tabTo(page, 'aside.guide .btn', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('aside.guide')).toHaveCount(0)

  await page.keyboard.press('g')
  await expect(page.locator('[role=grid] :focus')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const asked = await focus(page).getAttribute('aria-label') ?? await focus(page).innerText()
  expect(asked).not.toBe('')
  await page.keyboard.press('Enter')
  const drawer = page.locator('dialog[open]')
  await expect(drawer).toBeVisible()
  await expect(drawer.locator('.loading')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page.locator('[role=grid] :focus'), 'the focus is back in the cell it came from').toHaveCount(1)

  await page.keyboard.press('?')
  await expect(page.locator('dialog[open] kbd').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await tabTo(page, 'nav a[href="/timetable"]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/timetable**')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('aside.why')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('aside.why')).toHaveCount(0)

  await tabTo(page, 'button.who', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, '.menu button.item:last-of-type')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sign-in**')
})

test('an explanation of a term opens where the word stands, and Escape takes it away', async ({ page }) => {
  const { signInName, password } = account('PLANNER')
  await page.addInitScript(() => localStorage.setItem('xingfuli.guide', '{"closed":true}'))
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/battle-chart**')
  await page.goto('/timetable')
  const term = page.locator('.legend button.term').first()
  await term.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.bubble:popover-open')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.bubble:popover-open')).toHaveCount(0)
})
