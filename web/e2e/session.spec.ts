import { expect, test } from '@playwright/test'
import { account, signIn } from './people'

test('a wrong password is refused without telling whether the name exists', async ({ page }) => {
  const words: string[] = []
  for (const name of [account('PLANNER').signInName, 'nobody-of-that-name']) {
    await page.goto('/sign-in')
    await page.getByLabel('登录名').fill(name)
    await page.getByLabel('密码', { exact: true }).fill('certainly not this one')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    words.push(await page.getByRole('alert').innerText())
  }
  expect(words[0]).toBe(words[1])
})

test('after signing in one is where one wanted to go, and after signing out nothing is left', async ({ page }) => {
  await page.goto('/estates?q=里')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  const { signInName, password } = account('PLANNER')
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/estates\?q=/)
  await expect(page.getByText('示例数据')).toBeVisible()
  await page.getByRole('button', { name: /账户/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await page.request.get('/api/session')).status()).toBe(401)
})

test('a spent or invented one-time link says so and gives nothing away', async ({ page }) => {
  await page.goto('/setup/not-a-real-link')
  await expect(page.getByText('链接已失效')).toBeVisible()
})

test('a page outside one\'s remit looks like a page that is not there', async ({ page }) => {
  await signIn(page, 'STREET_OFFICER')
  await page.goto('/audit')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  const forbidden = await page.locator('main').innerText()
  await page.goto('/there-never-was-one')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  expect(await page.locator('main').innerText()).toBe(forbidden)
})
