import { ref } from 'vue'
import { keep, kept } from './kept'

/** Large type: another layout at 24 to 28 px, one warning at a time. Remembered on the phone. */
export const large = ref(kept<boolean>('large') === true)

function show(): void {
  document.documentElement.dataset.type = large.value ? 'large' : 'plain'
}

export function setLarge(on: boolean): void {
  large.value = on
  keep('large', on)
  show()
}
show()
