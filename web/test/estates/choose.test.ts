import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FEATURES = join(import.meta.dirname, '../../src/features')

test('where an estate is chosen all are offered, not the first page: a district has more than 200', () => {
  const asking = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|vue)$/.test(name))
    .flatMap((name) => readFileSync(join(FEATURES, name), 'utf8').split('\n').filter((line) => line.includes("call('GET /api/estates'")).map((line) => ({ name, line })))
  expect(asking.length).toBeGreaterThan(0)
  expect(asking.filter(({ line }) => !line.includes('cursor')).map(({ name }) => name)).toEqual([])
})
