import type { Deed } from '@/api/contract'

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
