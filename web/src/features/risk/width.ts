import { onBeforeUnmount, onMounted, ref, useTemplateRef } from 'vue'

/** How wide the element `box` is; a drawing follows it. */
export function useElementWidth(begin: number) {
  const box = useTemplateRef<HTMLElement>('box')
  const width = ref(begin)
  const watching = new ResizeObserver((e) => { width.value = Math.max(300, Math.round(e[0]!.contentRect.width)) })
  onMounted(() => { if (box.value) watching.observe(box.value) })
  onBeforeUnmount(() => watching.disconnect())
  return { width }
}
