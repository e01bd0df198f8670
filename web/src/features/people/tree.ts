import type { Organisation } from '@/api/contract'

export interface Branch { organisation: Organisation; depth: number }

/** The tree as lines, parents before children; an organisation whose parent is not listed stands at the root. */
export function treeOf(all: Organisation[]): Branch[] {
  const known = new Set(all.map((o) => o.id))
  const lines: Branch[] = []
  const below = (parent: string | null, depth: number) => {
    for (const o of all.filter((x) => (x.parentId && known.has(x.parentId) ? x.parentId : null) === parent)) {
      lines.push({ organisation: o, depth })
      below(o.id, depth + 1)
    }
  }
  below(null, 0)
  return lines
}
