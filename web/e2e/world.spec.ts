import { expect, test } from '@playwright/test'
import { as } from './people'

test('the demo operator moves the day, lets days pass and goes back, and every open screen follows', async ({ browser }) => {
  const operator = await as(browser, 'DEMO_OPERATOR')
  const commander = await as(browser, 'COMMANDER')
  const administrator = await as(browser, 'ADMINISTRATOR')
  const screen = await operator.newPage()
  await screen.goto('/battle-chart')
  const token = async (context: typeof operator) => (await context.cookies()).find((c) => c.name === 'XSRF-TOKEN')!.value
  const put = async (context: typeof operator, day: string, back = false) => context.request.put('/api/business-clock/day', { data: { day, back }, headers: { 'X-XSRF-TOKEN': await token(context) } })
  const dock = screen.getByRole('complementary', { name: '样例世界的时钟' })
  const first = (await (await operator.request.get('/api/business-clock')).json()).firstDay as string
  await put(operator, first, true)
  await expect(dock.locator('time')).toContainText(first)

  const wall = await commander.newPage()
  await wall.goto('/battle-chart')
  await expect(wall.locator('time.date')).toContainText(first)
  await expect(wall.locator('.stamp .dot.on')).toBeVisible()
  const timetable = await commander.newPage()
  await timetable.goto('/timetable')
  await expect(timetable.locator('time.date')).toContainText(first)

  const next = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10)
  await dock.getByRole('button', { name: '+1 天' }).click()
  await expect(dock.locator('time')).toContainText(next)
  await expect(wall.locator('time.date')).toContainText(next, { timeout: 5000 })
  await expect(timetable.locator('time.date')).toContainText(next, { timeout: 5000 })
  expect((await (await commander.request.get('/api/battle-chart')).json()).date).toBe(next)

  // The keyboard alone: play at thirty days a minute, see a day pass, pause.
  await dock.getByRole('combobox').selectOption({ index: 2 })
  await screen.locator('h1').focus()
  await screen.keyboard.press('p')
  await expect(dock.getByRole('button', { name: '暂停' })).toBeVisible()
  await expect(wall.locator('time.date')).not.toContainText(next, { timeout: 15_000 })
  await screen.keyboard.press('p')
  await expect(dock.getByRole('button', { name: '播放' })).toBeVisible()

  // Whoever may not move it is refused; nobody moves it back but to the first day.
  await administrator.request.get('/api/session')
  expect((await put(administrator, '2023-01-01')).status()).toBe(403)
  expect((await (await put(operator, first)).json()).code).toBe('demo.clock-goes-forward')

  await dock.getByRole('button', { name: '回到首日' }).click()
  await expect(screen.getByRole('dialog')).toContainText(first)
  await screen.getByRole('dialog').getByRole('button', { name: '回到首日' }).click()
  await expect(dock.locator('time')).toContainText(first)
  await expect(wall.locator('time.date')).toContainText(first, { timeout: 5000 })
  await Promise.all([operator, commander, administrator].map((context) => context.close()))
})
