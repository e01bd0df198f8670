import type { Grade, Sheet, SheetForm, SheetItem } from '@/api/contract'

/** What a surveyor has set of one item, beside what the platform holds. */
export interface Entry { grade: Grade | null; quantity: number | null; option: string | null; note: string; photos: string[] }
/** A sheet being filled in, kept on the device from the first touch until the platform has taken it. */
export interface Draft { entries: Record<string, Entry>; keptAt: string }

export const entryOf = (item: SheetItem): Entry => ({ grade: item.grade, quantity: item.quantity, option: item.option, note: item.note ?? '', photos: [] })

const same = (a: Entry, b: Entry) => a.grade === b.grade && a.quantity === b.quantity && a.option === b.option && a.note.trim() === b.note.trim() && !a.photos.length
/** The items that differ from what the platform holds. */
export const changed = (sheet: Sheet, entries: Record<string, Entry>) => sheet.items.filter((item) => entries[item.code] && !same(entries[item.code]!, entryOf(item)))
/** Whether an entry says enough: a condition, and how much unless there is none. */
export const whole = (e: Entry | undefined) => !!e && (e.grade === 'NONE' || (e.grade !== null && e.quantity !== null))

export function formOf(sheet: Sheet, entries: Record<string, Entry>, reason: string): SheetForm {
  return {
    findings: changed(sheet, entries).map((item) => {
      const e = entries[item.code]!
      return { item: item.code, version: item.version, grade: e.grade, quantity: e.grade === 'NONE' ? null : e.quantity, option: e.option, note: e.note.trim() || null, photos: e.photos }
    }),
    reason: reason.trim() || null,
  }
}

// By person too: whoever signs in next on a shared phone must not send a colleague's words.
const key = (person: string, survey: string, sheet: string) => `xingfuli.draft.survey.${person}.${survey}.${sheet}`

export function kept(person: string, survey: string, sheet: string): Draft | null {
  try {
    const found = localStorage.getItem(key(person, survey, sheet))
    return found ? (JSON.parse(found) as Draft) : null
  } catch {
    return null
  }
}
/** Keeps the draft; false where the device keeps nothing, and then the screen must say so. */
export function keep(person: string, survey: string, sheet: string, entries: Record<string, Entry>): boolean {
  try {
    localStorage.setItem(key(person, survey, sheet), JSON.stringify({ entries, keptAt: new Date().toISOString() } satisfies Draft))
    return true
  } catch {
    return false
  }
}
export function drop(person: string, survey: string, sheet: string): void {
  try {
    localStorage.removeItem(key(person, survey, sheet))
  } catch {
    // nothing was kept
  }
}
