import { onBeforeUnmount, onMounted, ref } from 'vue'

/** The width of the window, for layouts that a stylesheet alone cannot make. */
export function useWidth() {
  const width = ref(innerWidth)
  const measure = () => (width.value = innerWidth)
  onMounted(() => addEventListener('resize', measure))
  onBeforeUnmount(() => removeEventListener('resize', measure))
  return width
}
