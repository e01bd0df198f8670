import { describe, expect, it } from 'vitest'
import common from '@/i18n/common'
import type { MessageTree } from '@/i18n/messages'

const files = import.meta.glob<{ default: { zh: MessageTree; en: MessageTree } }>(['../src/features/*/messages.ts', '../src/h5/messages.ts'], { eager: true })
const both = { common: common as { zh: MessageTree; en: MessageTree }, ...Object.fromEntries(Object.entries(files).map(([p, f]) => [p.split('/').at(-2)!, f.default])) }

function flat(tree: MessageTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([k, v]) => (typeof v === 'string' ? [[prefix + k, v] as [string, string]] : flat(v, `${prefix}${k}.`)))
}
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()

describe.each(Object.entries(both))('the words of %s', (_feature, { zh, en }) => {
  const chinese = new Map(flat(zh))
  const english = new Map(flat(en))

  it('are the same in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [key, text] of chinese) expect([key, placeholders(english.get(key)!)]).toEqual([key, placeholders(text)])
  })
  it('use full-width punctuation in Chinese', () => {
    for (const [key, text] of chinese) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]/)
  })
  it('leave no Chinese in English', () => {
    for (const [key, text] of english) if (!['language.zh', 'other'].includes(key)) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
