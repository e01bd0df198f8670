// Predecessors as they are written (`P01SS+10;D04FF+5`) and as a form edits them.
import type { TemplateRow } from '@/api/contract'

export const KINDS = ['FS', 'SS', 'FF', 'SF'] as const
export type Kind = (typeof KINDS)[number]
export interface RelationLine { code: string; kind: Kind; lag: number }

export function readRelations(notation: string): RelationLine[] {
  return notation.split(';').flatMap((part) => {
    const m = /^\s*([A-Z]\d{2})(FS|SS|FF|SF)([+-]\d{1,3})?\s*$/.exec(part)
    return m ? [{ code: m[1]!, kind: m[2] as Kind, lag: Number(m[3] ?? 0) }] : []
  })
}

export const writeRelations = (lines: RelationLine[]) => lines.map((l) => `${l.code}${l.kind}${l.lag < 0 ? '' : '+'}${l.lag || 0}`).join(';')

/** Who waits for the row, each with its relation; `free` says that it waits for nothing else. */
export function successorsOf(rows: TemplateRow[], code: string): { row: TemplateRow; lines: RelationLine[]; free: boolean }[] {
  return rows.flatMap((row) => {
    const all = readRelations(row.predecessors)
    const lines = all.filter((l) => l.code === code)
    return lines.length ? [{ row, lines, free: lines.length === all.length }] : []
  })
}

/** What puts a removed row back where it was, with those who waited for it. */
export function restoring(rows: TemplateRow[], gone: TemplateRow) {
  const { version: _, ...row } = gone
  const successors = writeRelations(successorsOf(rows, gone.code).flatMap((s) => s.lines.map((l) => ({ ...l, code: s.row.code }))))
  return { ...row, successors, after: rows[rows.findIndex((r) => r.code === gone.code) - 1]?.code ?? '' }
}

/** The next free code of a phase: one behind its last, with the letter its rows carry. */
export function nextCode(rows: TemplateRow[], phase: string): string {
  const last = rows.filter((r) => r.phase === phase).map((r) => r.code).sort().at(-1)
  const letter = last?.[0] ?? 'Z'
  for (let n = last ? Number(last.slice(1)) + 1 : 1; n < 100; n++) {
    const code = `${letter}${String(n).padStart(2, '0')}`
    if (!rows.some((r) => r.code === code)) return code
  }
  return ''
}

/** A crew's code from its English name. */
export const crewCode = (english: string) => english.trim().toLowerCase().replace(/[^a-z]+/g, '_').replace(/^_|_$/g, '')
