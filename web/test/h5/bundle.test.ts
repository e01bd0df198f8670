import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../../src/h5/*.{ts,vue,css}', { query: '?raw', import: 'default', eager: true })

it('the residents\' pages load nothing of the staff', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(15)
  const staff = Object.entries(sources).flatMap(([path, text]) => [...text.matchAll(/^import (?!type).* from '(@\/[^']+|\.\.\/[^']+|[a-z][^']*)'/gm)]
    .filter(([, from]) => !/^(vue|vue-router|vue-i18n|@lucide\/vue|@\/ui\/photo|@\/i18n\/messages)$/.test(from!)).map(([, from]) => `${path}: ${from}`))
  expect(staff).toEqual([])
})
it('no type is set under 15 px', () => {
  const small = Object.entries(sources).flatMap(([path, text]) => [...text.matchAll(/(?:font-size|--\w+): ?(\d+)px/g)]
    .filter(([what, px]) => /font-size|--(text|note|head|title)/.test(what) && Number(px) < 15).map(([what]) => `${path}: ${what}`))
  expect(small).toEqual([])
})
