import type { Deed, ProjectAct } from '@/api/contract'

/** What the fields of a history are called: message keys by the kind of thing and the field. */
const FIELDS: Record<string, string> = {
  code: 'estates.code', name: 'estates.name', street: 'estates.street', community: 'estates.community', address: 'estates.address', builtFrom: 'estates.builtFrom', builtTo: 'estates.builtTo',
  floorArea: 'estates.floorAreaSqm', sizeClass: 'estates.sizeClass', roofStructures: 'estates.roofStructures', groundStructures: 'estates.groundStructures', roofArea: 'estates.roofArea',
  facadeArea: 'estates.facadeArea', drainLength: 'estates.drainLength', roadArea: 'estates.roadArea', parkingSpaces: 'estates.parkingSpaces', chargingPoints: 'estates.chargingPoints', greenArea: 'estates.greenArea',
  number: 'estates.number', storeys: 'estates.storeys', builtYear: 'estates.builtYear', stairwells: 'estates.stairwells', pitchedRoof: 'estates.pitched',
  stairwell: 'estates.stairwell', floor: 'estates.floor', door: 'estates.door', exclusiveArea: 'estates.area',
  grade: 'estates.grade', quantity: 'estates.quantity', option: 'estates.option', note: 'estates.note', unitCost: 'estates.unitCost', mark: 'estates.mark',
}
export const fieldKey = (field: string) => FIELDS[field] ?? field

/** A message key for a value that is a code; none where the value speaks for itself. */
export function valueKey(kind: Deed['kind'], field: string, value: string): string | null {
  if (field === 'sizeClass') return `estates.${value}`
  if (field === 'mark') return `estates.marks.${value}`
  if (field === 'grade') return `estates.grades.${value}`
  if (field === 'pitchedRoof') return value === 'true' ? 'estates.yes' : 'estates.no'
  if (kind === 'FINDING' && field === 'option') return null
  return null
}
/** Tasks of the platform have names of the machine; people read words. */
export const taskKey = (who: string) => (who.startsWith('demo.') ? 'estates.byDemo' : /^[a-z]+\.[a-z.-]+$/.test(who) ? 'estates.bySystem' : null)

/** A row of the history: an act on the estate, or one of the programme on a project of it. */
export type Told = { of: 'ESTATE'; deed: Deed; at: string } | { of: 'PROJECT'; act: ProjectAct; at: string }

/** The day people count by, and within it the moment: in the demo the two clocks stand years apart. */
const when = (row: { doneOn: string; at: string }) => `${row.doneOn} ${new Date(row.at).toISOString()}`

/**
 * Two lists that come page by page, the latest first, as one. What lies before the oldest row of a list that goes on is held
 * back: rows of that list may still come between.
 */
export function merged(deeds: Deed[], moreDeeds: boolean, acts: ProjectAct[], moreActs: boolean): Told[] {
  const ends = [moreDeeds ? deeds.at(-1) : undefined, moreActs ? acts.at(-1) : undefined].flatMap((row) => (row ? [when(row)] : []))
  const from = ends.sort().at(-1) ?? ''
  const rows = [...deeds.map((deed) => ({ key: when(deed), told: { of: 'ESTATE' as const, deed, at: deed.at } })), ...acts.map((act) => ({ key: when(act), told: { of: 'PROJECT' as const, act, at: act.at } }))]
  return rows.filter((row) => row.key >= from).sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)).map((row) => row.told)
}

/** Where an act of the programme can be looked at; nowhere when its project is no more. */
export function placeOf(act: ProjectAct): { path: string; query?: Record<string, string> } | null {
  if (!act.programmeId) return null
  switch (act.act) {
    case 'programme.gate-pass': return { path: `/gates/${act.projectId}` }
    case 'programme.contract':
    case 'programme.budget-approve': return { path: `/budget/${act.projectId}` }
    case 'programme.size-choice': return { path: `/programme/${act.programmeId}/size`, query: { project: act.projectId } }
    case 'programme.freeze': return { path: '/timetable', query: { programme: act.programmeId, focus: act.projectId } }
    default: return { path: `/programme/${act.programmeId}/projects` }
  }
}
