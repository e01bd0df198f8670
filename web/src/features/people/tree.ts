import type { Organisation, OrganisationKind, UtilityService } from '@/api/contract'

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

/** In the order one thinks of them: areas, then who works for them. */
export const KINDS: OrganisationKind[] = ['DISTRICT', 'STREET', 'COMMUNITY', 'DEPARTMENT', 'DELIVERY_AGENT', 'CONTRACTOR', 'SUPERVISOR', 'UTILITY', 'PROPERTY_MANAGER']
export const SERVICES: UtilityService[] = ['WATER', 'POWER', 'GAS', 'TELECOM']
