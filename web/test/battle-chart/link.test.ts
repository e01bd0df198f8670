import { expect, test } from 'vitest'
import { asked } from '@/features/battle-chart/use-chart'

test('the link of a notice names the cell whose panel opens', () => {
  expect(asked({ programme: 'y', project: 'p', node: 'n' })).toEqual({ project: 'p', node: 'n' })
})

test('a link without both project and node opens nothing', () => {
  expect(asked({ programme: 'y', project: 'p' })).toBeNull()
  expect(asked({ node: ['n', 'm'], project: 'p' })).toBeNull()
  expect(asked({})).toBeNull()
})
