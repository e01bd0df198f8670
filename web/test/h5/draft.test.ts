import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drafts, missing, openDraft } from '@/h5/draft'
import { kept } from '@/h5/kept'

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())
const stored = () => kept<{ text: string; key: string; handed: boolean }>('draft.GRXC-11-4')!

it('a draft keeps every keystroke before the next one', () => {
  const { draft } = openDraft('GRXC-11-4')
  let typed = ''
  for (const letter of '客厅顶上一下雨就渗水') {
    draft.text = typed += letter
    expect(stored().text).toBe(typed)
  }
})
it('the key is made once: it is kept before a word is written, and is the same when the page is opened again', () => {
  const first = openDraft('GRXC-11-4')
  expect(stored().key).toBe(first.draft.key)
  first.draft.text = '漏雨'
  first.draft.handed = true
  const again = openDraft('GRXC-11-4')
  expect(again.draft.key).toBe(first.draft.key)
  expect(again.draft.text).toBe('漏雨')
  expect(again.draft.handed).toBe(true)
  expect(again.restored).toBe(true)
})
it('after it was received the next report has another key and nothing of the last', () => {
  const first = openDraft('GRXC-11-4')
  first.draft.text = '漏雨'
  first.close()
  const next = openDraft('GRXC-11-4')
  expect(next.draft.key).not.toBe(first.draft.key)
  expect(next.draft.text).toBe('')
  expect(next.restored).toBe(false)
})
it('two places have two drafts, and only the begun ones are listed', () => {
  openDraft('GRXC-11-4').draft.text = '漏雨'
  openDraft('GRXC-12-1')
  expect(drafts().map((d) => d.placeCode)).toEqual(['GRXC-11-4'])
})
it('a phone that forbids keeping says so', () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } })
  expect(openDraft('GRXC-11-4').keeps.value).toBe(false)
  vi.unstubAllGlobals()
})
it('words or a photo and the consent are needed, a name and a phone are not', () => {
  const { draft } = openDraft('GRXC-11-4')
  expect(missing(draft, 0)).toEqual(['words', 'consent'])
  draft.consent = true
  expect(missing(draft, 1)).toEqual([])
  draft.phone = '138'
  expect(missing(draft, 1)).toEqual(['phone'])
  draft.phone = '0513-8550 0110'
  expect(missing(draft, 1)).toEqual([])
})
