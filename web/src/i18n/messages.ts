export interface MessageTree { [key: string]: string | MessageTree }
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** The messages of one feature: `export default messages({ zh: {…}, en: {…} })`; English must have the keys of Chinese. */
export function messages<T extends MessageTree>(both: { zh: T; en: NoInfer<Same<T>> }): { zh: T; en: Same<T> } {
  return both as { zh: T; en: Same<T> }
}
