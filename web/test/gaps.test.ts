import { expect, it } from 'vitest'

const pages = import.meta.glob<string>('../src/**/*.vue', { query: '?raw', import: 'default', eager: true })

it('puts the space between two words outside of an element, since Vue drops one that begins or ends it', () => {
  const lost = Object.entries(pages).flatMap(([path, text]) => text.split('\n')
    .filter((line) => /"> +(\{\{|<[a-z])|\}\} +<\/(span|b|template)>/.test(line)).map((line) => `${path}: ${line.trim().slice(0, 120)}`))
  expect(Object.keys(pages).length).toBeGreaterThan(100)
  expect(lost).toEqual([])
})
