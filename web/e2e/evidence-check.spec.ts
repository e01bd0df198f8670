import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { as } from './people'

const PHOTO = fileURLToPath(new URL('../../docs/how/pictures/auditor.png', import.meta.url))
const DATA = dirname(process.env.XINGFULI_ACCOUNTS ?? '.')

test('the auditor verifies all evidence and sees by name the file that somebody changed on the disk', async ({ browser }) => {
  const agent = await (await as(browser, 'DELIVERY_AGENT')).newPage()
  const estate = (await (await agent.request.get('/api/estates?limit=1')).json()).items[0]
  await agent.goto(`/evidence?estate=${estate.id}`)
  await agent.getByRole('button', { name: '上传' }).first().click()
  const received = agent.waitForResponse((r) => r.url().includes('/api/evidence') && r.request().method() === 'POST')
  await agent.locator('input[type=file]').last().setInputFiles(PHOTO)
  expect((await received).ok()).toBe(true)
  const item = (await (await agent.request.get(`/api/evidence?estate=${estate.id}&limit=1`)).json()).items[0]
  const file = join(DATA, 'evidence', item.hash.slice(0, 2), item.hash.slice(2, 4), item.hash)
  const sound = readFileSync(file)
  const page = await (await as(browser, 'AUDITOR')).newPage()
  try {
    const bytes = Buffer.from(sound)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(`${file}.new`, bytes)
    renameSync(`${file}.new`, file)
    await page.goto('/audit')
    await page.getByRole('link', { name: '证据核验' }).click()
    await page.getByRole('button', { name: '全部核验' }).click()
    await expect(page.getByRole('heading', { name: /件与上传时不一致/ })).toBeVisible({ timeout: 60_000 })
    const row = page.getByRole('table', { name: '证据核验异常' }).getByRole('row').filter({ hasText: item.fileName }).first()
    await expect(row).toContainText('原件被改动过')
    await expect(row).toContainText(estate.name)
    const link = await page.getByRole('link', { name: /证据核验异常/ }).getAttribute('href')
    expect((await (await page.request.get(link!)).body()).subarray(0, 2).toString()).toBe('PK')
  } finally {
    writeFileSync(file, sound)
  }
  await page.getByRole('button', { name: '全部核验' }).click()
  await expect(page.getByRole('heading', { name: /件全部与上传时一致/ })).toBeVisible({ timeout: 60_000 })
  await page.close()
})
