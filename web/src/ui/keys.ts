import { onBeforeUnmount, onMounted, reactive } from 'vue'

/** A key that does something now; the `?` help lists them. */
export interface Key { key: string; says: () => string; act: (event: KeyboardEvent) => void; everywhere: boolean }

export const keys = reactive<{ list: Key[]; helpOpen: boolean }>({ list: [], helpOpen: false })

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (typing(event.target) || document.querySelector('dialog[open], :popover-open')) return
  const found = keys.list.findLast((k) => k.key === event.key)
  if (!found) return
  event.preventDefault()
  found.act(event)
})

/** Binds a plain key while the component is on the screen. Keys are silent in fields, under dialogs and under an open explanation. */
export function useKey(key: string, says: () => string, act: (event: KeyboardEvent) => void, everywhere = false): void {
  const bound: Key = { key, says, act, everywhere }
  onMounted(() => keys.list.push(bound))
  onBeforeUnmount(() => {
    const at = keys.list.findIndex((k) => k.act === act)
    if (at >= 0) keys.list.splice(at, 1)
  })
}
