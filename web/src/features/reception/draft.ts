import { reactive, ref, watch, type Ref } from 'vue'
import { newRequestId } from '@/api/client'

export type Teller = 'SELF' | 'FAMILY' | 'BUILDING_HEAD'

/** What is written down at the table, as it grows. */
export interface Draft {
  /** The request's id, made once with the draft: trying again never makes a second appeal. */
  key: string
  /** When the first thing was entered; the minute runs from then. */
  begun: number
  teller: Teller
  buildingId: string
  stairwell: number | null
  classCode: string
  words: string
  /** Photos that have been sent and wait for the appeal. */
  photos: { id: string; caption: string }[]
  answer: string
  satisfied: '' | 'yes' | 'no'
  promiseSaid: string
  promiseAt: string
  joins: string
  /** Never kept: who came is not left on a tablet that many use. */
  name: string
  phone: string
}

const PREFIX = 'xingfuli.reception.'
const fresh = (): Draft => ({
  key: newRequestId(), begun: 0, teller: 'SELF', buildingId: '', stairwell: null, classCode: '', words: '', photos: [], answer: '', satisfied: '', promiseSaid: '', promiseAt: '', joins: '', name: '', phone: '',
})

function found(point: string): Partial<Draft> {
  try {
    return (JSON.parse(localStorage.getItem(PREFIX + point) ?? '{}') ?? {}) as Partial<Draft>
  } catch {
    return {}
  }
}

/** Whether anything has been entered. */
export const touched = (d: Draft) => !!(d.buildingId || d.classCode || d.words || d.name || d.phone || d.answer || d.promiseAt || d.joins || d.photos.length)

/** The draft of that point: what this tablet kept, or a new one. Every change is kept before the next key can be pressed. */
export function openDraft(point: string, now: () => number = Date.now): { draft: Draft; restored: boolean; keeps: Ref<boolean>; clear: () => void; stop: () => void } {
  const kept = found(point)
  const draft = reactive<Draft>({ ...fresh(), ...kept, name: '', phone: '' })
  const keeps = ref(true)
  const write = () => {
    try {
      localStorage.setItem(PREFIX + point, JSON.stringify({ ...draft, name: '', phone: '' }))
      keeps.value = true
    } catch {
      keeps.value = false
    }
  }
  const stop = watch(draft, () => {
    if (!draft.begun && touched(draft)) draft.begun = now()
    write()
  }, { deep: true, flush: 'sync' })
  return {
    draft,
    restored: touched(draft),
    keeps,
    clear: () => {
      Object.assign(draft, fresh())
      try { localStorage.removeItem(PREFIX + point) } catch { /* nothing was kept either */ }
    },
    stop,
  }
}

/** What must still be said before it can be registered. */
export function missing(d: Draft, stairwells: number): ('building' | 'stairwell' | 'words' | 'phone')[] {
  return [
    ...(d.buildingId ? [] : ['building' as const]),
    ...(d.stairwell !== null && stairwells && d.stairwell > stairwells ? ['stairwell' as const] : []),
    ...(d.words.trim() ? [] : ['words' as const]),
    ...(d.phone.trim() && !/^[\d\s+-]{6,20}$/.test(d.phone.trim()) ? ['phone' as const] : []),
  ]
}
