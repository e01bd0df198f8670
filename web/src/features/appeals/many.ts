import { computed, ref, watch, type Ref } from 'vue'

/** Which of the shown are chosen. What is shown no longer is chosen no longer: nobody acts on what they do not see. */
export function useChosen(shown: Ref<string[]>) {
  const chosen = ref<Set<string>>(new Set())
  const set = (ids: Iterable<string>) => (chosen.value = new Set(ids))
  watch(shown, (ids) => {
    const known = new Set(ids)
    if ([...chosen.value].some((id) => !known.has(id))) set([...chosen.value].filter((id) => known.has(id)))
  })
  return {
    chosen,
    ids: computed(() => shown.value.filter((id) => chosen.value.has(id))),
    has: (id: string) => chosen.value.has(id),
    toggle(id: string) {
      const next = new Set(chosen.value)
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    /** From one to another, both included, in the order they stand; what was chosen stays. */
    through(from: string, to: string) {
      const [a, b] = [shown.value.indexOf(from), shown.value.indexOf(to)]
      if (a >= 0 && b >= 0) set([...chosen.value, ...shown.value.slice(Math.min(a, b), Math.max(a, b) + 1)])
    },
    all: () => set(shown.value),
    clear: () => set([]),
    only: (ids: string[]) => set(ids),
  }
}

/** What became of one of many. */
export interface OneDone { id: string; done: boolean; problem?: unknown }

/** So many go to the platform at once, so that what is done can be told while it is being done. */
export const AT_ONCE = 20

/** Does all in parts, one after the other, and tells how far it is; a part that fails as a whole is told for each of its own. */
export async function inParts<T extends { id: string }>(all: T[], send: (part: T[]) => Promise<OneDone[]>, tell: (done: number) => void): Promise<OneDone[]> {
  const results: OneDone[] = []
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const part = all.slice(at, at + AT_ONCE)
    try {
      results.push(...(await send(part)))
    } catch (problem) {
      results.push(...part.map((one) => ({ id: one.id, done: false, problem })))
    }
    tell(Math.min(all.length, at + part.length))
  }
  return results
}
