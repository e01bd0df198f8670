import { reactive, ref, watch, type Ref } from 'vue'
import { forget, keep, kept, PREFIX } from './kept'

export interface Draft {
  /** The Idempotency-Key: made once with the draft, so that trying again never makes a second case. */
  key: string
  placeCode: string
  stairwell: string
  classCode: string
  text: string
  name: string
  phone: string
  confidential: boolean
  consent: boolean
  /** Pressed 交给接待点 and not yet answered: goes out by itself as soon as there is a net. */
  handed: boolean
}

/** A random id; `randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const name = (placeCode: string) => `draft.${placeCode}`
const fresh = (placeCode: string): Draft => ({
  key: newKey(), placeCode, stairwell: '', classCode: '', text: '', name: '', phone: '', confidential: false, consent: false, handed: false,
})

/** The draft of that place: what the phone kept, or a new one. Every change is kept before the next key can be pressed. */
export function openDraft(placeCode: string): { draft: Draft; restored: boolean; keeps: Ref<boolean>; close: () => void } {
  const found = kept<Draft>(name(placeCode))
  const draft = reactive<Draft>({ ...fresh(placeCode), ...found })
  // The key is kept at once: a page that is thrown away while sending must come back with the same one.
  const keeps = ref(keep(name(placeCode), draft))
  const stop = watch(draft, () => { keeps.value = keep(name(placeCode), draft) }, { deep: true, flush: 'sync' })
  return {
    draft,
    restored: !!found && (found.text !== '' || found.classCode !== '' || found.handed),
    keeps,
    close: () => { stop(); forget(name(placeCode)) },
  }
}

/** What still has to be said before it can be handed over. */
export function missing(draft: Draft, photos: number): ('words' | 'phone' | 'consent')[] {
  return [
    ...(draft.text.trim() || photos ? [] : ['words' as const]),
    ...(draft.phone && !/^[\d\s+-]{6,20}$/.test(draft.phone.trim()) ? ['phone' as const] : []),
    ...(draft.consent ? [] : ['consent' as const]),
  ]
}

/** Drafts of this phone that have something in them. */
export function drafts(): Draft[] {
  try {
    return Object.keys(localStorage).filter((k) => k.startsWith(`${PREFIX}draft.`))
      .map((k) => kept<Draft>(k.slice(PREFIX.length)))
      .filter((d): d is Draft => !!d && (d.text !== '' || d.handed))
  } catch {
    return []
  }
}
