import type { RouteLocationRaw } from 'vue-router'
import type { RiskView } from '@/api/contract'

type Cure = NonNullable<RiskView['chosen']>['cures'][number]

/**
 * Where a cure can be tried as a draft of the timetable; nowhere yet. This is the one place to wire: a draft made of the cure, and
 * its address, such as { path: '/timetable', query: { programme, draft } }.
 */
export function draftOf(_programme: string, _cure: Cure): RouteLocationRaw | null {
  return null
}
