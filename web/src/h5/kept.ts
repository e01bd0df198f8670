// What this phone keeps, and nobody else: own numbers, drafts, the size of the type.
export const PREFIX = 'xingfuli.h5.'

/** Whether it was kept; a phone may forbid it. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function kept<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null') as T | null
  } catch {
    return null
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    // Nothing was kept either.
  }
}

/** `key`: the phone number or the receipt's code, with which the case is looked up. */
export interface Mine { number: string; key: string; title: string; place: string; at: string }
export const mine = (): Mine[] => kept<Mine[]>('mine') ?? []

/** Newest first; a number stands once. */
export function remember(one: Mine): void {
  keep('mine', [one, ...mine().filter((m) => m.number !== one.number)].slice(0, 50))
}
export function forgetNumber(number: string): void {
  keep('mine', mine().filter((m) => m.number !== number))
}
