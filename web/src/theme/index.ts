import { ref, watchEffect } from 'vue'

export type Theme = 'light' | 'dark' | 'system'

const KEPT = 'xingfuli.theme'
const kept = localStorage.getItem(KEPT)
const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = ref(darkSystem.matches)
darkSystem.addEventListener('change', (e) => (systemIsDark.value = e.matches))

export const theme = ref<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system')
/** The wall screen: dark, and larger type; set by the page that fills a wall. */
export const wall = ref(false)
/** What is on the screen now; canvases repaint when it changes. */
export const shownTheme = ref<'light' | 'dark' | 'wall'>('light')

export function wear(next: Theme): void {
  theme.value = next
  if (next === 'system') localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, next)
}

watchEffect(() => {
  const dark = theme.value === 'dark' || (theme.value === 'system' && systemIsDark.value)
  shownTheme.value = wall.value ? 'wall' : dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = shownTheme.value
})

/** A token's value as it is now, for canvases: `token('--st-late')`. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
