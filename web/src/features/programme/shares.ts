import type { EstateRow, Project } from '@/api/contract'

/** An estate as a form shares it out; percent of the estate, two decimals at most. */
export interface SharePart { id: string; percent: number }

/** 0.6 → 60, without what binary fractions add. */
export const percentOf = (share: number) => Math.round(share * 10_000) / 100
export const shareOf = (percent: number) => Math.round(percent * 100) / 10_000

/** How many percent of each estate the year's other projects leave; estates nobody holds are whole. */
export function leftOf(projects: Project[], except?: string): (estateId: string) => number {
  const taken = new Map<string, number>()
  for (const p of projects) if (p.id !== except) for (const e of p.estates) taken.set(e.id, (taken.get(e.id) ?? 0) + Math.round(e.share * 10_000))
  return (id) => Math.max(0, 10_000 - (taken.get(id) ?? 0)) / 100
}

/** Estates a project may still take: something of them is left, and they lie in its street once it has one. */
export function freeEstates(estates: EstateRow[], left: (id: string) => number, street: string | undefined, chosen: SharePart[]): EstateRow[] {
  const held = new Set(chosen.map((c) => c.id))
  return estates.filter((e) => !held.has(e.id) && left(e.id) > 0 && (!street || e.street === street))
}
