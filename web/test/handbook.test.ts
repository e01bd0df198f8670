import { expect, test } from 'vitest'
import { pageOf, ROLES } from '@/features/help/handbook'
import { roleNames } from '@/features/help/roles'

const pages = Object.keys(import.meta.glob('../../docs/how/*.md', { query: '?raw' }))

test('every role has a page of the handbook in both languages, and a name', () => {
  for (const role of ROLES) {
    expect(pages).toContain(`../../docs/how/${pageOf(role)}.md`)
    expect(pages).toContain(`../../docs/how/${pageOf(role)}.en.md`)
  }
  expect(Object.keys(roleNames).sort()).toEqual([...ROLES].sort())
})
