import { describe, expect, test } from 'vitest'
import type { Deed, ProjectAct } from '@/api/contract'
import { merged, placeOf } from '@/features/estates/history'

const on = (day: number) => `2022-03-${String(day).padStart(2, '0')}`
const deed = (day: number, at = on(day)) => ({ id: `d${day}`, doneOn: on(day), at: `${at}T00:00:00Z` }) as Deed
const act = (day: number, at = on(day)) => ({ id: `a${day}`, doneOn: on(day), at: `${at}T00:00:00.500Z` }) as ProjectAct
const ids = (...lists: Parameters<typeof merged>) => merged(...lists).map((row) => (row.of === 'ESTATE' ? row.deed.id : row.act.id))

describe('the history of an estate', () => {
  test('stands in one order, whoever tells it', () => {
    expect(ids([deed(9), deed(4)], false, [act(7), act(2)], false)).toEqual(['d9', 'a7', 'd4', 'a2'])
  })

  test('goes by the business day, and within a day by the moment', () => {
    expect(ids([deed(9), deed(7)], false, [act(7, '2026-11-26'), act(2, '2026-11-26')], false)).toEqual(['d9', 'a7', 'd7', 'a2'])
  })

  test('holds back what rows of the next page may still come before', () => {
    expect(ids([deed(9), deed(5)], true, [act(7), act(2)], false)).toEqual(['d9', 'a7', 'd5'])
    expect(ids([deed(9), deed(5), deed(3)], false, [act(7), act(2)], false)).toEqual(['d9', 'a7', 'd5', 'd3', 'a2'])
  })

  test('leads from an act to where it can be looked at, and nowhere from a project that is no more', () => {
    const of = (name: string, programmeId: string | null = 'y') => placeOf({ act: name, projectId: 'p', programmeId } as ProjectAct)
    expect(of('programme.contract')?.path).toBe('/budget/p')
    expect(of('programme.gate-pass')?.path).toBe('/gates/p')
    expect(of('programme.size-choice')).toEqual({ path: '/programme/y/size', query: { project: 'p' } })
    expect(of('programme.project-remove', null)).toBeNull()
  })
})
