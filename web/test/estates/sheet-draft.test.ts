import { beforeEach, expect, test, vi } from 'vitest'
import type { Sheet } from '@/api/contract'
import { changed, drop, entryOf, formOf, keep, kept, whole } from '@/features/estates/sheet-draft'

const sheet = { surveyId: 's', sheet: 'b', items: [
  { code: 'ROOF', grade: 'POOR', quantity: 640, option: 'FLAT', note: null, version: 2 }, { code: 'FIRE', grade: null, quantity: null, option: null, note: null, version: 0 },
] } as unknown as Sheet
const fresh = () => Object.fromEntries(sheet.items.map((item) => [item.code, entryOf(item)]))
beforeEach(() => localStorage.clear())

test('only what was touched is sent, with the version that was seen', () => {
  const entries = fresh()
  expect(formOf(sheet, entries, '').findings).toEqual([])
  entries.FIRE = { grade: 'NONE', quantity: 3, option: null, note: ' 无灭火器 ', photos: [] }
  expect(formOf(sheet, entries, '').findings).toEqual([{ item: 'FIRE', version: 0, grade: 'NONE', quantity: null, option: null, note: '无灭火器', photos: [] }])
})

test('a condition without a quantity is not whole, unless there is none of it', () => {
  expect(whole(fresh().ROOF)).toBe(true)
  expect(whole({ ...fresh().FIRE!, grade: 'BAD' })).toBe(false)
  expect(whole({ ...fresh().FIRE!, grade: 'NONE' })).toBe(true)
})

test('a draft is found again by its writer only, and a device that keeps nothing says so', () => {
  const entries = { ...fresh(), FIRE: { ...fresh().FIRE!, quantity: 2 } }
  expect(changed(sheet, entries).map((i) => i.code)).toEqual(['FIRE'])
  expect(keep('anna', 's', 'b', entries)).toBe(true)
  expect(kept('anna', 's', 'b')?.entries.FIRE?.quantity).toBe(2)
  expect(kept('bo', 's', 'b')).toBeNull()
  drop('anna', 's', 'b')
  expect(kept('anna', 's', 'b')).toBeNull()
  vi.stubGlobal('localStorage', { setItem: () => { throw new Error('full') } })
  expect(keep('anna', 's', 'b', entries)).toBe(false)
  vi.unstubAllGlobals()
})
