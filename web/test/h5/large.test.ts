import { expect, it, vi } from 'vitest'

it('large type is put on at once and remembered for the next visit', async () => {
  localStorage.clear()
  const { large, setLarge } = await import('@/h5/large')
  expect([large.value, document.documentElement.dataset.type]).toEqual([false, 'plain'])
  setLarge(true)
  expect(document.documentElement.dataset.type).toBe('large')
  vi.resetModules()
  const again = await import('@/h5/large')
  expect(again.large.value).toBe(true)
})
