import { describe, expect, it } from 'vitest'
import type { TemplateRow } from '@/api/contract'
import { crewCode, nextCode, readRelations, restoring, successorsOf, writeRelations } from '@/features/programme/relations'

const row = (code: string, predecessors: string, phase = 'EXT') => ({ code, name: { zh: code, en: code }, phase, predecessors, version: 3 }) as TemplateRow
const rows = [row('E01', ''), row('E02', 'E01FS+0'), row('E03', 'E02SS-5;E01FS+0'), row('E04', 'E02FF+3')]

describe('the relations of the template', () => {
  it('are written as they were read', () => {
    expect(writeRelations(readRelations('P01SS+10;D04FF-5;C01FS+0'))).toBe('P01SS+10;D04FF-5;C01FS+0')
    expect(readRelations('')).toEqual([])
  })
  it('say who loses a predecessor, and who then waits for nothing', () => {
    expect(successorsOf(rows, 'E02').map((s) => [s.row.code, s.free])).toEqual([['E03', false], ['E04', true]])
  })
  it('put a removed row back where it was, with those who waited for it', () => {
    const body = restoring(rows, rows[1]!)
    expect(body).toMatchObject({ code: 'E02', after: 'E01', predecessors: 'E01FS+0', successors: 'E03SS-5;E04FF+3' })
    expect(body).not.toHaveProperty('version')
    expect(restoring(rows, rows[0]!).after).toBe('')
  })
})

describe('a proposed code', () => {
  it('follows the last of the phase and is free', () => {
    expect(nextCode(rows, 'EXT')).toBe('E05')
    expect(nextCode([...rows, row('E05', '', 'CLOSE')], 'EXT')).toBe('E06')
  })
  it('of a crew comes from its English name', () => expect(crewCode(' Lift crew 2 ')).toBe('lift_crew'))
})
