import { describe, expect, it } from 'vitest'
import { KEYBOARD } from '@/features/help/keyboard'

const sources = import.meta.glob<string>(['../src/**/*.vue', '!../src/features/battle-chart/WallPage.vue'], { query: '?raw', import: 'default', eager: true })

const told = new Set(KEYBOARD.flatMap((p) => p.keys.map((k) => `${k.key} ${k.says}`)))

describe('the overview of the keyboard', () => {
  const bound = Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(/useKey\('([^']+)', \(\) => t\('([^']+)'/g)].map((m) => ({ file, says: `${m[1]} ${m[2]}` })))

  it('tells every key that a page binds', () => {
    expect(bound.length).toBeGreaterThan(10)
    expect(bound.filter((b) => !told.has(b.says))).toEqual([])
  })
})
