import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceIn } from '../src/i18n/sources'

const MAIN = join(import.meta.dirname, '../../platform/src/main')

/** Every source of a rule that the product ships with: in migrations, in seeds of the code, in registers. */
const shipped = () => {
  const found = new Set<string>()
  for (const name of readdirSync(MAIN, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(sql|java|yaml)$/.test(name)) continue
    for (const [, one, two] of readFileSync(join(MAIN, name), 'utf8').matchAll(/'((?:assumption|recall|brief|domain\.md)[^']*)'|"((?:assumption|recall|brief)[^"]*)"/g)) found.add(one ?? two!)
  }
  return [...found]
}

describe('where a rule comes from', () => {
  test('every source that ships with the product is said in Chinese on a Chinese screen', () => {
    const sources = shipped()
    expect(sources.length).toBeGreaterThan(40)
    expect(sources.filter((s) => /[a-z]{3}/.test(sourceIn('zh', s)))).toEqual([])
  })
  test('a confirmed rule without the word assumption is said in Chinese as well', () => {
    expect(sourceIn('zh', 'the lock-out forgets after 48 hours')).toBe('锁定 48 小时后不再计')
  })
  test('an English screen, and what somebody of the district wrote, stay as they are', () => {
    expect(sourceIn('en', 'assumption')).toBe('assumption')
    expect(sourceIn('zh', '区指挥部 2022-03-01 会议纪要')).toBe('区指挥部 2022-03-01 会议纪要')
    expect(sourceIn('zh', 'assumption: 参照小区 4400 m')).toBe('假设：参照小区 4400 m')
  })
})
