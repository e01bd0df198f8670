import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTS } from '@/features/audit/acts'

/** Codes the platform records, as they stand in its sources. */
function recorded(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return recorded(path)
    return entry.name.endsWith('.java') ? [...readFileSync(path, 'utf8').matchAll(/\.record\(\s*"([a-z]+\.[a-z-]+)"/g)].map((m) => m[1]!) : []
  })
}

test('every act the platform records has words a person understands', () => {
  const codes = new Set(recorded(join(import.meta.dirname, '../../../platform/src/main/java')))
  expect(codes.size).toBeGreaterThan(20)
  expect([...codes].filter((code) => !ACTS[code])).toEqual([])
})
