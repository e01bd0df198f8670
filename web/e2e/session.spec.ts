import { expect, test } from '@playwright/test'
import { createHmac } from 'node:crypto'
import { account, signIn } from './people'

/** The app on the telephone (RFC 6238); each call tells a later code, the first one a step early. */
function authenticator(key: string): () => string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key.replace(/\s/g, '')].map((l) => letters.indexOf(l).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((b) => parseInt(b, 2)))
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.floor(Date.now() / 30_000) - 1)
    const step = Buffer.alloc(8)
    step.writeBigUInt64BE(BigInt(last))
    const hash = createHmac('sha1', secret).update(step).digest()
    return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
  }
}

test('a second factor is set up, asked for, replaced by a recovery code and taken off', async ({ page }) => {
  const { signInName, password } = account('SUPERVISOR')
  const leave = async () => {
    await page.getByRole('button', { name: /账户/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
  }
  const firstStep = async () => {
    await page.getByLabel('登录名').fill(signInName)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByText('第二步')).toBeVisible()
    expect((await page.request.get('/api/session')).status()).toBe(401)
  }
  await signIn(page, 'SUPERVISOR')
  await page.goto('/account')
  await page.getByRole('button', { name: '设置二次验证' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('当前密码').fill(password)
  await dialog.getByRole('button', { name: '下一步' }).click()
  await expect(dialog.getByRole('img', { name: '二次验证的二维码' })).toBeVisible()
  await dialog.getByText('手工输入密钥').click()
  const code = authenticator(await dialog.locator('.key').innerText())
  await dialog.getByLabel('验证码').fill(code()) // the sixth digit is enough
  await expect(dialog.locator('.codes li')).toHaveCount(10)
  const recovery = await dialog.locator('.codes li').allInnerTexts()
  await dialog.getByRole('button', { name: '我已保存' }).click()
  await expect(page.getByText('还有 10 个恢复码可用')).toBeVisible()

  await leave()
  await firstStep()
  await page.getByLabel('验证码').fill('000000')
  await expect(page.getByRole('alert')).toContainText('验证码不正确')
  await page.getByLabel('验证码').fill(code())
  await page.waitForURL((url) => url.pathname !== '/sign-in')

  await leave()
  await firstStep()
  await page.getByRole('button', { name: /用恢复码/ }).click()
  await page.getByLabel('恢复码').fill(recovery[0]!.toUpperCase())
  await page.getByRole('button', { name: '验证并登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto('/account')
  await expect(page.getByText('还有 9 个恢复码可用')).toBeVisible()

  await page.getByRole('button', { name: '关闭二次验证' }).click()
  await dialog.getByLabel('验证码').fill(code())
  await dialog.getByRole('button', { name: '关闭二次验证' }).click()
  await expect(page.getByText('未启用，登录只需密码。')).toBeVisible()
  await leave()
  await signIn(page, 'SUPERVISOR')
})

test('a machine comes in with a token made on the account page, and is out when it is revoked', async ({ page, request }) => {
  await signIn(page, 'PLANNER')
  await page.goto('/account')
  await page.getByRole('button', { name: '新建令牌' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('用途').fill('旅程测试')
  await dialog.getByLabel('查看年度').check()
  await dialog.getByRole('button', { name: '生成' }).click()
  const secret = await dialog.getByLabel('令牌只显示这一次').inputValue()
  await dialog.getByRole('button', { name: '我已保存' }).click()
  const ask = () => request.get('/api/programmes', { headers: { Authorization: `Bearer ${secret}` } })
  expect((await ask()).status()).toBe(200)
  await page.getByRole('button', { name: '撤销 旅程测试' }).first().click()
  await dialog.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('令牌已撤销。')).toBeVisible()
  expect((await ask()).status()).toBe(401)
})

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
