import { reactive } from 'vue'
import { problemOf } from '@/api/problem'
import { language } from '@/i18n'

/** A word at the foot of the screen: what was done, and how to undo it. */
export interface Toast { id: number; text: string; kind: 'done' | 'bad'; undo?: (() => unknown) | undefined }

export const toasts = reactive<Toast[]>([])
let last = 0

export function say(text: string, undo?: () => unknown): void {
  put({ id: ++last, text, kind: 'done', undo })
}

/** A failed act that has no place of its own on the screen. */
export function complain(error: unknown): void {
  const p = problemOf(error).body
  const en = language() === 'en'
  const words = [en ? p.detailEn : p.detail, en ? p.maybeEn : p.maybe].filter(Boolean).join(en ? ' ' : '')
  put({ id: ++last, text: `${words || p.title || p.code} (${p.code})`, kind: 'bad' })
}

export function drop(id: number): void {
  const at = toasts.findIndex((t) => t.id === id)
  if (at >= 0) toasts.splice(at, 1)
}

function put(toast: Toast): void {
  toasts.push(toast)
  setTimeout(() => drop(toast.id), toast.kind === 'bad' ? 12000 : toast.undo ? 10000 : 5000)
}
