import { expect, test } from '@playwright/test'
import { signIn } from './people'

test('the bell counts what one was told, falls silent when it is read, and the whole list stays', async ({ page }) => {
  await signIn(page, 'SUPERVISOR')
  await page.goto('/account')
  const bell = page.getByRole('link', { name: /^通知/ })
  await expect(bell).toHaveAccessibleName(/条未读/)
  await bell.click()
  await expect(page.getByRole('heading', { level: 1, name: '我的通知' })).toBeVisible()
  await expect(page.getByText('您的任职有变动')).toBeVisible()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(page.getByText('没有未读通知')).toBeVisible()
  await expect(bell).toHaveAccessibleName('通知') // by its own stream
  await page.locator('label', { hasText: /^全部$/ }).click()
  await expect(page.getByText('您的任职有变动')).toBeVisible()
})

test('words are previewed, and a placeholder that is none is refused beside its field', async ({ page }) => {
  await signIn(page, 'ADMINISTRATOR')
  await page.goto('/notices/words')
  await page.locator('tbody .edit').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.locator('.seen')).toContainText('〔')
  await dialog.getByLabel('中文正文').fill('{nobody} 您好')
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.locator('.bad')).toContainText('没有占位符 nobody')
})
